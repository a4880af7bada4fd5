package city.planofrecord.paygrade.paytable;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;
import city.planofrecord.chassis.register.ActRules;
import city.planofrecord.paygrade.code.GradeCode;
import city.planofrecord.paygrade.payrange.Basis;
import city.planofrecord.paygrade.payrange.Money;
import city.planofrecord.paygrade.payrange.PayRange;

/** Which column stands where, and how its cells are read. */
final class PayTableHeader {

    private static final DateTimeFormatter AMERICAN =
            DateTimeFormatter.ofPattern("M/d/uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private final Map<PayTableColumn, Integer> places;

    /** Which columns have a heading, from the first. */
    private final List<Boolean> headed;

    private final PayTableDefaults defaults;

    private PayTableHeader(Map<PayTableColumn, Integer> places, List<Boolean> headed, PayTableDefaults defaults) {
        this.places = places;
        this.headed = headed;
        this.defaults = defaults;
    }

    /** @throws Refused (422) where a heading is unknown or given twice, or a column is missing */
    static PayTableHeader read(TableRow header, PayTableDefaults defaults) {
        var places = new EnumMap<PayTableColumn, Integer>(PayTableColumn.class);
        var seen = new HashMap<String, Integer>();
        var violations = new ArrayList<Violation>();
        var row = "/rows/" + header.line();
        for (var place = 0; place < header.cells().size(); place++) {
            var heading = header.cell(place);
            var column = PayTableColumn.of(heading);
            var twin = heading.isEmpty() ? null : seen.putIfAbsent(PayTableColumn.bare(heading), place);
            if (twin == null && column.isPresent()) {
                twin = places.putIfAbsent(column.get(), place);
            }
            if (twin != null) {
                violations.add(Violation.at(
                        row + "/" + column.map(PayTableColumn::field).orElseGet(() -> pointerPart(heading)),
                        "the column is given twice (" + header.where(twin) + " and " + header.where(place) + ")",
                        heading,
                        "one such column"));
            } else if (column.isEmpty() && !heading.isEmpty() && !PayTableColumn.isAside(heading)) {
                violations.add(
                        Violation.at(
                                row + "/" + pointerPart(heading),
                                "unknown column (" + header.where(place) + ")",
                                heading,
                                "Grade, Schedule, Effective from, Effective until, Minimum, Midpoint, Maximum, Basis, Currency"));
            }
        }
        require(PayTableColumn.GRADE, "Grade", places, row, violations);
        require(PayTableColumn.MINIMUM, "Minimum", places, row, violations);
        require(PayTableColumn.MAXIMUM, "Maximum", places, row, violations);
        if (defaults.effectiveFrom().isEmpty()) {
            require(PayTableColumn.EFFECTIVE_FROM, "Effective from", places, row, violations);
        }
        if (!violations.isEmpty()) {
            throw Refused.invalid(violations);
        }
        var headed = new ArrayList<Boolean>();
        for (var place = 0; place < header.cells().size(); place++) {
            headed.add(!header.cell(place).isEmpty());
        }
        return new PayTableHeader(Map.copyOf(places), List.copyOf(headed), defaults);
    }

    private static String pointerPart(String text) {
        return text.replace("~", "~0").replace("/", "~1");
    }

    private static void require(
            PayTableColumn column,
            String heading,
            Map<PayTableColumn, Integer> places,
            String row,
            List<Violation> violations) {
        if (!places.containsKey(column)) {
            violations.add(Violation.at(row + "/" + column.field(), "the column is missing", null, heading));
        }
    }

    /** The row, empty where something is wrong with it. */
    Optional<PayTableRow> read(TableRow written, List<Violation> violations) {
        var found = new ArrayList<Violation>();
        var row = new PlacedRow(written, places);
        requireForm(row, found);
        var grade = grade(row, found);
        var from = effectiveFrom(row, found);
        var until = effectiveUntil(row, from, found);
        var range = range(row, found);
        violations.addAll(found);
        return grade.isPresent() && from.isPresent() && found.isEmpty()
                ? Optional.of(new PayTableRow(row, grade.get(), from.get(), until, range))
                : Optional.empty();
    }

    private void requireForm(PlacedRow row, List<Violation> violations) {
        for (var place = 0; place < row.row().cells().size(); place++) {
            var cell = row.row().cell(place);
            var pointer = "/rows/" + row.line();
            if ((place >= headed.size() || !headed.get(place)) && !cell.isEmpty()) {
                violations.add(Violation.at(
                        pointer,
                        "the cell has no heading above it (" + row.row().where(place) + ")",
                        cell,
                        String.valueOf(headed.size()) + " cells at most"));
            } else if (row.row().cells().get(place).indexOf('\n') >= 0
                    && row.row().source() == TableRow.Source.CSV) {
                violations.add(Violation.at(
                        pointer,
                        "the cell runs over several lines; a quote may be missing ("
                                + row.row().where(place) + ")",
                        cell.lines().findFirst().orElse(""),
                        "a cell of one line"));
            }
        }
        for (var column : List.of(PayTableColumn.GRADE, PayTableColumn.MINIMUM, PayTableColumn.MAXIMUM)) {
            if (row.endsBefore(column) && row.row().source() == TableRow.Source.CSV) {
                violations.add(row.violation(column, "the row ends before the column", null, "a cell, be it empty"));
            }
        }
    }

    private static Optional<GradeCode> grade(PlacedRow row, List<Violation> violations) {
        var text = row.cell(PayTableColumn.GRADE);
        var letter = row.cell(PayTableColumn.SCHEDULE);
        var written = !letter.isEmpty() && text.matches("\\d{1,6}") ? text + "-" + letter : text;
        var grade = GradeCode.read(written);
        if (grade.isEmpty()) {
            violations.add(row.violation(PayTableColumn.GRADE, "is no grade", text, "a grade such as 809-A"));
        } else if (!letter.isEmpty() && !letter.equalsIgnoreCase(grade.get().schedule())) {
            violations.add(row.violation(
                    PayTableColumn.SCHEDULE,
                    "the schedule is not the grade's",
                    letter,
                    grade.get().schedule()));
        }
        return grade;
    }

    private Optional<LocalDate> effectiveFrom(PlacedRow row, List<Violation> violations) {
        if (row.cell(PayTableColumn.EFFECTIVE_FROM).isEmpty()
                && defaults.effectiveFrom().isPresent()) {
            return defaults.effectiveFrom();
        }
        return date(row, PayTableColumn.EFFECTIVE_FROM, violations);
    }

    private static Optional<LocalDate> effectiveUntil(
            PlacedRow row, Optional<LocalDate> from, List<Violation> violations) {
        var text = row.cell(PayTableColumn.EFFECTIVE_UNTIL);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var until = date(row, PayTableColumn.EFFECTIVE_UNTIL, violations);
        if (until.isPresent() && from.isPresent() && !until.get().isAfter(from.get())) {
            violations.add(row.violation(
                    PayTableColumn.EFFECTIVE_UNTIL, "the period is empty", text, "a date after " + from.get()));
        }
        return until;
    }

    private static Optional<LocalDate> date(PlacedRow row, PayTableColumn column, List<Violation> violations) {
        var text = row.cell(column);
        try {
            var date = text.contains("/") ? LocalDate.parse(text, AMERICAN) : LocalDate.parse(text);
            if (date.isBefore(ActRules.EARLIEST) || date.isAfter(ActRules.LATEST)) {
                violations.add(row.violation(
                        column, "the date is out of bounds", text, ActRules.EARLIEST + " to " + ActRules.LATEST));
                return Optional.empty();
            }
            return Optional.of(date);
        } catch (DateTimeException e) {
            violations.add(row.violation(column, "is no date", text, "a date such as 2010-10-17"));
            return Optional.empty();
        }
    }

    private Optional<PayRange> range(PlacedRow row, List<Violation> violations) {
        if (row.cell(PayTableColumn.MINIMUM).isEmpty()
                && row.cell(PayTableColumn.MAXIMUM).isEmpty()) {
            return Optional.empty();
        }
        var minimum = amount(row, PayTableColumn.MINIMUM, violations);
        var maximum = amount(row, PayTableColumn.MAXIMUM, violations);
        var basis = basis(row, violations);
        var currency = row.cell(PayTableColumn.CURRENCY);
        if (!currency.isEmpty() && !currency.matches("[A-Z]{3}")) {
            violations.add(row.violation(PayTableColumn.CURRENCY, "is no currency", currency, "a code such as USD"));
        }
        if (minimum == null || maximum == null) {
            return Optional.empty();
        }
        if (maximum.compareTo(minimum) < 0) {
            violations.add(row.violation(
                    PayTableColumn.MAXIMUM,
                    "the maximum is below the minimum",
                    row.cell(PayTableColumn.MAXIMUM),
                    "at least " + minimum.toPlainString()));
            return Optional.empty();
        }
        var range = new PayRange(minimum, maximum, currency.isEmpty() ? PayRange.DOLLARS : currency, basis);
        requireMidpoint(row, range, violations);
        return Optional.of(range);
    }

    private void requireMidpoint(PlacedRow row, PayRange range, List<Violation> violations) {
        if (row.cell(PayTableColumn.MIDPOINT).isEmpty()) {
            return;
        }
        var midpoint = amount(row, PayTableColumn.MIDPOINT, violations);
        if (midpoint != null && midpoint.compareTo(range.midpoint()) != 0) {
            violations.add(row.violation(
                    PayTableColumn.MIDPOINT,
                    "is not the mean of minimum and maximum",
                    row.cell(PayTableColumn.MIDPOINT),
                    range.midpoint().toPlainString()));
        }
    }

    private @Nullable BigDecimal amount(PlacedRow row, PayTableColumn column, List<Violation> violations) {
        var text = row.cell(column);
        try {
            return Money.readWritten(text);
        } catch (IllegalArgumentException e) {
            var message = text.isEmpty() ? "is missing" : "the amount " + e.getMessage();
            violations.add(row.violation(column, message, text, Money.EXPECTED));
            return null;
        }
    }

    private Basis basis(PlacedRow row, List<Violation> violations) {
        var text = row.cell(PayTableColumn.BASIS);
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "", "annual", "annually", "a", "year", "yearly" -> Basis.ANNUAL;
            case "hourly", "h", "hour" -> Basis.HOURLY;
            default -> {
                violations.add(row.violation(PayTableColumn.BASIS, "is no basis", text, "Annual or Hourly"));
                yield Basis.ANNUAL;
            }
        };
    }
}
