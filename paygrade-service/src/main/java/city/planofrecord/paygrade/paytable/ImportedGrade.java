package city.planofrecord.paygrade.paytable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import city.planofrecord.chassis.event.Ids;
import city.planofrecord.chassis.http.Violation;
import city.planofrecord.chassis.timeline.Act;
import city.planofrecord.chassis.timeline.ActKind;
import city.planofrecord.chassis.timeline.Period;
import city.planofrecord.chassis.timeline.Timeline;
import city.planofrecord.paygrade.payrange.PayRange;
import city.planofrecord.paygrade.payrange.RangeImage;

/**
 * What the rows of one grade come to: a grade that is not there is established by its first row, every other row amends
 * the range, and a row that says what is so already does nothing.
 *
 * @param steps by date
 */
record ImportedGrade(List<Step> steps, List<Violation> violations) {

    /**
     * One act that a row asks for.
     *
     * @param before the range of that day in the plan as it is; empty where there is none
     * @param until exclusive end of the row's range in the plan as it will be; empty where there is none
     */
    record Step(PayTableRow row, ActKind kind, Optional<PayRange> before, Optional<LocalDate> until) {}

    /**
     * @param rows of one grade
     * @param present the timeline of the grade, empty where there is none
     */
    static ImportedGrade of(List<PayTableRow> rows, Timeline<JsonNode> present) {
        var violations = new ArrayList<Violation>();
        var steps = new ArrayList<Step>();
        var sorted = rows.stream()
                .sorted(Comparator.comparing(PayTableRow::effectiveFrom).thenComparingLong(PayTableRow::line))
                .toList();
        var timeline = present;
        PayTableRow last = null;
        for (var row : sorted) {
            if (last != null && last.effectiveFrom().equals(row.effectiveFrom())) {
                violations.add(row.violation(
                        PayTableColumn.EFFECTIVE_FROM,
                        "line " + last.line() + " has the same grade and date",
                        row.effectiveFrom().toString(),
                        "one row for each grade and date"));
            }
            last = row;
            var standing = timeline.on(row.effectiveFrom());
            if (standing.isEmpty()) {
                requireUnbegun(row, timeline, violations);
            }
            var kind = kind(row, standing, violations);
            if (kind.isPresent()) {
                steps.add(new Step(
                        row,
                        kind.get(),
                        present.on(row.effectiveFrom())
                                .flatMap(ImportedGrade::range)
                                .map(range -> RangeImage.read(range, "")),
                        Optional.empty()));
                timeline = timeline.with(act(row, kind.get(), timeline));
            }
        }
        requireEnds(sorted, timeline, violations);
        var outcome = timeline;
        return new ImportedGrade(
                steps.stream().map(step -> ended(step, outcome)).toList(), List.copyOf(violations));
    }

    private static Step ended(Step step, Timeline<JsonNode> outcome) {
        return new Step(
                step.row(),
                step.kind(),
                step.before(),
                outcome.on(step.row().effectiveFrom()).map(Period::until));
    }

    /** A pay table ends nothing: where a row says until when it holds, something must begin or end on that day anyway. */
    private static void requireEnds(List<PayTableRow> sorted, Timeline<JsonNode> outcome, List<Violation> violations) {
        for (var i = 0; i < sorted.size(); i++) {
            var row = sorted.get(i);
            var next = i + 1 < sorted.size() ? sorted.get(i + 1) : null;
            row.effectiveUntil()
                    .filter(until -> next == null || !next.effectiveFrom().equals(until))
                    .filter(until -> outcome.periods().stream()
                            .noneMatch(period -> period.from().equals(until) || until.equals(period.until())))
                    .ifPresent(until -> violations.add(row.violation(
                            PayTableColumn.EFFECTIVE_UNTIL,
                            "nothing of the grade begins or ends on that day, and a pay table cannot end a grade",
                            until.toString(),
                            "no date, or that of the grade's next row; a whole timeline goes to /pay-grade-imports")));
        }
    }

    private static Optional<ActKind> kind(
            PayTableRow row, Optional<Period<JsonNode>> standing, List<Violation> violations) {
        if (standing.isEmpty()) {
            return Optional.of(ActKind.ESTABLISHED);
        }
        var before = range(standing.get());
        if (range(row).equals(before)) {
            return Optional.empty();
        }
        if (range(row).isEmpty()) {
            violations.add(row.violation(
                    PayTableColumn.MINIMUM,
                    "the grade has a range on that day, which a row without amounts cannot take away",
                    "",
                    before.map(range -> range.path("minimum").asText()).orElse(null)));
            return Optional.empty();
        }
        return Optional.of(ActKind.AMENDED);
    }

    private static Act<JsonNode> act(PayTableRow row, ActKind kind, Timeline<JsonNode> timeline) {
        return new Act<>(
                Ids.next(),
                timeline.acts().size() + 1L,
                kind,
                row.effectiveFrom(),
                null,
                fields(row),
                kind == ActKind.ESTABLISHED ? Boolean.TRUE : null,
                null);
    }

    private static void requireUnbegun(PayTableRow row, Timeline<JsonNode> present, List<Violation> violations) {
        present.periods().stream()
                .filter(period -> period.from().isAfter(row.effectiveFrom()))
                .findFirst()
                .ifPresent(period -> violations.add(row.violation(
                        PayTableColumn.EFFECTIVE_FROM,
                        "the grade begins later; correct its beginning first",
                        row.effectiveFrom().toString(),
                        period.from() + " or later")));
    }

    private static Optional<JsonNode> range(PayTableRow row) {
        return row.range().map(RangeImage::of);
    }

    private static Optional<JsonNode> range(Period<JsonNode> period) {
        return Optional.ofNullable(period.image().get("range"));
    }

    /** The fields of an image that a row sets. */
    static Map<String, JsonNode> fields(PayTableRow row) {
        return range(row)
                .<Map<String, JsonNode>>map(range -> Map.of("range", range))
                .orElse(Map.of());
    }
}
