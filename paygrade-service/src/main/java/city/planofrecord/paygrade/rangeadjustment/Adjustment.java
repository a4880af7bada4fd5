package city.planofrecord.paygrade.rangeadjustment;

import java.math.BigDecimal;
import java.util.Optional;

import city.planofrecord.paygrade.payrange.Basis;
import city.planofrecord.paygrade.payrange.Money;
import city.planofrecord.paygrade.payrange.PayRange;

/**
 * How ranges are moved. Minimum and maximum each take the step and are rounded; a step of nothing rounds nothing. A
 * minimum that then lies below the floor becomes the floor (rounded alike), and the maximum becomes that minimum times
 * the maximum over the minimum as they were before the adjustment, rounded alike: the grade keeps its spread. A range that
 * began at nothing has no spread to keep; its maximum is only lifted to the minimum.
 */
record Adjustment(Step step, Optional<Floor> floor, Rounding rounding) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    Adjusted of(PayRange range) {
        return unfit(range)
                .<Adjusted>map(reason -> reason)
                .or(() -> unfitFloor(range))
                .orElseGet(() -> moved(range));
    }

    private Optional<Adjusted.Impossible> unfit(PayRange range) {
        return switch (step) {
            case Step.ByPercent _ -> Optional.empty();
            case Step.ByAmount by
            when !by.isZero() && by.basis() != range.basis() ->
                Optional.of(new Adjusted.Impossible(
                        "/basis",
                        "the amount is " + words(by.basis()) + ", the range " + words(range.basis()),
                        "grades of one basis, and that as the amount's basis"));
            case Step.ByAmount by
            when !by.isZero() && !by.currency().equals(range.currency()) ->
                Optional.of(new Adjusted.Impossible(
                        "/currency",
                        "the amount is in " + by.currency() + ", the range in " + range.currency(),
                        "grades of one currency, and that as the amount's currency"));
            case Step.ByAmount _ -> Optional.empty();
        };
    }

    private Optional<Adjusted> unfitFloor(PayRange range) {
        if (floor.isEmpty()) {
            return Optional.empty();
        }
        if (!floor.get().currency().equals(range.currency())) {
            return Optional.of(new Adjusted.Impossible(
                    "/floor/currency",
                    "the floor is in " + floor.get().currency() + ", the range in " + range.currency(),
                    "grades of one currency, and that as the floor's currency"));
        }
        if (floor.get().forRangesOf(range.basis()).isEmpty()) {
            return Optional.of(new Adjusted.Impossible(
                    "/floor/hoursPerYear",
                    "the floor is " + words(floor.get().basis()) + ", the range " + words(range.basis())
                            + ", and how many hours make a year is not said",
                    "the hours of a work year, such as 2080"));
        }
        return Optional.empty();
    }

    private Adjusted moved(PayRange range) {
        var minimum = stepped(range.minimum());
        var maximum = stepped(range.maximum());
        if (minimum.signum() < 0) {
            return new Adjusted.Impossible(
                    step instanceof Step.ByPercent ? "/percent" : "/amount",
                    "the minimum would be " + minimum.toPlainString(),
                    "a minimum that is not negative");
        }
        var least = floor.flatMap(given -> given.forRangesOf(range.basis()));
        var lifted = least.filter(given -> minimum.compareTo(given) < 0).map(rounding::round);
        var from = lifted.orElse(minimum);
        var to = lifted.map(given -> spread(range, given, maximum)).orElse(maximum);
        if (to.compareTo(Money.LARGEST) > 0) {
            return new Adjusted.Impossible(
                    lifted.isPresent() ? "/floor/minimum" : step instanceof Step.ByPercent ? "/percent" : "/amount",
                    "the maximum would be " + to.toPlainString(),
                    "a maximum up to " + Money.LARGEST.toPlainString());
        }
        return new Adjusted.Moved(
                range, new PayRange(from, to, range.currency(), range.basis()), least, lifted.isPresent());
    }

    private BigDecimal stepped(BigDecimal amount) {
        if (step.isZero()) {
            return amount;
        }
        return switch (step) {
            case Step.ByPercent by -> rounding.scaled(amount, HUNDRED.add(by.percent()), HUNDRED);
            case Step.ByAmount by -> rounding.round(amount.add(by.amount()));
        };
    }

    private BigDecimal spread(PayRange before, BigDecimal minimum, BigDecimal maximum) {
        return before.minimum().signum() == 0
                ? maximum.max(minimum)
                : rounding.scaled(minimum, before.maximum(), before.minimum());
    }

    private static String words(Basis basis) {
        return switch (basis) {
            case ANNUAL -> "for a year";
            case HOURLY -> "for an hour";
        };
    }
}
