package city.planofrecord.local.city;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;

import city.planofrecord.local.city.Schedule.Grade;

/**
 * What a city does when its schedules have become too many: on one day by one ordinance all twenty are abolished, three are
 * established with grades of their own, and every class is reassigned. Two letters, many names of grades and many job codes
 * are used again for other things on the day, and some classes exchange their codes.
 */
public record Restructuring(
        CityPlan plan,
        LocalDate on,
        List<Schedule> established,
        List<Moved> moved,
        List<JobClass> abolished,
        List<Begun> begun) {

    private static final int ABOLISHED = 25;
    private static final int BEGUN = 30;
    private static final int SWAPPED = 60;
    private static final int HOURS_A_YEAR = 2080;

    /** A class that goes on, with the code and the grade that it gets. */
    public record Moved(JobClass jobClass, String jobCode, Grade grade) {

        public boolean isRecoded() {
            return !jobClass.last().jobCode().equals(jobCode);
        }
    }

    /** A class that begins on the day. */
    public record Begun(String jobCode, String title, Grade grade) {}

    public static Restructuring of(CityPlan plan, LocalDate on) {
        var chance = new Random(on.toEpochDay());
        var living = new ArrayList<>(
                plan.classes().stream().filter(JobClass::isInEffect).toList());
        var abolished = List.copyOf(living.subList(0, ABOLISHED));
        var going = living.subList(ABOLISHED, living.size());
        var pay = new Pay(plan);
        var established = schedules(on, going, pay);
        var taken = new ArrayList<String>();
        var begun = begun(abolished, established, taken, chance);
        return new Restructuring(plan, on, established, moved(going, established, pay, taken), abolished, begun);
    }

    private static List<Moved> moved(List<JobClass> going, List<Schedule> established, Pay pay, List<String> taken) {
        var codes = new NewCodes(taken);
        for (var i = 0; i + 1 < SWAPPED; i += 2) {
            codes.exchange(
                    going.get(i).last().jobCode(), going.get(i + 1).last().jobCode());
        }
        return going.stream()
                .map(jobClass -> {
                    var letter = letter(jobClass);
                    return new Moved(
                            jobClass,
                            codes.of(jobClass.last().jobCode(), letter),
                            grade(pay.of(jobClass.lastGrade()), letter, established));
                })
                .toList();
    }

    private static List<Begun> begun(
            List<JobClass> abolished, List<Schedule> established, List<String> taken, Random chance) {
        var begun = new ArrayList<Begun>();
        for (var i = 0; i < BEGUN; i++) {
            // The codes of classes that end on the day, and then some that nobody ever bore.
            var code = i < abolished.size() ? abolished.get(i).last().jobCode() : "CX9%03d".formatted(i);
            taken.add(code);
            var grades = established.get(i % established.size()).grades();
            begun.add(new Begun(code, "New Undertaking " + (i + 1), grades.get(chance.nextInt(grades.size()))));
        }
        return List.copyOf(begun);
    }

    private static String letter(JobClass jobClass) {
        if (!jobClass.last().exempt()) {
            return "N";
        }
        return jobClass.last().occupationalGroup().equals("Management") ? "A" : "X";
    }

    private static List<Schedule> schedules(LocalDate on, List<JobClass> classes, Pay pay) {
        return List.of(
                schedule(on, "A", "Appointed and executive", 801, 0.7, classes, pay),
                schedule(on, "N", "Non-exempt", 501, 0.5, classes, pay),
                schedule(on, "X", "Exempt professional", 801, 0.6, classes, pay));
    }

    private static Schedule schedule(
            LocalDate on, String letter, String name, int first, double spread, List<JobClass> classes, Pay pay) {
        var progression = 0.06;
        var pays = classes.stream()
                .filter(jobClass -> letter(jobClass).equals(letter))
                .mapToDouble(jobClass -> pay.of(jobClass.lastGrade()))
                .summaryStatistics();
        var grades = 1 + (int) Math.ceil(Math.log(pays.getMax() / pays.getMin()) / Math.log(1 + progression));
        var hourly = letter.equals("N");
        var minimum = pays.getMin() / (1 + spread / 2);
        var design = new Design(
                letter,
                name,
                first,
                grades,
                spread,
                progression,
                (int) Math.ceil(hourly ? minimum * 100 / HOURS_A_YEAR : minimum),
                hourly,
                0,
                !hourly);
        return new Schedule(
                design,
                on,
                IntStream.range(0, grades)
                        .mapToObj(i -> new Grade(letter, first + i, List.of(Schedule.range(design, on, i, 1))))
                        .toList());
    }

    /** The lowest grade of the letter whose midpoint is not below what the class was paid, else the highest. */
    private static Grade grade(double paid, String letter, List<Schedule> established) {
        var grades = established.stream()
                .filter(schedule -> schedule.letter().equals(letter))
                .findFirst()
                .orElseThrow()
                .grades();
        return grades.stream()
                .filter(grade -> grade.last().midpointOfTheYear() >= paid)
                .min(Comparator.comparingInt(Grade::number))
                .orElse(grades.getLast());
    }

    /** The midpoints of the plan's grades, dollars a year. */
    private static final class Pay {

        private final Map<String, Double> midpoints = new HashMap<>();

        Pay(CityPlan plan) {
            plan.schedules()
                    .forEach(schedule -> schedule.grades()
                            .forEach(grade ->
                                    midpoints.put(grade.name(), grade.last().midpointOfTheYear())));
        }

        double of(String grade) {
            return Objects.requireNonNull(midpoints.get(grade));
        }
    }
}
