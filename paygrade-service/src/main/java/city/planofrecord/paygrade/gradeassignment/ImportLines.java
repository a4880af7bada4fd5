package city.planofrecord.paygrade.gradeassignment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.MalformedJson;
import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;
import city.planofrecord.chassis.ledger.Authority;
import city.planofrecord.chassis.register.ActRules;
import city.planofrecord.paygrade.code.GradeCode;

/** Reads grade timelines, one JSON object a line. */
final class ImportLines {

    /** Whoever must change so many things is not helped by more of them. */
    private static final int ENOUGH = 1_000;

    private final ObjectReader reader;
    private final LocalDate today;

    ImportLines(ObjectMapper json, LocalDate today) {
        this.reader = json.readerFor(ImportLine.class);
        this.today = today;
    }

    /**
     * A line that can be read and keeps the rules that can be judged by itself.
     *
     * @param number its line in the file, from 1
     */
    record Numbered(int number, ImportLine line) {

        String pointer() {
            return "/lines/" + number;
        }
    }

    /** Whether the text is of this form, and not rows as a snapshot gives them: the first line tells. */
    static boolean areTimelines(String ndjson) {
        var first = ndjson.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        return first.contains("\"timeline\"") || !first.contains("\"effectiveFrom\"");
    }

    /** @throws Refused where a line is no JSON of the kind (400), or breaks a rule (422); names the line and the field */
    List<Numbered> read(String ndjson) {
        var lines = new ArrayList<Numbered>();
        var violations = new ArrayList<Violation>();
        var number = 0;
        for (var text : (Iterable<String>) ndjson.lines()::iterator) {
            number++;
            if (violations.size() >= ENOUGH) {
                break;
            }
            if (!text.isBlank()) {
                var line = new Numbered(number, read(text, "/lines/" + number));
                violations.addAll(violations(line));
                lines.add(line);
            }
        }
        if (lines.isEmpty()) {
            throw new Refused(ProblemKind.UNREADABLE_DOCUMENT, "There is no line. Send one JSON object a line.");
        }
        if (!violations.isEmpty()) {
            throw Refused.invalid(violations);
        }
        return lines;
    }

    private ImportLine read(String text, String pointer) {
        try {
            return reader.readValue(text);
        } catch (JsonProcessingException e) {
            throw MalformedJson.refusal(e, pointer);
        }
    }

    private List<Violation> violations(Numbered numbered) {
        var line = numbered.line();
        var at = numbered.pointer();
        var violations = new ArrayList<Violation>();
        requireThere(line.jobCode(), at + "/jobCode", violations);
        requireThere(line.reason(), at + "/reason", violations);
        requireThere(line.timeline(), at + "/timeline", violations);
        requireThere(line.authority(), at + "/authority", violations);
        if (!violations.isEmpty()) {
            return violations;
        }
        requireThere(line.authority().kind(), at + "/authority/kind", violations);
        requireThere(line.authority().citation(), at + "/authority/citation", violations);
        if (line.timeline().isEmpty()) {
            violations.add(Violation.at(at + "/timeline", "is empty", "0 steps", "at least one step"));
        }
        ImportLine.Step last = null;
        for (var i = 0; i < line.timeline().size(); i++) {
            var step = line.timeline().get(i);
            judge(step, last, line.authority(), at + "/timeline/" + i, violations);
            last = step;
        }
        return violations;
    }

    private void judge(
            ImportLine.@Nullable Step step,
            ImportLine.@Nullable Step last,
            Authority authority,
            String at,
            List<Violation> violations) {
        requireThere(step, at, violations);
        if (step == null) {
            return;
        }
        requireThere(step.effectiveFrom(), at + "/effectiveFrom", violations);
        requireThere(step.grade(), at + "/grade", violations);
        if (step.effectiveFrom() == null || step.grade() == null) {
            return;
        }
        var from = step.effectiveFrom();
        if (GradeCode.read(step.grade()).isEmpty()) {
            violations.add(Violation.at(at + "/grade", "is no grade", step.grade(), "a grade such as 809-A"));
        }
        if (from.isBefore(ActRules.EARLIEST) || from.isAfter(ActRules.LATEST)) {
            violations.add(Violation.at(
                    at + "/effectiveFrom",
                    "the date is out of bounds",
                    from.toString(),
                    ActRules.EARLIEST + " to " + ActRules.LATEST));
        }
        if (from.isBefore(today) && !authority.reachesIntoThePast()) {
            violations.add(Violation.at(
                    at + "/effectiveFrom",
                    "the date has passed; give the authority's own date as authority.decidedOn",
                    from.toString(),
                    today + " or later"));
        }
        if (step.effectiveUntil() != null && !step.effectiveUntil().isAfter(from)) {
            violations.add(Violation.at(
                    at + "/effectiveUntil",
                    "the period is empty",
                    step.effectiveUntil().toString(),
                    "a date after " + from));
        }
        if (last != null && last.effectiveFrom() != null) {
            var end = last.effectiveUntil() == null ? last.effectiveFrom().plusDays(1) : last.effectiveUntil();
            if (from.isBefore(end)) {
                violations.add(Violation.at(
                        at + "/effectiveFrom",
                        "the step does not follow the one before it",
                        from.toString(),
                        end + " or later"));
            }
        }
    }

    private static void requireThere(@Nullable Object value, String pointer, List<Violation> violations) {
        if (value == null || (value instanceof String text && text.isBlank())) {
            violations.add(Violation.at(pointer, "is missing"));
        }
    }
}
