package city.planofrecord.paygrade.rangeadjustment;

import java.util.ArrayList;
import java.util.List;

import city.planofrecord.paygrade.payrange.Basis;

/** Says how an adjustment works its ranges out. */
final class AdjustmentWords {

    private AdjustmentWords() {}

    static List<String> of(Adjustment adjustment) {
        var words = new ArrayList<String>();
        var rounded = ", each rounded " + adjustment.rounding().words() + ".";
        words.add(
                switch (adjustment.step()) {
                    case Step step when step.isZero() -> "Minimum and maximum stay.";
                    case Step.ByPercent by ->
                        "Minimum and maximum move by " + by.percent().toPlainString() + " %" + rounded;
                    case Step.ByAmount by ->
                        "Minimum and maximum move by " + by.amount().toPlainString() + " " + by.currency() + " "
                                + words(by.basis()) + rounded;
                });
        adjustment.floor().ifPresent(floor -> words.add(words(floor, adjustment.rounding())));
        words.add("The midpoint is the mean of minimum and maximum, rounded half up to the cent.");
        return List.copyOf(words);
    }

    private static String words(Floor floor, Rounding rounding) {
        var hours = floor.hoursPerYear();
        return "A minimum that then lies below " + floor.minimum().toPlainString() + " " + floor.currency() + " "
                + words(floor.basis())
                + (hours.isPresent()
                        ? " (" + hours.getAsInt() + " hours make a year; by the hour it is rounded up to the cent)"
                        : "")
                + " is lifted to it, and the maximum becomes that minimum times maximum over minimum as they were before,"
                + " rounded " + rounding.words() + ".";
    }

    private static String words(Basis basis) {
        return switch (basis) {
            case ANNUAL -> "for a year";
            case HOURLY -> "for an hour";
        };
    }
}
