package city.planofrecord.notice.noticedocument;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Reads dates and times of day as notices write them, and says what is doubtful about them. */
final class Moments {

    private static final String WEEKDAY = "(?:\\b(?<weekday>mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\\.?,? {0,2})?";
    private static final String[] MONTHS = {
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"
    };
    private static final Pattern DATE = Pattern.compile(
            WEEKDAY + "(?:\\b(?<month>" + String.join("|", MONTHS)
                    + ")[a-z]{0,6}\\.? {0,2}(?<day>\\d{1,2})(?:st|nd|rd|th)?,? {0,2}(?<year>\\d{4})\\b"
                    + "|(?<![\\d/])(?<numericMonth>\\d{1,2})/(?<numericDay>\\d{1,2})/(?<numericYear>\\d{4})\\b)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TIME = Pattern.compile(
            "(?<![\\d:.])(?<hour>\\d{1,2})(?::(?<minute>\\d{2}))? ?(?<half>[ap])\\.? ?m\\b\\.?"
                    + "|\\b(?<noon>(?:12(?::00)? )?noon)\\b|\\b(?<midnight>midnight)\\b"
                    + "|(?<![\\d:.])(?<hours>\\d{1,2}):(?<minutes>\\d{2})(?![\\d:])",
            Pattern.CASE_INSENSITIVE);

    private final ZoneId zone;
    private final Findings findings;

    Moments(ZoneId zone, Findings findings) {
        this.zone = zone;
        this.findings = findings;
    }

    /**
     * A date and time in a text.
     *
     * @param at absent if either could not be read
     * @param from where the first of the two begins
     * @param end where the last of the two ends
     */
    record Moment(@Nullable OffsetDateTime at, int from, int end) {}

    /** Whether a text names any date or time of day. */
    static boolean areIn(String text) {
        return DATE.matcher(text).find() || TIME.matcher(text).find();
    }

    /** The one date of a text; none, with a finding, if it has no date, several, or one that does not exist. */
    Optional<LocalDate> date(String text, Lines lines, String pointer) {
        var dates = new LinkedHashSet<LocalDate>();
        var matcher = DATE.matcher(text);
        while (matcher.find()) {
            var date = dateOf(matcher);
            if (date.isEmpty()) {
                findings.error(
                        FindingCode.DATE_IMPOSSIBLE,
                        "No calendar has \"" + matcher.group() + "\". Correct the date.",
                        lines,
                        pointer);
                return Optional.empty();
            }
            checkWeekday(matcher, date.get(), lines, pointer);
            dates.add(date.get());
        }
        return one(
                dates,
                FindingCode.DATE_UNREADABLE,
                "Write one date here, such as \"April 7, 2011\"; found " + found(dates) + ".",
                lines,
                pointer);
    }

    /** The one date and the one time of a text, on the clocks of the city. */
    Moment moment(String text, Lines lines, String pointer) {
        var date = date(text, lines, pointer);
        var time = time(text, lines, pointer);
        int from = Math.min(first(DATE, text), first(TIME, text));
        int end = Math.max(end(DATE, text), end(TIME, text));
        if (date.isEmpty() || time.isEmpty()) {
            return new Moment(null, from, end);
        }
        return new Moment(onTheClock(date.get().atTime(time.get()), lines, pointer), from, end);
    }

    private Optional<LocalTime> time(String text, Lines lines, String pointer) {
        var times = new LinkedHashSet<LocalTime>();
        var matcher = TIME.matcher(text);
        while (matcher.find()) {
            var time = timeOf(matcher);
            if (time.isEmpty()) {
                findings.error(
                        FindingCode.TIME_UNREADABLE,
                        "\"" + matcher.group() + "\" is no time of day. Write one such as \"8:00 a.m.\" or \"noon\".",
                        lines,
                        pointer);
                return Optional.empty();
            }
            times.add(time.get());
        }
        return one(
                times,
                FindingCode.TIME_UNREADABLE,
                "Write one time of day here, such as \"8:00 a.m.\" or \"noon\"; found " + found(times) + ".",
                lines,
                pointer);
    }

    private <T> Optional<T> one(Set<T> values, FindingCode code, String message, Lines lines, String pointer) {
        if (values.size() == 1) {
            return Optional.of(values.iterator().next());
        }
        findings.error(code, message, lines, pointer);
        return Optional.empty();
    }

    private void checkWeekday(Matcher matcher, LocalDate date, Lines lines, String pointer) {
        var weekday = matcher.group("weekday");
        if (weekday == null) {
            return;
        }
        var name = date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        if (!name.toLowerCase(Locale.ROOT).startsWith(weekday.toLowerCase(Locale.ROOT))) {
            findings.warning(
                    FindingCode.WEEKDAY_MISMATCH,
                    date + " is a " + name + ", and the notice says \"" + matcher.group()
                            + "\". Find out which of the two is meant; the date was taken.",
                    lines,
                    pointer);
        }
    }

    private @Nullable OffsetDateTime onTheClock(LocalDateTime local, Lines lines, String pointer) {
        var offsets = zone.getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            findings.error(
                    FindingCode.TIME_CHANGE,
                    "The clocks skip " + local + " in " + zone + ". Give a time that exists.",
                    lines,
                    pointer);
            return null;
        }
        if (offsets.size() > 1) {
            findings.warning(
                    FindingCode.TIME_CHANGE,
                    "The clocks show " + local + " twice in " + zone + ". The earlier was taken.",
                    lines,
                    pointer);
        }
        return local.atOffset(offsets.getFirst());
    }

    private static Optional<LocalDate> dateOf(Matcher matcher) {
        try {
            return Optional.of(
                    matcher.group("month") == null
                            ? LocalDate.of(
                                    Integer.parseInt(matcher.group("numericYear")),
                                    Integer.parseInt(matcher.group("numericMonth")),
                                    Integer.parseInt(matcher.group("numericDay")))
                            : LocalDate.of(
                                    Integer.parseInt(matcher.group("year")),
                                    month(matcher.group("month")),
                                    Integer.parseInt(matcher.group("day"))));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private static int month(String abbreviated) {
        for (int i = 0; i < MONTHS.length; i++) {
            if (MONTHS[i].equalsIgnoreCase(abbreviated)) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException(abbreviated);
    }

    private static Optional<LocalTime> timeOf(Matcher matcher) {
        if (matcher.group("noon") != null) {
            return Optional.of(LocalTime.NOON);
        }
        // Midnight is the beginning of a day to some and its end to others.
        if (matcher.group("midnight") != null) {
            return Optional.empty();
        }
        boolean halves = matcher.group("half") != null;
        int hour = Integer.parseInt(halves ? matcher.group("hour") : matcher.group("hours"));
        var minutes = halves ? matcher.group("minute") : matcher.group("minutes");
        int minute = minutes == null ? 0 : Integer.parseInt(minutes);
        if (minute > 59 || (halves ? hour < 1 || hour > 12 : hour > 23)) {
            return Optional.empty();
        }
        int afternoon = halves && matcher.group("half").equalsIgnoreCase("p") ? 12 : 0;
        return Optional.of(LocalTime.of(halves ? hour % 12 + afternoon : hour, minute));
    }

    private static String found(Set<?> values) {
        return values.isEmpty() ? "none" : values.toString();
    }

    private static int first(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        return matcher.find() ? matcher.start() : text.length();
    }

    private static int end(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        int end = 0;
        while (matcher.find()) {
            end = matcher.end();
        }
        return end;
    }
}
