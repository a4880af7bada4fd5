package city.planofrecord.paygrade.paytable;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import org.jdbi.v3.core.Jdbi;

import city.planofrecord.chassis.event.Ids;
import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;
import city.planofrecord.chassis.ledger.Authority;
import city.planofrecord.chassis.ledger.Entry;
import city.planofrecord.chassis.ledger.Ledger;
import city.planofrecord.chassis.ledger.NewAct;
import city.planofrecord.chassis.register.Recording;
import city.planofrecord.chassis.timeline.ActKind;
import city.planofrecord.chassis.timeline.Timeline;
import city.planofrecord.paygrade.code.GradeCode;
import city.planofrecord.paygrade.paygrade.PayGrades;
import city.planofrecord.paygrade.payschedule.PaySchedules;
import city.planofrecord.paygrade.plan.PayPlan;

/** Records a pay table whole, in the caller's transaction, or refuses it cell by cell. */
@Singleton
class PayTableImport {

    private static final String ACTOR = "analyst";

    private final PaySchedules schedules;
    private final PayGrades grades;
    private final PayPlan plan;
    private final Jdbi jdbi;
    private final Clock clock;

    PayTableImport(PaySchedules schedules, PayGrades grades, PayPlan plan, Jdbi jdbi, Clock clock) {
        this.schedules = schedules;
        this.grades = grades;
        this.plan = plan;
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * What an import did.
     *
     * @param steps in the order of the file
     */
    record Done(int grades, int established, int amended, int rows, List<ImportedGrade.Step> steps) {}

    private record Grade(UUID id, List<PayTableRow> rows) {}

    private record Step(UUID grade, ImportedGrade.Step step) {}

    /** @throws Refused (422) where a row breaks a rule: each violation names line and column */
    Done record(PayTable table, Authority authority, String reason) {
        var violations = new ArrayList<>(table.violations());
        var byCode = new LinkedHashMap<GradeCode, List<PayTableRow>>();
        table.rows()
                .forEach(row -> byCode.computeIfAbsent(row.grade(), _ -> new ArrayList<>())
                        .add(row));
        requireReach(table.rows(), authority, violations);
        var found = grades(byCode);
        plan.begin(things(found));
        var entries = grades.register()
                .ledger()
                .lockAll(found.values().stream().map(Grade::id).toList());
        var steps = new ArrayList<Step>();
        found.values().stream().sorted(Comparator.comparing(Grade::id)).forEach(grade -> {
            var present = entries.containsKey(grade.id())
                    ? entries.get(grade.id()).timeline()
                    : Timeline.<JsonNode>of(List.of());
            var imported = ImportedGrade.of(grade.rows(), present);
            violations.addAll(imported.violations());
            imported.steps().forEach(step -> steps.add(new Step(grade.id(), step)));
        });
        var named = named(steps, violations);
        refuse(violations);
        record(steps, entries, named, authority, reason);
        requireSound(found);
        return new Done(
                found.size(),
                count(steps, ActKind.ESTABLISHED),
                count(steps, ActKind.AMENDED),
                table.rows().size(),
                steps.stream()
                        .map(Step::step)
                        .sorted(Comparator.comparingLong(step -> step.row().line()))
                        .toList());
    }

    private Map<GradeCode, Grade> grades(Map<GradeCode, List<PayTableRow>> byCode) {
        var found = new LinkedHashMap<GradeCode, Grade>();
        byCode.forEach((code, rows) -> {
            var last = rows.stream()
                    .map(PayTableRow::effectiveFrom)
                    .max(LocalDate::compareTo)
                    .orElseThrow();
            found.put(code, new Grade(grades.find(code, last, null).orElseGet(Ids::next), rows));
        });
        return found;
    }

    private static Set<String> things(Map<GradeCode, Grade> found) {
        var things = new HashSet<String>();
        found.forEach((code, grade) -> {
            things.add(PayGrades.thing(code));
            things.add(grade.id().toString());
        });
        return things;
    }

    private void requireReach(List<PayTableRow> rows, Authority authority, List<Violation> violations) {
        var today = LocalDate.now(clock);
        if (authority.reachesIntoThePast()) {
            return;
        }
        rows.stream()
                .filter(row -> row.effectiveFrom().isBefore(today))
                .forEach(row -> violations.add(row.violation(
                        PayTableColumn.EFFECTIVE_FROM,
                        "the date has passed; give decidedOn, the authority's own date",
                        row.effectiveFrom().toString(),
                        today + " or later")));
    }

    private Map<PayTableRow, Map<String, JsonNode>> named(List<Step> steps, List<Violation> violations) {
        var named = new HashMap<PayTableRow, Map<String, JsonNode>>();
        var lettered = new HashMap<Lettered, Optional<UUID>>();
        for (var step : steps) {
            var row = step.step().row();
            var schedule = lettered.computeIfAbsent(
                    new Lettered(row.grade().schedule(), row.effectiveFrom()),
                    one -> schedules.inEffect(one.letter(), one.day()));
            if (schedule.isEmpty()) {
                violations.add(row.violation(
                        PayTableColumn.GRADE,
                        "no schedule bears the letter " + row.grade().schedule() + " on " + row.effectiveFrom(),
                        row.grade().canonical(),
                        "a grade of a schedule that is in effect on " + row.effectiveFrom()));
            } else if (step.step().kind() == ActKind.ESTABLISHED) {
                named.put(row, PayGrades.named(row.grade(), schedule.get()));
            }
        }
        return named;
    }

    private record Lettered(String letter, LocalDate day) {}

    private void record(
            List<Step> steps,
            Map<UUID, Entry> present,
            Map<PayTableRow, Map<String, JsonNode>> named,
            Authority authority,
            String reason) {
        var entries = new HashMap<>(present);
        entries.putAll(grades.register()
                .ledger()
                .openAll(steps.stream()
                        .map(Step::grade)
                        .filter(id -> !present.containsKey(id))
                        .collect(Collectors.toSet())));
        var recording = new Recording(
                Ledger.laterThan(jdbi, List.copyOf(entries.values())),
                Ids.next().toString());
        var today = LocalDate.now(clock);
        for (var i = 0; i < steps.size(); i++) {
            var step = steps.get(i).step();
            var from = step.row().effectiveFrom();
            var fields = new HashMap<>(named.getOrDefault(step.row(), Map.of()));
            fields.putAll(ImportedGrade.fields(step.row()));
            var act = new NewAct(
                    Ids.next(),
                    step.kind(),
                    from,
                    null,
                    fields,
                    step.kind() == ActKind.ESTABLISHED ? Boolean.TRUE : null,
                    null,
                    authority,
                    reason,
                    ACTOR,
                    !from.isAfter(today));
            var entry = Optional.ofNullable(entries.get(steps.get(i).grade())).orElseThrow();
            entries.put(entry.id(), recording.add(grades.register(), entry, act).after());
        }
        recording.write();
    }

    private void requireSound(Map<GradeCode, Grade> found) {
        var rows = new HashMap<UUID, PayTableRow>();
        found.values().forEach(grade -> rows.put(grade.id(), grade.rows().getFirst()));
        refuse(plan.flaws(rows.keySet()).stream()
                .map(flaw -> {
                    var row = Optional.ofNullable(rows.get(flaw.thing())).orElseThrow();
                    return row.violation(PayTableColumn.GRADE, flaw.message(), flaw.found(), flaw.expected());
                })
                .toList());
    }

    private static void refuse(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new Refused(
                    ProblemKind.INVALID,
                    "Nothing was stored: " + violations.size() + (violations.size() == 1 ? " cell" : " cells")
                            + " must be changed; the violations name "
                            + (violations.size() > TableLimits.FINDINGS
                                    ? "the first " + TableLimits.FINDINGS + " by "
                                    : "")
                            + "line and column.",
                    violations.stream().limit(TableLimits.FINDINGS).toList());
        }
    }

    private static int count(List<Step> steps, ActKind kind) {
        return (int) steps.stream().filter(step -> step.step().kind() == kind).count();
    }
}
