package city.planofrecord.notice.publishgate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import city.planofrecord.notice.notice.PrintedRange;
import city.planofrecord.notice.paygrade.HeardGrade;
import city.planofrecord.notice.paygrade.HeardGrade.HeardRange;

/** How the ranges of a schedule's grades are usually wide, and usually grow from one grade to the next. */
public final class ScheduleShape {

    /** How far a spread may lie from the middle one of its schedule before it is remarked on. */
    public static final double UNLIKE_SPREAD = 0.10;

    /** The same of the growth from one midpoint to the next. */
    public static final double UNLIKE_PROGRESSION = 0.05;

    /** By grade number, the ranges of the schedule's grades. */
    private final TreeMap<Integer, HeardRange> ranges = new TreeMap<>();

    ScheduleShape(List<HeardGrade> grades) {
        for (var grade : grades) {
            var range = grade.range();
            if (range != null && range.minimum().signum() > 0) {
                ranges.put(number(grade.grade()), range);
            }
        }
    }

    /** @param byNumber the ranges by the numbers of their grades */
    public ScheduleShape(Map<Integer, HeardRange> byNumber) {
        byNumber.forEach((number, range) -> {
            if (range.minimum().signum() > 0) {
                ranges.put(number, range);
            }
        });
    }

    private static int number(String grade) {
        return Integer.parseInt(grade.substring(0, grade.indexOf('-')));
    }

    static HeardRange heard(PrintedRange range) {
        return new HeardRange(
                range.minimum().value(),
                range.maximum().value(),
                range.currency(),
                range.basis().name());
    }

    /** The middle one of the grades' spreads; empty where no grade has a range. */
    public Optional<Double> usualSpread() {
        return middle(ranges.values().stream().map(HeardRange::spread).toList());
    }

    /** The middle one of the growths from grade to grade; empty where fewer than two have a range. */
    public Optional<Double> usualProgression() {
        var growths = new ArrayList<Double>();
        ranges.forEach((number, range) -> progression(number, range).ifPresent(growths::add));
        return middle(growths);
    }

    /** The growth of the midpoint for each number above the next lower grade; empty where none is lower. */
    public Optional<Double> progression(int number, HeardRange range) {
        return Optional.ofNullable(ranges.lowerEntry(number))
                .map(below ->
                        Math.pow(midpoint(range) / midpoint(below.getValue()), 1.0 / (number - below.getKey())) - 1);
    }

    private static double midpoint(HeardRange range) {
        return (range.minimum().doubleValue() + range.maximum().doubleValue()) / 2;
    }

    private static Optional<Double> middle(List<Double> values) {
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(values.stream().sorted().toList().get(values.size() / 2));
    }
}
