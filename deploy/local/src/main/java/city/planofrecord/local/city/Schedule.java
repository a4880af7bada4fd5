package city.planofrecord.local.city;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A schedule with its grades, and their ranges from its first day on. */
public record Schedule(Design design, LocalDate from, List<Grade> grades) {

    private static final int HOURS_A_YEAR = 2080;

    /** A grade and its ranges, by date. */
    public record Grade(String letter, int number, List<Range> ranges) {

        /** Number first. */
        public String name() {
            return number + "-" + letter;
        }

        Range last() {
            return ranges.getLast();
        }
    }

    /**
     * A range from a date on.
     *
     * @param minimum dollars, a year or an hour
     */
    public record Range(LocalDate from, BigDecimal minimum, BigDecimal maximum, boolean hourly) {

        double midpointOfTheYear() {
            return minimum.add(maximum).doubleValue() / 2 * (hourly ? HOURS_A_YEAR : 1);
        }
    }

    public String letter() {
        return design.letter();
    }

    /** Grows from year to year, each range by the percentage of its schedule, rounded to the dollar or cent. */
    static Schedule of(Design design, List<LocalDate> years, Random chance) {
        var dates = years.subList(design.since(), years.size());
        var factors = new ArrayList<Double>();
        var factor = grown(years.size() - dates.size());
        for (var i = 0; i < dates.size(); i++) {
            factors.add(factor);
            factor *= 1.012 + 0.004 * chance.nextInt(8);
        }
        var grades = new ArrayList<Grade>();
        for (var i = 0; i < design.grades(); i++) {
            var ranges = new ArrayList<Range>();
            for (var year = 0; year < dates.size(); year++) {
                ranges.add(range(design, dates.get(year), i, factors.get(year)));
            }
            grades.add(new Grade(design.letter(), design.first() + i, List.copyOf(ranges)));
        }
        return new Schedule(design, dates.getFirst(), List.copyOf(grades));
    }

    private static double grown(int years) {
        return Math.pow(1.026, years);
    }

    static Range range(Design design, LocalDate from, int grade, double factor) {
        var minimum = design.minimum() * factor * Math.pow(1 + design.progression(), grade);
        return new Range(
                from,
                money(minimum, design.hourly()),
                money(minimum * (1 + design.spread()), design.hourly()),
                design.hourly());
    }

    private static BigDecimal money(double amount, boolean cents) {
        var whole = BigDecimal.valueOf(amount).setScale(0, RoundingMode.HALF_UP);
        return cents ? whole.movePointLeft(2) : whole.setScale(2);
    }
}
