package city.planofrecord.notice.noticerule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How dates and rules are told to people. */
final class Words {

    private Words() {}

    static String of(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    /** A date with its weekday before it. */
    static String of(LocalDate date) {
        return of(date.getDayOfWeek()) + " " + date;
    }

    static String warned(Collection<Occasion> concerns) {
        return "Warned of, and never moved: "
                + new TreeSet<>(concerns).stream().map(Occasion::inWords).collect(Collectors.joining(", ")) + ".";
    }
}
