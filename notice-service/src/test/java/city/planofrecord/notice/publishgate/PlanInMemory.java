package city.planofrecord.notice.publishgate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import city.planofrecord.notice.gradeassignment.HeardAssignment;
import city.planofrecord.notice.jobclass.HeardClass;
import city.planofrecord.notice.paygrade.HeardGrade;

/** A plan that a test states. */
final class PlanInMemory implements Plan {

    private static final LocalDate BEGINNING = LocalDate.parse("2005-12-01");
    private static final UUID SCHEDULE = new UUID(1, 1);

    private final List<HeardClass> classes = new ArrayList<>();
    private final List<HeardGrade> grades = new ArrayList<>();
    private final List<HeardAssignment> assignments = new ArrayList<>();

    PlanInMemory grade(String grade, String minimum, String maximum) {
        var range = minimum == null
                ? null
                : new HeardGrade.HeardRange(new BigDecimal(minimum), new BigDecimal(maximum), "USD", "ANNUAL");
        grades.add(new HeardGrade(
                UUID.randomUUID(), SCHEDULE, grade.substring(grade.indexOf('-') + 1), grade, range, BEGINNING, null));
        return this;
    }

    PlanInMemory jobClass(String jobCode, String title, String grade) {
        var id = UUID.randomUUID();
        classes.add(new HeardClass(id, jobCode, title, BEGINNING, null));
        assignments.add(new HeardAssignment(id, named(grade).getFirst().id(), grade, BEGINNING, null));
        return this;
    }

    PlanInMemory formerClass(String jobCode, String title, String from, String until) {
        classes.add(new HeardClass(UUID.randomUUID(), jobCode, title, LocalDate.parse(from), LocalDate.parse(until)));
        return this;
    }

    @Override
    public List<HeardClass> bearing(String jobCode) {
        return classes.stream().filter(one -> one.jobCode().equals(jobCode)).toList();
    }

    @Override
    public List<HeardClass> titled(String title) {
        return classes.stream()
                .filter(one -> one.title().equalsIgnoreCase(title))
                .toList();
    }

    @Override
    public List<HeardGrade> named(String grade) {
        return grades.stream().filter(one -> one.grade().equals(grade)).toList();
    }

    @Override
    public List<HeardGrade> ofSchedule(String schedule) {
        return grades.stream().filter(one -> one.schedule().equals(schedule)).toList();
    }

    @Override
    public List<HeardClass> carrying(String grade, LocalDate day) {
        return assignments.stream()
                .filter(one -> one.grade().equals(grade) && one.covers(day))
                .flatMap(one -> classes.stream().filter(other -> other.id().equals(one.jobClass())))
                .toList();
    }

    @Override
    public Optional<HeardAssignment> carriedBy(UUID jobClass, LocalDate day) {
        return assignments.stream()
                .filter(one -> one.jobClass().equals(jobClass) && one.covers(day))
                .findFirst();
    }
}
