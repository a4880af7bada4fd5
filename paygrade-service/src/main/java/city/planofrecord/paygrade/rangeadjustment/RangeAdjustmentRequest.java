package city.planofrecord.paygrade.rangeadjustment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;
import city.planofrecord.chassis.ledger.Authority;
import city.planofrecord.paygrade.payrange.Basis;
import city.planofrecord.paygrade.payrange.Money;
import city.planofrecord.paygrade.payrange.PayRange;

/**
 * Ranges that are to move together.
 *
 * @param effectiveFrom first day of the new ranges
 * @param schedule letter of the schedule whose grades are meant; null where grades are named
 * @param grades in either notation; null where a schedule is named
 * @param percent decimal string; null where an amount is given
 * @param amount decimal string; null where a percentage is given
 * @param basis of the amount
 * @param currency of the amount
 */
@Schema(name = "RangeAdjustment")
public record RangeAdjustmentRequest(
        @NotNull @Schema(examples = "2030-01-06") LocalDate effectiveFrom,

        @Nullable
        @Size(max = 3)
        @Schema(description = "All its grades that are in effect on the day. Either this or `grades`.", examples = "S")
        String schedule,

        @Nullable
        @Size(min = 1, max = 1000)
        @Schema(description = "Grades, in either notation. Either this or `schedule`.")
        List<@NotBlank @Size(max = 20) String> grades,

        @Nullable
        @Size(max = 20)
        @Schema(
                description =
                        "By how many percent minimum and maximum move, -50 to 100, at most four decimals. 0 with a floor only "
                                + "lifts to the floor. Either this or `amount`.",
                examples = "3.25")
        String percent,

        @Nullable
        @Size(max = 20)
        @Schema(description = "By what amount minimum and maximum move; it may be negative. Either this or `percent`.")
        String amount,

        @Nullable
        @Schema(
                implementation = Basis.class,
                description = "Of the amount. Default: ANNUAL. Ranges of the other basis are refused.")
        Basis basis,

        @Nullable @Schema(description = "Of the amount. Default: USD.")
        String currency,

        @Nullable @Valid FloorRequest floor,

        @Nullable
        @Schema(implementation = Rounding.class, description = "CENT: half up (default). DOLLAR: up to the whole one.")
        Rounding rounding,

        @NotNull @Valid Authority authority,

        @NotBlank @Size(max = 2000) @Schema(examples = "Annual adjustment of the pay tables")
        String reason) {

    private static final BigDecimal LEAST_PERCENT = BigDecimal.valueOf(-50);
    private static final BigDecimal MOST_PERCENT = BigDecimal.valueOf(100);
    private static final Pattern PERCENT = Pattern.compile("-?\\d{1,3}(?:\\.\\d{1,4})?");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final int HOURS_OF_A_YEAR = 366 * 24;

    /**
     * What no minimum may lie below.
     *
     * @param minimum decimal string
     * @param hoursPerYear needed where a range is of the other basis
     */
    @Schema(name = "RangeFloor", description = "What no minimum may lie below, such as a minimum wage")
    public record FloorRequest(
            @NotBlank @Size(max = 20) @Schema(examples = "15.87")
            String minimum,

            @Nullable @Schema(implementation = Basis.class, description = "Default: ANNUAL", examples = "HOURLY")
            Basis basis,

            @Nullable @Schema(description = "Default: USD") String currency,

            @Nullable
            @Schema(
                    description =
                            "By which an hourly floor is compared with annual ranges, or an annual one with hourly ranges. Without "
                                    + "it such ranges are refused.",
                    examples = "2080")
            Integer hoursPerYear) {}

    /** @throws Refused (422) unless exactly one of schedule and grades is given */
    Selection selection() {
        if (schedule == null && grades != null) {
            return new Selection.OfGrades(grades);
        }
        if (schedule != null && grades == null) {
            return new Selection.OfSchedule(schedule);
        }
        throw Refused.invalid(List.of(Violation.at(
                "/schedule",
                schedule == null ? "neither a schedule nor grades are named" : "both a schedule and grades are named",
                schedule,
                "either schedule or grades")));
    }

    /** @throws Refused (422) where a figure breaks a rule, or not exactly one of percent and amount is given */
    Adjustment adjustment() {
        var violations = new ArrayList<Violation>();
        var step = step(violations);
        var least = floor == null ? Optional.<Floor>empty() : floor(floor, violations);
        if (step.isEmpty() || !violations.isEmpty()) {
            throw Refused.invalid(violations);
        }
        return new Adjustment(step.get(), least, rounded());
    }

    private Rounding rounded() {
        return rounding == null ? Rounding.CENT : rounding;
    }

    private Optional<Step> step(List<Violation> violations) {
        if (percent != null && amount == null) {
            if (basis != null || currency != null) {
                violations.add(Violation.at(
                        basis == null ? "/currency" : "/basis",
                        "a percentage has neither basis nor currency",
                        null,
                        "left out"));
            }
            return percent(percent, violations);
        }
        if (amount != null && percent == null) {
            return amount(amount, violations);
        }
        violations.add(Violation.at(
                "/percent",
                percent == null
                        ? "neither a percentage nor an amount is given"
                        : "a percentage and an amount are given",
                percent,
                "either percent or amount"));
        return Optional.empty();
    }

    private static Optional<Step> percent(String text, List<Violation> violations) {
        var value = PERCENT.matcher(text).matches() ? new BigDecimal(text) : null;
        if (value == null || value.compareTo(LEAST_PERCENT) < 0 || value.compareTo(MOST_PERCENT) > 0) {
            violations.add(Violation.at(
                    "/percent",
                    value == null ? "is no percentage" : "the percentage is out of bounds",
                    text,
                    LEAST_PERCENT + " to " + MOST_PERCENT + ", at most four decimals, such as 3.25"));
            return Optional.empty();
        }
        return Optional.of(new Step.ByPercent(value));
    }

    private Optional<Step> amount(String text, List<Violation> violations) {
        var negative = text.startsWith("-");
        var size = money(negative ? text.substring(1) : text, "/amount", violations);
        var of = currency(currency, "/currency", violations);
        return size.map(value ->
                new Step.ByAmount(negative ? value.negate() : value, basis == null ? Basis.ANNUAL : basis, of));
    }

    private static Optional<Floor> floor(FloorRequest floor, List<Violation> violations) {
        var hours = floor.hoursPerYear() == null ? OptionalInt.empty() : OptionalInt.of(floor.hoursPerYear());
        if (hours.isPresent() && (hours.getAsInt() < 1 || hours.getAsInt() > HOURS_OF_A_YEAR)) {
            violations.add(Violation.at(
                    "/floor/hoursPerYear",
                    "is out of bounds",
                    String.valueOf(hours.getAsInt()),
                    "1 to " + HOURS_OF_A_YEAR + ", such as 2080"));
        }
        var of = currency(floor.currency(), "/floor/currency", violations);
        return money(floor.minimum(), "/floor/minimum", violations)
                .map(minimum -> new Floor(minimum, floor.basis() == null ? Basis.ANNUAL : floor.basis(), of, hours));
    }

    private static String currency(@Nullable String text, String pointer, List<Violation> violations) {
        if (text != null && !CURRENCY.matcher(text).matches()) {
            violations.add(Violation.at(pointer, "is no currency", text, "a code such as USD"));
        }
        return text == null ? PayRange.DOLLARS : text;
    }

    private static Optional<BigDecimal> money(String text, String pointer, List<Violation> violations) {
        try {
            return Optional.of(Money.read(text));
        } catch (IllegalArgumentException e) {
            violations.add(Violation.at(pointer, "the amount " + e.getMessage(), text, Money.EXPECTED));
            return Optional.empty();
        }
    }
}
