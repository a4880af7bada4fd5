package city.planofrecord.notice.noticerule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;

/** Days of one name on which the city's offices are closed. */
public sealed interface Holiday {

    String name();

    /** Whether the offices are closed on that day because of it. */
    boolean closes(LocalDate day);

    /** What becomes of a holiday that falls on a Saturday or Sunday. */
    enum Observance {
        /** Only the day itself. */
        AS_IT_FALLS,
        /** The Friday before a Saturday, the Monday after a Sunday. */
        NEAREST_WEEKDAY
    }

    /** The same date of every year. */
    record EveryYear(String name, MonthDay date, Observance observance) implements Holiday {

        @Override
        public boolean closes(LocalDate day) {
            // Observed, New Year's Day can fall into the year before.
            for (var year = day.getYear() - 1; year <= day.getYear() + 1; year++) {
                if (date.isValidYear(year) && observed(date.atYear(year)).equals(day)) {
                    return true;
                }
            }
            return false;
        }

        private LocalDate observed(LocalDate falls) {
            return switch (observance) {
                case AS_IT_FALLS -> falls;
                case NEAREST_WEEKDAY ->
                    switch (falls.getDayOfWeek()) {
                        case SATURDAY -> falls.minusDays(1);
                        case SUNDAY -> falls.plusDays(1);
                        case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> falls;
                    };
            };
        }
    }

    /**
     * The same weekday of the same week of a month.
     *
     * @param week from 1; -1 is the last of the month
     */
    record WeekdayOfMonth(String name, Month month, int week, DayOfWeek weekday) implements Holiday {

        public WeekdayOfMonth {
            if (week != -1 && (week < 1 || week > 5)) {
                throw new IllegalArgumentException("There is no week " + week + " of a month");
            }
        }

        @Override
        public boolean closes(LocalDate day) {
            return day.getMonth() == month
                    && day.getDayOfWeek() == weekday
                    && day.equals(day.with(TemporalAdjusters.dayOfWeekInMonth(week, weekday)));
        }
    }

    /** One day of one year. */
    record Once(String name, LocalDate date) implements Holiday {

        @Override
        public boolean closes(LocalDate day) {
            return day.equals(date);
        }
    }
}
