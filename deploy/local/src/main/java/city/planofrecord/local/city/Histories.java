package city.planofrecord.local.city;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

import org.jspecify.annotations.Nullable;

import city.planofrecord.local.city.JobClass.Graded;
import city.planofrecord.local.city.JobClass.Named;
import city.planofrecord.local.city.Words.Family;

/** Makes up what became of each class over the years. */
final class Histories {

    private static final int DAYS_A_YEAR = 365;

    private final Map<String, Schedule> schedules = new HashMap<>();
    private final LocalDate begin;
    private final LocalDate until;
    private final Random chance;
    private final JobCodes codes;

    /** @param until the last day that the history may speak of */
    Histories(List<Schedule> schedules, LocalDate begin, LocalDate until, Random chance) {
        schedules.forEach(schedule -> this.schedules.put(schedule.letter(), schedule));
        this.begin = begin;
        this.until = until;
        this.chance = chance;
        this.codes = new JobCodes(chance);
    }

    /** Families one after the other until so many classes are in effect, and those that were abolished on the way. */
    List<JobClass> classes(int inEffect) {
        var families = Words.families();
        Collections.shuffle(families, chance);
        var classes = new ArrayList<JobClass>();
        var living = 0;
        for (var family : families) {
            var letter = letter(family, begin);
            var room = schedule(letter).grades().size()
                    - 2 * (family.role().steps().size() - 1);
            var lowest = chance.nextInt(Math.max(1, room));
            for (var step = 0; step < family.role().steps().size() && living < inEffect; step++) {
                var jobClass = new Life(family, step, letter, lowest + 2 * step).lived();
                classes.add(jobClass);
                living += jobClass.isInEffect() ? 1 : 0;
            }
        }
        if (living < inEffect) {
            throw new IllegalStateException("there are words for " + living + " classes only");
        }
        return List.copyOf(classes);
    }

    private String letter(Family family, LocalDate on) {
        var letters = family.role().letters();
        var first = chance.nextInt(letters.length());
        for (var i = 0; i < letters.length(); i++) {
            var at = (first + i) % letters.length();
            var letter = letters.substring(at, at + 1);
            if (!schedule(letter).from().isAfter(on)) {
                return letter;
            }
        }
        throw new IllegalStateException("no schedule for " + family.name() + " on " + on);
    }

    private Schedule schedule(String letter) {
        return Objects.requireNonNull(schedules.get(letter));
    }

    private LocalDate sunday(LocalDate from, LocalDate to) {
        var days = Math.max(1, ChronoUnit.DAYS.between(from, to) - 7);
        return from.plusDays(chance.nextInt((int) days)).with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    }

    /** One class, as it changes. */
    private final class Life {

        private final Family family;
        private final int step;
        private final List<Named> names = new ArrayList<>();
        private final List<Graded> grades = new ArrayList<>();
        private String letter;
        private int place;
        private String code = "";
        private String title = "";

        Life(Family family, int step, String letter, int place) {
            this.family = family;
            this.step = step;
            this.letter = letter;
            this.place = place;
        }

        JobClass lived() {
            var established = chance.nextInt(5) < 3 ? begin : sunday(begin.plusYears(1), until.minusYears(3));
            var abolished = chance.nextInt(9) == 0 ? sunday(established.plusYears(2), until.minusDays(30)) : null;
            var last = abolished == null ? until : abolished;
            code = codes.next(letter, established);
            var modern = family.role().steps().get(step).formatted(family.name());
            title = chance.nextInt(3) == 0 ? Words.former(modern, family.role()) : modern;
            name(established);
            grade(established);
            for (var date : dates(established, last)) {
                change(date, modern);
            }
            if (abolished != null) {
                codes.giveUp(code, abolished);
            }
            return new JobClass(List.copyOf(names), List.copyOf(grades), abolished);
        }

        private List<LocalDate> dates(LocalDate from, @Nullable LocalDate to) {
            var earliest = from.plusYears(1);
            if (to == null || ChronoUnit.DAYS.between(earliest, to) < DAYS_A_YEAR) {
                return List.of();
            }
            return chance.ints(chance.nextInt(6), 0, Integer.MAX_VALUE)
                    .mapToObj(_ -> sunday(earliest, to))
                    .distinct()
                    .sorted()
                    .toList();
        }

        private void change(LocalDate date, String modern) {
            switch (chance.nextInt(10)) {
                case 0, 1, 2, 3 -> regrade(date, chance.nextInt(4) == 0 ? -1 : 1);
                case 4, 5 -> move(date);
                case 6, 7 -> retitle(date, modern);
                default -> name(date);
            }
        }

        private void regrade(LocalDate date, int by) {
            var bounded = Math.clamp(place + by, 0, schedule(letter).grades().size() - 1);
            if (bounded != place) {
                place = bounded;
                grade(date);
            }
        }

        /** To another schedule, and with it to another code. */
        private void move(LocalDate date) {
            var other = letter(family, date);
            if (other.equals(letter)) {
                regrade(date, 1);
                return;
            }
            letter = other;
            place = Math.min(place, schedule(letter).grades().size() - 1);
            codes.giveUp(code, date);
            code = codes.recoded(code, letter);
            name(date);
            grade(date);
        }

        private void retitle(LocalDate date, String modern) {
            if (!title.equals(modern)) {
                title = modern;
                name(date);
            }
        }

        private void name(LocalDate date) {
            names.add(new Named(
                    date,
                    code,
                    title,
                    family.role().group(),
                    family.name(),
                    schedule(letter).design().exempt() && step > 0,
                    Specifications.of(title, family, step, chance)));
        }

        private void grade(LocalDate date) {
            grades.add(new Graded(date, schedule(letter).grades().get(place).name()));
        }
    }
}
