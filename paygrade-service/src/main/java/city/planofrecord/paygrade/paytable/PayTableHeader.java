package city.planofrecord.paygrade.paytable;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import de.siegmar.fastcsv.reader.CsvRecord;
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
    private final int width;
    private final PayTableDefaults defaults;

    private PayTableHeader(Map<PayTableColumn, Integer> places, int width, PayTableDefaults defaults) {
        this.places = places;
        this.width = width;
        this.defaults = defaults;
    }

    /** @throws Refused (422) where a heading is unknown or given twice, or a column is missing */
    static PayTableHeader read(CsvRecord header, PayTableDefaults defaults) {
        var places = new EnumMap<PayTableColumn, Integer>(PayTableColumn.class);
        var violations = new ArrayList<Violation>();
        var row = "/rows/" + header.getStartingLineNumber();
        for (var place = 0; place < header.getFieldCount(); place++) {
            var heading = header.getField(place);
            var column = PayTableColumn.of(heading);
            if (column.isEmpty()) {
                violations.add(Violation.at(
                        row + "/" + pointerPart(heading),
                        "unknown column",
                        heading,
                        "Grade, Effective from, Minimum, Midpoint, Maximum, Basis, Currency"));
            } else if (places.putIfAbsent(column.get(), place) != null) {
                violations.add(Violation.at(
                        row + "/" + column.get().field(), "the column is given twice", heading, "one such column"));
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
        return new PayTableHeader(places, header.getFieldCount(), defaults);
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
    Optional<PayTableRow> read(CsvRecord row, List<Violation> violations) {
        var found = new ArrayList<Violation>();
        var line = row.getStartingLineNumber();
        if (row.getFieldCount() > width) {
            found.add(Violation.at(
                    "/rows/" + line,
                    "the row has more cells than the header",
                    String.valueOf(row.getFieldCount()),
                    String.valueOf(width)));
        }
        var grade = grade(row, found);
        var from = effectiveFrom(row, found);
        var range = range(row, found);
        violations.addAll(found);
        return grade.isPresent() && from.isPresent() && found.isEmpty()
                ? Optional.of(new PayTableRow(line, grade.get(), from.get(), range))
                : Optional.empty();
    }

    private Optional<GradeCode> grade(CsvRecord row, List<Violation> violations) {
        var text = cell(row, PayTableColumn.GRADE);
        var grade = GradeCode.read(text);
        if (grade.isEmpty()) {
            violations.add(at(row, PayTableColumn.GRADE, "is no grade", text, "a grade such as 809-A"));
        }
        return grade;
    }

    private Optional<LocalDate> effectiveFrom(CsvRecord row, List<Violation> violations) {
        var text = cell(row, PayTableColumn.EFFECTIVE_FROM);
        if (text.isEmpty() && defaults.effectiveFrom().isPresent()) {
            return defaults.effectiveFrom();
        }
        try {
            var date = text.contains("/") ? LocalDate.parse(text, AMERICAN) : LocalDate.parse(text);
            if (date.isBefore(ActRules.EARLIEST) || date.isAfter(ActRules.LATEST)) {
                violations.add(at(
                        row,
                        PayTableColumn.EFFECTIVE_FROM,
                        "the date is out of bounds",
                        text,
                        ActRules.EARLIEST + " to " + ActRules.LATEST));
                return Optional.empty();
            }
            return Optional.of(date);
        } catch (DateTimeException e) {
            violations.add(at(row, PayTableColumn.EFFECTIVE_FROM, "is no date", text, "a date such as 2010-10-17"));
            return Optional.empty();
        }
    }

    private Optional<PayRange> range(CsvRecord row, List<Violation> violations) {
        if (cell(row, PayTableColumn.MINIMUM).isEmpty()
                && cell(row, PayTableColumn.MAXIMUM).isEmpty()) {
            return Optional.empty();
        }
        var minimum = amount(row, PayTableColumn.MINIMUM, violations);
        var maximum = amount(row, PayTableColumn.MAXIMUM, violations);
        var basis = basis(row, violations);
        var currency = cell(row, PayTableColumn.CURRENCY);
        if (!currency.isEmpty() && !currency.matches("[A-Z]{3}")) {
            violations.add(at(row, PayTableColumn.CURRENCY, "is no currency", currency, "a code such as USD"));
        }
        if (minimum == null || maximum == null) {
            return Optional.empty();
        }
        if (maximum.compareTo(minimum) < 0) {
            violations.add(at(
                    row,
                    PayTableColumn.MAXIMUM,
                    "the maximum is below the minimum",
                    cell(row, PayTableColumn.MAXIMUM),
                    "at least " + minimum.toPlainString()));
            return Optional.empty();
        }
        var range = new PayRange(minimum, maximum, currency.isEmpty() ? PayRange.DOLLARS : currency, basis);
        requireMidpoint(row, range, violations);
        return Optional.of(range);
    }

    private void requireMidpoint(CsvRecord row, PayRange range, List<Violation> violations) {
        if (cell(row, PayTableColumn.MIDPOINT).isEmpty()) {
            return;
        }
        var midpoint = amount(row, PayTableColumn.MIDPOINT, violations);
        if (midpoint != null && midpoint.compareTo(range.midpoint()) != 0) {
            violations.add(at(
                    row,
                    PayTableColumn.MIDPOINT,
                    "is not the mean of minimum and maximum",
                    cell(row, PayTableColumn.MIDPOINT),
                    range.midpoint().toPlainString()));
        }
    }

    private @Nullable BigDecimal amount(CsvRecord row, PayTableColumn column, List<Violation> violations) {
        var text = cell(row, column);
        try {
            return Money.readWritten(text);
        } catch (IllegalArgumentException e) {
            var message = text.isEmpty() ? "is missing" : "the amount " + e.getMessage();
            violations.add(at(row, column, message, text, Money.EXPECTED));
            return null;
        }
    }

    private Basis basis(CsvRecord row, List<Violation> violations) {
        var text = cell(row, PayTableColumn.BASIS);
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "", "annual", "annually", "a", "year", "yearly" -> Basis.ANNUAL;
            case "hourly", "h", "hour" -> Basis.HOURLY;
            default -> {
                violations.add(at(row, PayTableColumn.BASIS, "is no basis", text, "Annual or Hourly"));
                yield Basis.ANNUAL;
            }
        };
    }

    private String cell(CsvRecord row, PayTableColumn column) {
        var place = places.get(column);
        return place == null || place >= row.getFieldCount()
                ? ""
                : row.getField(place).strip();
    }

    private static Violation at(CsvRecord row, PayTableColumn column, String message, String found, String expected) {
        return Violation.at("/rows/" + row.getStartingLineNumber() + "/" + column.field(), message, found, expected);
    }
}
