package city.planofrecord.notice.publishgate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import city.planofrecord.notice.gradeassignment.HeardAssignment;
import city.planofrecord.notice.jobclass.HeardClass;
import city.planofrecord.notice.paygrade.HeardGrade;

/** The whole plan in memory, for questions about many of its things at once. */
public final class WholePlan implements Plan {

    private final List<HeardClass> classes;
    private final List<HeardGrade> grades;
    private final Map<String, List<HeardClass>> byCode = new HashMap<>();
    private final Map<String, List<HeardClass>> byTitle = new HashMap<>();
    private final Map<UUID, List<HeardClass>> byClass = new HashMap<>();
    private final Map<String, List<HeardGrade>> byName = new HashMap<>();
    private final Map<String, List<HeardGrade>> bySchedule = new HashMap<>();
    private final Map<UUID, List<HeardAssignment>> byCarrier = new HashMap<>();
    private final Map<String, List<HeardAssignment>> byGrade = new HashMap<>();

    /** Of all periods, each list by first day. */
    public WholePlan(List<HeardClass> classes, List<HeardGrade> grades, List<HeardAssignment> assignments) {
        this.classes = List.copyOf(classes);
        this.grades = List.copyOf(grades);
        for (var one : classes) {
            add(byCode, one.jobCode(), one);
            add(byTitle, one.title().toLowerCase(Locale.ROOT), one);
            add(byClass, one.id(), one);
        }
        for (var one : grades) {
            add(byName, one.grade(), one);
            add(bySchedule, one.schedule(), one);
        }
        for (var one : assignments) {
            add(byCarrier, one.jobClass(), one);
            add(byGrade, one.grade(), one);
        }
    }

    private static <K, V> void add(Map<K, List<V>> map, K key, V value) {
        map.computeIfAbsent(key, _ -> new ArrayList<>()).add(value);
    }

    /** The classes in effect on the day. */
    public List<HeardClass> classesOn(LocalDate day) {
        return classes.stream().filter(one -> one.covers(day)).toList();
    }

    /** The class as it is on the day. */
    public Optional<HeardClass> classOn(UUID id, LocalDate day) {
        return byClass.getOrDefault(id, List.of()).stream()
                .filter(one -> one.covers(day))
                .findFirst();
    }

    /** The grades in effect on the day. */
    public List<HeardGrade> gradesOn(LocalDate day) {
        return grades.stream().filter(one -> one.covers(day)).toList();
    }

    @Override
    public List<HeardClass> carrying(String grade, LocalDate day) {
        return byGrade.getOrDefault(grade, List.of()).stream()
                .filter(one -> one.covers(day))
                .flatMap(one -> classOn(one.jobClass(), day).stream())
                .sorted(Comparator.comparing(HeardClass::jobCode))
                .toList();
    }

    @Override
    public List<HeardClass> bearing(String jobCode) {
        return byCode.getOrDefault(jobCode, List.of());
    }

    @Override
    public List<HeardClass> titled(String title) {
        return byTitle.getOrDefault(title.toLowerCase(Locale.ROOT), List.of());
    }

    @Override
    public List<HeardGrade> named(String grade) {
        return byName.getOrDefault(grade, List.of());
    }

    @Override
    public List<HeardGrade> ofSchedule(String schedule) {
        return bySchedule.getOrDefault(schedule, List.of());
    }

    @Override
    public Optional<HeardAssignment> carriedBy(UUID jobClass, LocalDate day) {
        return byCarrier.getOrDefault(jobClass, List.of()).stream()
                .filter(one -> one.covers(day))
                .findFirst();
    }
}
