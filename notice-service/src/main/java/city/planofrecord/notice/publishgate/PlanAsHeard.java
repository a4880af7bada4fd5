package city.planofrecord.notice.publishgate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import city.planofrecord.notice.gradeassignment.HeardAssignment;
import city.planofrecord.notice.gradeassignment.HeardAssignments;
import city.planofrecord.notice.jobclass.HeardClass;
import city.planofrecord.notice.jobclass.HeardClasses;
import city.planofrecord.notice.paygrade.HeardGrade;
import city.planofrecord.notice.paygrade.HeardGrades;

/** The plan as both registers have told it so far. */
@Singleton
public class PlanAsHeard implements Plan {

    /** An item takes about six questions; reading the whole plan of a city takes as long as some hundreds. */
    private static final int FEW = 50;

    private final HeardClasses classes;
    private final HeardGrades grades;
    private final HeardAssignments assignments;

    PlanAsHeard(HeardClasses classes, HeardGrades grades, HeardAssignments assignments) {
        this.classes = classes;
        this.grades = grades;
        this.assignments = assignments;
    }

    /** When this service last heard from each register; absent where it never has. */
    public record Freshness(
            @Nullable @Schema(examples = "2026-11-21T17:00:00Z")
            Instant classification,

            @Nullable @Schema(examples = "2026-11-21T17:00:00Z")
            Instant paygrade) {}

    /** The plan for questions about so many items: for few, each is asked for; for many, the whole is read once. */
    public Plan forItems(int items) {
        return items > FEW ? whole() : this;
    }

    /** The whole plan as it has been heard so far. */
    public WholePlan whole() {
        return new WholePlan(classes.all(), grades.all(), assignments.all());
    }

    public Freshness freshness() {
        return new Freshness(
                classes.latest().orElse(null),
                Stream.of(grades.latest(), assignments.latest())
                        .flatMap(Optional::stream)
                        .max(Instant::compareTo)
                        .orElse(null));
    }

    @Override
    public List<HeardClass> bearing(String jobCode) {
        return classes.bearing(jobCode);
    }

    @Override
    public List<HeardClass> titled(String title) {
        return classes.titled(title);
    }

    @Override
    public List<HeardGrade> named(String grade) {
        return grades.named(grade);
    }

    @Override
    public List<HeardGrade> ofSchedule(String schedule) {
        return grades.of(schedule);
    }

    @Override
    public Optional<HeardAssignment> carriedBy(UUID jobClass, LocalDate day) {
        return assignments.on(jobClass, day);
    }

    @Override
    public List<HeardClass> carrying(String grade, LocalDate day) {
        return assignments.carrying(grade, day).stream()
                .flatMap(carried -> classes.periods(carried.jobClass()).stream())
                .filter(period -> period.covers(day))
                .sorted(Comparator.comparing(HeardClass::jobCode))
                .toList();
    }
}
