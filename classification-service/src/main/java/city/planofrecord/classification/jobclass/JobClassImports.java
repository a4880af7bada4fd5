package city.planofrecord.classification.jobclass;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.event.Ids;
import city.planofrecord.chassis.http.MalformedJson;
import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;
import city.planofrecord.chassis.ledger.Authority;
import city.planofrecord.chassis.ledger.Entry;
import city.planofrecord.chassis.register.Abolishment;
import city.planofrecord.chassis.register.ActRules;
import city.planofrecord.chassis.register.Amendment;
import city.planofrecord.chassis.register.Fields;

/** Takes whole timelines of classes, all of them or none. */
@Singleton
class JobClassImports {

    private static final int LINE_LIMIT = 2_000;

    private final JobClasses classes;
    private final Fields fields;
    private final Clock clock;
    private final ObjectMapper json;

    JobClassImports(JobClasses classes, Fields fields, Clock clock, ObjectMapper json) {
        this.classes = classes;
        this.fields = fields;
        this.clock = clock;
        this.json = json;
    }

    /**
     * A class with its timeline, one line of the import.
     *
     * @param id the class's id, where it comes from a snapshot; else one is allotted
     * @param authority of every act that the timeline needs
     */
    public record ClassLine(
            @Nullable UUID id,
            List<ObjectNode> timeline,
            @Nullable Authority authority,
            @Nullable String reason) {}

    /** A row of a timeline: its period, and the image in it. */
    private record Dated(LocalDate from, @Nullable LocalDate until, Map<String, JsonNode> image) {}

    /** What an import did. */
    public record Imported(int classes, int acts, int unchanged, boolean dryRun) {}

    /** @throws Refused where a line is wrong: every wrong line is named, and nothing is stored */
    Imported take(String ndjson, boolean dryRun) {
        var violations = new ArrayList<Violation>();
        var done = new int[3];
        var lines = ndjson.lines().toList();
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (line.isBlank()) {
                continue;
            }
            try {
                take(line, "/lines/" + (i + 1), done);
            } catch (Refused e) {
                violations.addAll(named(e, i + 1));
            }
            if (violations.size() >= LINE_LIMIT) {
                break;
            }
        }
        if (done[0] + done[2] == 0 && violations.isEmpty()) {
            violations.add(Violation.at("", "there is no class in it", null, "one JSON object on each line"));
        }
        if (!violations.isEmpty()) {
            throw new Refused(
                    ProblemKind.INVALID,
                    "Nothing was stored: " + violations.size() + " things must be changed first. The first: "
                            + violations.getFirst().pointer() + " "
                            + violations.getFirst().message() + ".",
                    violations);
        }
        return new Imported(done[0], done[1], done[2], dryRun);
    }

    private static List<Violation> named(Refused refused, int line) {
        var prefix = "/lines/" + line;
        if (refused.violations().isEmpty()) {
            return List.of(Violation.at(prefix, refused.detail()));
        }
        return refused.violations().stream()
                .map(violation -> String.valueOf(violation.pointer()).startsWith(prefix)
                        ? violation
                        : new Violation(
                                prefix + Objects.requireNonNullElse(violation.pointer(), ""),
                                null,
                                refused.kind() == ProblemKind.CONFLICT ? refused.detail() : violation.message(),
                                violation.found(),
                                violation.expected()))
                .toList();
    }

    private void take(String text, String prefix, int[] done) {
        var line = read(text, prefix);
        if (line.timeline() == null || line.timeline().isEmpty()) {
            throw Refused.invalid(List.of(Violation.at(prefix + "/timeline", "has no rows", null, "at least one row")));
        }
        var rows = new ArrayList<Dated>();
        for (var i = 0; i < line.timeline().size(); i++) {
            rows.add(dated(line.timeline().get(i), prefix + "/timeline/" + i));
        }
        requireOrder(rows, prefix);
        if (sameAlready(rows)) {
            done[2]++;
            return;
        }
        done[0]++;
        done[1] += record(line, rows);
    }

    private int record(ClassLine line, List<Dated> rows) {
        var authority = line.authority() == null
                ? new Authority(Authority.Kind.OPENING, "Opening of the register")
                : line.authority();
        var reason = line.reason() == null ? "First load" : line.reason();
        var rules = new ActRules(LocalDate.now(clock), "analyst");
        var first = rows.getFirst();
        Entry entry = classes.open(
                line.id() == null ? Ids.next() : line.id(),
                new JobCode(Objects.requireNonNull(first.image().get("jobCode")).asText()));
        entry = classes.record(entry, rules.establish(Ids.next(), first.from(), first.image(), authority, reason))
                .after();
        var acts = 1;
        for (var i = 1; i < rows.size(); i++) {
            var row = rows.get(i);
            entry = classes.record(
                            entry,
                            rules.amend(
                                    Ids.next(),
                                    entry,
                                    new Amendment(
                                            row.from(),
                                            differing(rows.get(i - 1).image(), row.image()),
                                            authority,
                                            reason)))
                    .after();
            acts++;
        }
        var end = rows.getLast().until();
        if (end != null) {
            classes.record(
                    entry, rules.abolish(Ids.next(), entry, new Abolishment(end, null, authority, reason), Map.of()));
            acts++;
        }
        return acts;
    }

    private boolean sameAlready(List<Dated> rows) {
        var first = rows.getFirst();
        var code =
                new JobCode(Objects.requireNonNull(first.image().get("jobCode")).asText());
        return classes.find(code, first.from(), null)
                .map(id -> classes.register().ledger().rows(id, null))
                .filter(known -> known.size() == rows.size())
                .map(known -> {
                    for (var i = 0; i < rows.size(); i++) {
                        if (!known.get(i).effectiveFrom().equals(rows.get(i).from())
                                || !Objects.equals(
                                        known.get(i).effectiveUntil(),
                                        rows.get(i).until())
                                || !known.get(i)
                                        .image()
                                        .equals(json.valueToTree(rows.get(i).image()))) {
                            return false;
                        }
                    }
                    return true;
                })
                .orElse(false);
    }

    private ClassLine read(String text, String prefix) {
        try {
            return json.readValue(text, ClassLine.class);
        } catch (JsonProcessingException e) {
            throw MalformedJson.refusal(e, prefix);
        }
    }

    private Dated dated(ObjectNode row, String pointer) {
        var from = date(row.remove("effectiveFrom"), pointer + "/effectiveFrom");
        if (from == null) {
            throw Refused.invalid(List.of(Violation.at(pointer + "/effectiveFrom", "is missing", null, "a date")));
        }
        var until = date(row.remove("effectiveUntil"), pointer + "/effectiveUntil");
        row.remove(List.of("recordedAt", "supersededAt", "act", "authority"));
        var image = new HashMap<String, JsonNode>();
        row.properties().forEach(field -> image.put(field.getKey(), field.getValue()));
        return new Dated(from, until, fields.of(fields.read(JobClassImage.class, Map.of(), image, pointer)));
    }

    private static @Nullable LocalDate date(@Nullable JsonNode value, String pointer) {
        if (value == null || value.isNull()) {
            return null;
        }
        try {
            return LocalDate.parse(value.asText());
        } catch (java.time.DateTimeException e) {
            throw new Refused(
                    ProblemKind.INVALID,
                    "'" + value.asText() + "' is no date.",
                    List.of(Violation.at(pointer, "is no date", value.asText(), "a date such as 2011-04-10")));
        }
    }

    private static void requireOrder(List<Dated> rows, String prefix) {
        for (var i = 0; i + 1 < rows.size(); i++) {
            if (!rows.get(i + 1).from().equals(rows.get(i).until())) {
                throw Refused.invalid(List.of(Violation.at(
                        prefix + "/timeline/" + i + "/effectiveUntil",
                        "must be the day on which the next row begins",
                        String.valueOf(rows.get(i).until()),
                        rows.get(i + 1).from().toString())));
            }
        }
        var last = rows.getLast();
        if (last.until() != null && !last.until().isAfter(last.from())) {
            throw Refused.invalid(List.of(Violation.at(
                    prefix + "/timeline/" + (rows.size() - 1) + "/effectiveUntil",
                    "the period is empty",
                    last.until().toString(),
                    "a date after " + last.from())));
        }
    }

    private static Map<String, JsonNode> differing(Map<String, JsonNode> before, Map<String, JsonNode> after) {
        var names = new HashSet<>(before.keySet());
        names.addAll(after.keySet());
        var set = new HashMap<String, JsonNode>();
        for (var name : names) {
            if (!Objects.equals(before.get(name), after.get(name))) {
                set.put(name, after.getOrDefault(name, NullNode.getInstance()));
            }
        }
        return set;
    }
}
