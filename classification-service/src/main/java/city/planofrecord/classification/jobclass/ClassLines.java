package city.planofrecord.classification.jobclass;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.MalformedJson;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;
import city.planofrecord.chassis.ledger.Authority;
import city.planofrecord.chassis.snapshot.LoadedRow;

/** The form of an import in which each line is a class with its timeline. */
final class ClassLines {

    private final ObjectMapper json;
    private final List<Violation> violations;

    /** @param violations takes what is wrong, by line and field */
    ClassLines(ObjectMapper json, List<Violation> violations) {
        this.json = json;
        this.violations = violations;
    }

    /**
     * A class with its timeline.
     *
     * @param id the class's id, where it comes from another register; else one is allotted
     * @param authority of rows that have none of their own
     */
    record ClassLine(
            @Nullable UUID id,
            @Nullable List<ObjectNode> timeline,
            @Nullable Authority authority,
            @Nullable String reason) {}

    /** Whether a body is of this form: its first line has a timeline. */
    boolean fit(byte[] body) {
        return new String(body, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .map(this::hasTimeline)
                .orElse(false);
    }

    private boolean hasTimeline(String line) {
        try {
            return json.readTree(line).has("timeline");
        } catch (JsonProcessingException e) {
            return line.contains("\"timeline\"");
        }
    }

    /** The rows of every line, each marked with its line. */
    List<LoadedRow> rows(byte[] body) {
        var rows = new ArrayList<LoadedRow>();
        var number = 0;
        for (var line : (Iterable<String>) new String(body, StandardCharsets.UTF_8).lines()::iterator) {
            number++;
            if (!line.isBlank()) {
                try {
                    rows.addAll(rows(line, number));
                } catch (Refused e) {
                    violations.addAll(e.violations());
                }
            }
        }
        return rows;
    }

    private List<LoadedRow> rows(String text, int number) {
        var prefix = "/lines/" + number;
        var line = read(text, prefix);
        var timeline = line.timeline();
        if (timeline == null || timeline.isEmpty()) {
            throw Refused.invalid(List.of(Violation.at(prefix + "/timeline", "has no rows", null, "at least one row")));
        }
        var rows = new ArrayList<LoadedRow>();
        for (var i = 0; i < timeline.size(); i++) {
            rows.add(row(line, timeline.get(i), i, number));
        }
        for (var i = 0; i + 1 < rows.size(); i++) {
            var until = rows.get(i).until();
            if (until == null || until.isAfter(rows.get(i + 1).from())) {
                throw Refused.invalid(List.of(Violation.at(
                        prefix + "/timeline/" + i + "/effectiveUntil",
                        "must not be after the day on which the next row begins",
                        String.valueOf(until),
                        rows.get(i + 1).from().toString())));
            }
        }
        return rows;
    }

    private ClassLine read(String text, String prefix) {
        try {
            return json.readValue(text, ClassLine.class);
        } catch (JsonProcessingException e) {
            throw MalformedJson.refusal(e, prefix);
        }
    }

    private LoadedRow row(ClassLine line, ObjectNode row, int place, int number) {
        var pointer = "/lines/" + number + "/timeline/" + place;
        var from = date(row.remove("effectiveFrom"), pointer + "/effectiveFrom");
        if (from == null) {
            throw Refused.invalid(List.of(Violation.at(pointer + "/effectiveFrom", "is missing", null, "a date")));
        }
        var until = date(row.remove("effectiveUntil"), pointer + "/effectiveUntil");
        if (until != null && !until.isAfter(from)) {
            throw Refused.invalid(List.of(Violation.at(
                    pointer + "/effectiveUntil", "the period is empty", until.toString(), "a date after " + from)));
        }
        var authority = part(row.remove("authority"), Authority.class, pointer + "/authority");
        var reason = row.remove("reason");
        row.remove(List.of("id", "recordedAt", "supersededAt", "act"));
        var image = new HashMap<String, JsonNode>();
        row.properties().forEach(field -> {
            if (!field.getValue().isNull()) {
                image.put(field.getKey(), field.getValue());
            }
        });
        return new LoadedRow(
                number,
                line.id() == null ? null : line.id().toString(),
                from,
                until,
                Map.copyOf(image),
                authority == null ? line.authority() : authority,
                reason == null ? line.reason() : reason.asText(),
                null);
    }

    private <T> @Nullable T part(@Nullable JsonNode value, Class<T> type, String pointer) {
        try {
            return value == null ? null : json.treeToValue(value, type);
        } catch (JsonProcessingException e) {
            throw MalformedJson.refusal(e, pointer);
        }
    }

    private static @Nullable LocalDate date(@Nullable JsonNode value, String pointer) {
        if (value == null || value.isNull()) {
            return null;
        }
        try {
            return LocalDate.parse(value.asText());
        } catch (DateTimeException e) {
            throw Refused.invalid(
                    List.of(Violation.at(pointer, "is no date", value.asText(), "a date such as 2011-04-10")));
        }
    }
}
