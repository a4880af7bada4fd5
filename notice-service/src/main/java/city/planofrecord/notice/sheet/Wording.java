package city.planofrecord.notice.sheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import city.planofrecord.notice.notice.Amount;
import city.planofrecord.notice.notice.PrintedRange;
import city.planofrecord.notice.noticedocument.PayBasis;

/** Days, times and money as a notice writes them. */
public final class Wording {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, MMMM d, yyyy", Locale.US);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.US);
    private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("zzz", Locale.US);

    private Wording() {}

    /** Such as {@code March 23, 2011}. */
    public static String date(LocalDate day) {
        return DATE.format(day);
    }

    /** Such as {@code Wednesday, March 23, 2011}. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** Such as {@code 8:00 a.m. (MDT) on Wednesday, April 6, 2011}, in the zone. */
    public static String time(OffsetDateTime time, ZoneId zone) {
        var local = time.atZoneSameInstant(zone);
        return clock(local.getHour(), local.getMinute(), local.getSecond()) + " (" + ZONE.format(local) + ") on "
                + day(local.toLocalDate());
    }

    private static String clock(int hour, int minute, int second) {
        if (minute == 0 && second == 0 && hour % 12 == 0) {
            return hour == 0 ? "12:00 midnight, the beginning of the day," : "12:00 noon";
        }
        var twelve = hour % 12 == 0 ? 12 : hour % 12;
        return "%d:%02d%s %s"
                .formatted(twelve, minute, second == 0 ? "" : ":%02d".formatted(second), hour < 12 ? "a.m." : "p.m.");
    }

    /** Such as {@code $31,573 to $46,117}. */
    static String range(PrintedRange range) {
        return money(range.minimum(), range.currency()) + " to " + money(range.maximum(), range.currency())
                + (range.basis() == PayBasis.HOURLY ? " an hour" : "");
    }

    private static String money(Amount amount, String currency) {
        var whole = amount.value().remainder(BigDecimal.ONE).signum() == 0;
        var written = String.format(Locale.ROOT, whole ? "%,.0f" : "%,.2f", amount.value());
        return currency.equals("USD") ? "$" + written : currency + " " + written;
    }

    /** Such as {@code title, pay grade and class specification}. */
    static String enumeration(List<String> words) {
        return words.size() < 2
                ? String.join("", words)
                : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
    }
}
