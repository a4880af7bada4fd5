package city.planofrecord.paygrade.rangeadjustment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;
import city.planofrecord.chassis.ledger.Ledger;
import city.planofrecord.chassis.ledger.Row;
import city.planofrecord.paygrade.code.GradeCode;
import city.planofrecord.paygrade.paygrade.PayGrades;
import city.planofrecord.paygrade.payschedule.PaySchedules;

/** Finds the grades that are meant, as they stand now on the day. */
@Singleton
class AffectedGrades {

    private static final String OF_SCHEDULE = "r.schedule_id = :schedule and r.superseded_at is null and ";

    private final PaySchedules schedules;
    private final PayGrades grades;

    AffectedGrades(PaySchedules schedules, PayGrades grades) {
        this.schedules = schedules;
        this.grades = grades;
    }

    /** @throws Refused (422) where the schedule or a grade is unknown or not in effect on the day, or is named twice */
    List<Row> of(Selection selection, LocalDate day) {
        return switch (selection) {
            case Selection.OfSchedule schedule -> ofSchedule(schedule.letter(), day);
            case Selection.OfGrades named -> named(named.grades(), day);
        };
    }

    /** The grades of the schedule that begin after the day, and so are left alone. */
    List<RangeAdjustments.Skipped> later(Selection selection, LocalDate day) {
        return switch (selection) {
            case Selection.OfGrades _ -> List.of();
            case Selection.OfSchedule schedule ->
                select(
                                schedule(schedule.letter(), day),
                                "r.effective_from > :day and not exists (select 1 from pay_grade_row o"
                                        + " where o.subject_id = r.subject_id and o.superseded_at is null"
                                        + " and o.effective_from < r.effective_from"
                                        + " and (o.effective_until is null or o.effective_until > :day))",
                                day)
                        .stream()
                        .map(row -> new RangeAdjustments.Skipped(
                                grades.name(row, row.effectiveFrom(), null), "it begins on " + row.effectiveFrom()))
                        .toList();
        };
    }

    private List<Row> ofSchedule(String letter, LocalDate day) {
        var rows = select(
                schedule(letter, day),
                "r.effective_from <= :day and (r.effective_until is null or r.effective_until > :day)",
                day);
        if (rows.isEmpty()) {
            throw Refused.invalid(List.of(Violation.at(
                    "/schedule",
                    "the schedule has no grades on " + day,
                    letter,
                    "a schedule with grades that are in effect on " + day)));
        }
        return rows;
    }

    private UUID schedule(String letter, LocalDate day) {
        return schedules
                .inEffect(letter, day)
                .orElseThrow(() -> Refused.invalid(List.of(Violation.at(
                        "/schedule",
                        "no schedule bears the letter on " + day,
                        letter,
                        "the letter of a schedule that is in effect on " + day))));
    }

    private List<Row> select(UUID schedule, String condition, LocalDate day) {
        return grades.register()
                .ledger()
                .select(
                        OF_SCHEDULE + condition,
                        Map.of("schedule", schedule.toString(), "day", day),
                        null,
                        "r.place, r.effective_from");
    }

    private List<Row> named(List<String> written, LocalDate day) {
        var rows = new ArrayList<Row>();
        var violations = new ArrayList<Violation>();
        var places = new HashMap<UUID, Integer>();
        for (var i = 0; i < written.size(); i++) {
            var text = written.get(i);
            var pointer = "/grades/" + i;
            var code = GradeCode.read(text);
            var row = code.flatMap(grade -> bearing(grade, day));
            if (code.isEmpty()) {
                violations.add(Violation.at(pointer, "is no grade", text, "a grade such as 809-A"));
            } else if (row.isEmpty()) {
                violations.add(Violation.at(
                        pointer, "no grade bears that name on " + day, text, "a grade that is in effect on " + day));
            } else {
                var before = places.putIfAbsent(row.get().subject(), i);
                if (before != null) {
                    violations.add(Violation.at(
                            pointer, "is the grade of /grades/" + before + " again", text, "each grade once"));
                }
                rows.add(row.get());
            }
        }
        if (!violations.isEmpty()) {
            throw Refused.invalid(violations);
        }
        return rows;
    }

    private Optional<Row> bearing(GradeCode code, LocalDate day) {
        return grades
                .register()
                .ledger()
                .select(
                        "r.grade = :grade and r.effective_from <= :day and (r.effective_until is null or r.effective_until > :day) and "
                                + Ledger.known("r", null),
                        Map.of("grade", code.canonical(), "day", day),
                        null,
                        "r.effective_from")
                .stream()
                .findFirst();
    }
}
