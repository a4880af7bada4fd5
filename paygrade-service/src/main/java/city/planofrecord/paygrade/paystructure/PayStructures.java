package city.planofrecord.paygrade.paystructure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.dated.NotInEffect;
import city.planofrecord.chassis.dated.Span;
import city.planofrecord.chassis.heard.HeardRow;
import city.planofrecord.chassis.ledger.Ledger;
import city.planofrecord.chassis.ledger.Row;
import city.planofrecord.paygrade.code.GradeCode;
import city.planofrecord.paygrade.code.Notation;
import city.planofrecord.paygrade.gradeassignment.GradeAssignments;
import city.planofrecord.paygrade.jobclass.JobClasses;
import city.planofrecord.paygrade.paygrade.PayGrades;
import city.planofrecord.paygrade.payschedule.PaySchedules;

/** Reads the whole plan of a day, at one moment of the database. */
@Singleton
class PayStructures {

    private static final String COVERS =
            "r.effective_from <= :day and (r.effective_until is null or r.effective_until > :day) and ";

    private final PaySchedules schedules;
    private final Ledger grades;
    private final Ledger assignments;
    private final JobClasses classes;
    private final Jdbi jdbi;

    PayStructures(
            PaySchedules schedules, PayGrades grades, GradeAssignments assignments, JobClasses classes, Jdbi jdbi) {
        this.schedules = schedules;
        this.grades = grades.register().ledger();
        this.assignments = assignments.register().ledger();
        this.classes = classes;
        this.jdbi = jdbi;
    }

    /** A schedule of the day. */
    record Schedule(Row row, Notation notation, ScheduleStructure structure) {}

    /** @param ungraded classes in effect that carry no grade */
    record Structure(List<Schedule> schedules, List<HeardRow> ungraded) {}

    /** Every schedule of the day. */
    @Transactional
    Structure all(LocalDate day, @Nullable Instant knownAt) {
        atOneMoment();
        return structure(
                schedules
                        .register()
                        .ledger()
                        .select(COVERS + Ledger.known("r", knownAt), Map.of("day", day), knownAt, "r.schedule"),
                day,
                knownAt);
    }

    /** The schedule that the letter means on the day. @throws city.planofrecord.chassis.http.Refused (404) where it is not in effect */
    @Transactional
    Structure of(String letter, LocalDate day, @Nullable Instant knownAt) {
        atOneMoment();
        var ledger = schedules.register().ledger();
        var id = schedules.meant(letter, day, knownAt);
        var row = ledger.on(id, day, knownAt)
                .orElseThrow(() -> NotInEffect.on(
                        day,
                        "Pay schedule " + letter,
                        "was abolished",
                        ledger.rows(id, knownAt).stream().map(Span::of).toList()));
        return structure(List.of(row), day, knownAt);
    }

    /** Grades and assignments of a batch are recorded together, so they are read together. */
    private void atOneMoment() {
        jdbi.useHandle(handle -> handle.execute("set transaction isolation level repeatable read, read only"));
    }

    private Structure structure(List<Row> found, LocalDate day, @Nullable Instant knownAt) {
        var inEffect = classes.inEffect(day, knownAt);
        var carried = carried(inEffect, day, knownAt);
        var lines = lines(found, carried, day, knownAt);
        var graded = new HashSet<UUID>();
        carried.values().forEach(graded::addAll);
        return new Structure(
                found.stream()
                        .map(row -> new Schedule(
                                row, notation(row), ScheduleStructure.of(lines.getOrDefault(row.subject(), List.of()))))
                        .toList(),
                inEffect.stream().filter(row -> !graded.contains(row.subject())).toList());
    }

    /** By grade, the classes in effect that carry it. */
    private Map<UUID, Set<UUID>> carried(List<HeardRow> inEffect, LocalDate day, @Nullable Instant knownAt) {
        var alive = new HashSet<UUID>();
        inEffect.forEach(row -> alive.add(row.subject()));
        var carried = new HashMap<UUID, Set<UUID>>();
        assignments.select(COVERS + Ledger.known("r", knownAt), Map.of("day", day), knownAt, "r.subject_id").stream()
                .filter(row -> alive.contains(row.subject()))
                .forEach(row -> carried.computeIfAbsent(
                                UUID.fromString(row.image().path("gradeId").asText()), _ -> new HashSet<>())
                        .add(row.subject()));
        return carried;
    }

    private Map<UUID, List<GradeLine>> lines(
            List<Row> found, Map<UUID, Set<UUID>> carried, LocalDate day, @Nullable Instant knownAt) {
        var notations = new HashMap<UUID, Notation>();
        found.forEach(row -> notations.put(row.subject(), notation(row)));
        var lines = new HashMap<UUID, List<GradeLine>>();
        for (var row : grades.select(COVERS + Ledger.known("r", knownAt), Map.of("day", day), knownAt, "r.place")) {
            var schedule = UUID.fromString(row.image().path("scheduleId").asText());
            var notation = notations.get(schedule);
            if (notation != null) {
                var code = new GradeCode(
                        row.image().path("schedule").asText(),
                        row.image().path("number").asText());
                lines.computeIfAbsent(schedule, _ -> new ArrayList<>())
                        .add(new GradeLine(
                                row.subject(),
                                code.in(notation),
                                Integer.parseInt(code.number()),
                                PayGrades.rangeOf(row),
                                carried.getOrDefault(row.subject(), Set.of()).size()));
            }
        }
        return lines;
    }

    private static Notation notation(Row row) {
        return Notation.valueOf(row.image().path("notation").asText(Notation.NUMBER_FIRST.name()));
    }
}
