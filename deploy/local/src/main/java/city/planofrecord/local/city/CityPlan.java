package city.planofrecord.local.city;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A pay plan of a city's size with its history: twenty schedules whose ranges are adjusted every year, and their classes.
 * Nothing in it is any real city's.
 */
public record CityPlan(List<Schedule> schedules, List<JobClass> classes) {

    /** The seed of the plan that {@code deploy/up --plan city} loads. */
    public static final long SEED = 1858;

    /** Classes that are in effect at the end of the history. */
    public static final int CLASSES = 1_500;

    /** Years of history, each with an adjustment of all ranges at the beginning of its first work week. */
    public static final int YEARS = 40;

    /** The plan that the seed makes; its history ends before the day. */
    public static CityPlan of(long seed, LocalDate today) {
        var chance = new Random(seed);
        var years = IntStream.rangeClosed(today.getYear() - YEARS, today.getYear())
                .mapToObj(year -> LocalDate.of(year, 1, 1).with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)))
                .filter(date -> date.isBefore(today))
                .toList();
        var schedules = Design.ALL.stream()
                .map(design -> Schedule.of(design, years, chance))
                .toList();
        var classes = new Histories(schedules, years.getFirst(), today.minusDays(1), chance).classes(CLASSES);
        return new CityPlan(schedules, classes);
    }
}
