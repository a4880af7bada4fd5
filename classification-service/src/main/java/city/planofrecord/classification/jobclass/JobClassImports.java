package city.planofrecord.classification.jobclass;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.event.Ids;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;
import city.planofrecord.chassis.ledger.Authority;
import city.planofrecord.chassis.register.Fields;
import city.planofrecord.chassis.snapshot.Format;
import city.planofrecord.chassis.snapshot.LoadReader;
import city.planofrecord.chassis.snapshot.LoadedRow;
import city.planofrecord.chassis.snapshot.LoadedTimeline;

/** Takes whole timelines of classes, all of them or none. */
@Singleton
class JobClassImports {

    private static final Authority OPENING = new Authority(Authority.Kind.OPENING, "Opening of the register");

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
     * What an import did.
     *
     * @param classes that were recorded
     * @param unchanged classes that stood already as the import has them
     */
    public record Imported(int classes, int acts, int unchanged, boolean dryRun) {}

    /** @throws Refused where anything is wrong: every wrong line is named, and nothing is stored */
    Imported take(byte[] body, Format format, boolean dryRun) {
        var violations = new ArrayList<Violation>();
        var lines = new ClassLines(json, violations);
        var byLine = format == Format.NDJSON && lines.fit(body);
        var read = byLine ? lines.rows(body) : new LoadReader(json).read(body, format, JobClassRows.COLUMNS);
        var rows = read.stream().flatMap(row -> sound(row, violations).stream()).toList();
        LoadReader.requireNone(violations);
        var timelines = LoadedTimeline.of(rows, row -> thing(row, byLine), violations);
        LoadReader.requireNone(violations);
        return record(timelines, dryRun);
    }

    /** Rows of one class have one id; without one those of a line, or else of a job code, are one class. */
    private static String thing(LoadedRow row, boolean byLine) {
        if (row.id() != null) {
            return row.id();
        }
        return byLine ? "line " + row.line() : "code " + code(row);
    }

    private Optional<LoadedRow> sound(LoadedRow row, List<Violation> violations) {
        try {
            if (row.id() != null) {
                requireId(row);
            }
            var image = fields.of(fields.read(JobClassImage.class, Map.of(), row.image(), row.pointer("")));
            if (row.endedBy() != null) {
                fields.read(JobClassImage.class, image, row.endedBy().set(), row.pointer("endedBy"));
            }
            return Optional.of(new LoadedRow(
                    row.line(),
                    row.id(),
                    row.from(),
                    row.until(),
                    image,
                    row.authority(),
                    row.reason(),
                    row.endedBy()));
        } catch (Refused e) {
            violations.addAll(e.violations());
            return Optional.empty();
        }
    }

    private static void requireId(LoadedRow row) {
        try {
            UUID.fromString(Objects.requireNonNull(row.id()));
        } catch (IllegalArgumentException e) {
            throw Refused.invalid(List.of(Violation.at(row.pointer("id"), "is no id", row.id(), "a UUID")));
        }
    }

    private Imported record(List<LoadedTimeline> timelines, boolean dryRun) {
        var violations = new ArrayList<Violation>();
        var loaded = new ArrayList<JobClasses.Loaded>();
        var unchanged = 0;
        for (var timeline : timelines) {
            try {
                var known = known(timeline);
                if (known != null
                        && timeline.isRecordedAs(classes.register().ledger().rows(known, null))) {
                    unchanged++;
                    continue;
                }
                if (known != null && timeline.first().id() != null) {
                    throw Refused.invalid(List.of(Violation.at(
                            timeline.first().pointer("id"),
                            "the class is recorded already, and otherwise; change it by amendments and corrections",
                            timeline.first().id(),
                            "a class that is not recorded yet, or the rows that it has")));
                }
                var made = timeline.acts(LocalDate.now(clock), "analyst", OPENING, "First load");
                var id = timeline.first().id() == null
                        ? Ids.next()
                        : UUID.fromString(timeline.first().id());
                loaded.add(new JobClasses.Loaded(
                        id, codes(timeline), made, timeline.first().pointer("jobCode")));
            } catch (Refused e) {
                violations.addAll(named(e, timeline.first()));
            }
        }
        LoadReader.requireNone(violations);
        classes.load(loaded);
        LoadReader.requireNone(classes.codesBorneTwice(loaded));
        var acts = loaded.stream().mapToInt(one -> one.acts().size()).sum();
        return new Imported(loaded.size(), acts, unchanged, dryRun);
    }

    private @Nullable UUID known(LoadedTimeline timeline) {
        var first = timeline.first();
        if (first.id() == null) {
            return classes.find(new JobCode(code(first)), first.from(), null).orElse(null);
        }
        var id = UUID.fromString(first.id());
        return classes.register().ledger().find(id).isPresent() ? id : null;
    }

    private static Set<String> codes(LoadedTimeline timeline) {
        var codes = new HashSet<String>();
        timeline.rows().forEach(row -> codes.add(code(row)));
        return codes;
    }

    private static String code(LoadedRow row) {
        return Objects.requireNonNull(row.image().get("jobCode")).asText();
    }

    private static List<Violation> named(Refused refused, LoadedRow row) {
        return refused.violations().isEmpty()
                ? List.of(Violation.at(row.pointer(""), refused.detail()))
                : refused.violations();
    }
}
