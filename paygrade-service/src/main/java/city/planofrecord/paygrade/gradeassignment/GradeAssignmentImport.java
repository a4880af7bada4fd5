package city.planofrecord.paygrade.gradeassignment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.jdbi.v3.core.Jdbi;

import city.planofrecord.chassis.dated.Bearer;
import city.planofrecord.chassis.dated.Span;
import city.planofrecord.chassis.event.Ids;
import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;
import city.planofrecord.chassis.ledger.Entry;
import city.planofrecord.chassis.ledger.Ledger;
import city.planofrecord.chassis.ledger.NewAct;
import city.planofrecord.chassis.register.Recording;
import city.planofrecord.chassis.timeline.ActKind;
import city.planofrecord.paygrade.code.GradeCode;
import city.planofrecord.paygrade.gradeassignment.ImportLines.Numbered;
import city.planofrecord.paygrade.jobclass.JobClasses;
import city.planofrecord.paygrade.paygrade.PayGrades;
import city.planofrecord.paygrade.plan.PayPlan;

/** Records the grades of many classes in the caller's transaction, or none of them. */
@Singleton
class GradeAssignmentImport {

    private static final String ACTOR = "analyst";

    private final GradeAssignments assignments;
    private final PayGrades grades;
    private final JobClasses classes;
    private final PayPlan plan;
    private final Jdbi jdbi;
    private final ObjectMapper json;
    private final Clock clock;

    GradeAssignmentImport(
            GradeAssignments assignments,
            PayGrades grades,
            JobClasses classes,
            PayPlan plan,
            Jdbi jdbi,
            ObjectMapper json,
            Clock clock) {
        this.assignments = assignments;
        this.grades = grades;
        this.classes = classes;
        this.plan = plan;
        this.jdbi = jdbi;
        this.json = json;
        this.clock = clock;
    }

    /** What an import did. */
    record Done(int lines, int established, int acts) {}

    private record Timed(Numbered line, UUID classId, List<AssignmentAct> acts) {}

    /** @throws Refused where a line cannot be recorded; then none is */
    Done record(String ndjson) {
        var lines = new ImportLines(json, LocalDate.now(clock)).read(ndjson);
        var timed = timed(lines);
        var things = new HashSet<String>();
        timed.forEach(one -> {
            things.add(one.classId().toString());
            one.acts().forEach(act -> things.addAll(act.things()));
        });
        plan.begin(things);
        var left = open(timed);
        record(left.lines(), left.entries());
        requireSound(left.lines());
        return new Done(
                lines.size(),
                left.lines().size(),
                left.lines().stream().mapToInt(one -> one.acts().size()).sum());
    }

    private List<Timed> timed(List<Numbered> lines) {
        var timed = new ArrayList<Timed>();
        var violations = new ArrayList<Violation>();
        var seen = new HashMap<UUID, Numbered>();
        var known = classes.bearers(
                lines.stream().map(line -> line.line().jobCode()).collect(Collectors.toSet()));
        var named = grades.bearers(lines.stream()
                .flatMap(line -> line.line().timeline().stream())
                .map(step -> GradeCode.read(step.grade()).orElseThrow())
                .collect(Collectors.toSet()));
        for (var line : lines) {
            var classId = classOf(line, known);
            var before = seen.putIfAbsent(classId, line);
            if (before != null) {
                violations.add(Violation.at(
                        line.pointer() + "/jobCode",
                        "line " + before.number() + " is about the same class",
                        line.line().jobCode(),
                        "one line for each class"));
            }
            timed.add(new Timed(line, classId, acts(line, named, violations)));
        }
        if (!violations.isEmpty()) {
            throw Refused.invalid(violations);
        }
        timed.sort(Comparator.comparing(Timed::classId));
        return timed;
    }

    private static UUID classOf(Numbered line, Map<String, List<Span>> known) {
        var code = line.line().jobCode();
        return Bearer.meant(
                        known.getOrDefault(code, List.of()),
                        line.line().timeline().getFirst().effectiveFrom())
                .orElseThrow(() -> new Refused(
                        ProblemKind.CONFLICT,
                        "The class " + code + " of line " + line.number()
                                + " is not known here yet. Nothing was stored. "
                                + "If classification-service has it, repeat the import in a moment.",
                        List.of(Violation.at(
                                line.pointer() + "/jobCode",
                                "the class is not known here yet",
                                code,
                                "the job code of a class that classification-service has told of"))));
    }

    private static List<AssignmentAct> acts(
            Numbered line, Map<GradeCode, List<Span>> named, List<Violation> violations) {
        var acts = new ArrayList<AssignmentAct>();
        var steps = line.line().timeline();
        LocalDate end = null;
        for (var i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            var code = GradeCode.read(step.grade()).orElseThrow();
            var grade = Bearer.meant(named.getOrDefault(code, List.of()), step.effectiveFrom());
            if (grade.isEmpty()) {
                violations.add(Violation.at(
                        line.pointer() + "/timeline/" + i + "/grade",
                        "there is no such grade",
                        step.grade(),
                        "a grade that is in effect on " + step.effectiveFrom()));
                continue;
            }
            if (end != null && step.effectiveFrom().isAfter(end)) {
                acts.add(AssignmentAct.end(end));
                end = null;
                acts.add(AssignmentAct.carry(ActKind.ESTABLISHED, step.effectiveFrom(), grade.get(), code));
            } else {
                acts.add(AssignmentAct.carry(
                        i == 0 ? ActKind.ESTABLISHED : ActKind.AMENDED, step.effectiveFrom(), grade.get(), code));
            }
            end = step.effectiveUntil();
        }
        if (end != null) {
            acts.add(AssignmentAct.end(end));
        }
        return acts;
    }

    private record Opened(List<Timed> lines, Map<UUID, Entry> entries) {}

    private Opened open(List<Timed> timed) {
        var ledger = assignments.register().ledger();
        var all =
                new HashMap<>(ledger.lockAll(timed.stream().map(Timed::classId).toList()));
        all.putAll(ledger.openAll(timed.stream()
                .map(Timed::classId)
                .filter(id -> !all.containsKey(id))
                .toList()));
        var entries = new HashMap<UUID, Entry>();
        var lines = new ArrayList<Timed>();
        for (var one : timed) {
            var entry = Objects.requireNonNull(all.get(one.classId()));
            if (entry.timeline().periods().isEmpty()) {
                entries.put(one.classId(), entry);
                lines.add(one);
            } else if (!isRecorded(entry, one.acts())) {
                throw new Refused(
                        ProblemKind.CONFLICT,
                        "The class " + one.line().line().jobCode() + " of line "
                                + one.line().number()
                                + " carries other grades already. Nothing was stored. Amend or correct its assignment.",
                        List.of(Violation.at(
                                one.line().pointer() + "/timeline",
                                "differs from what is recorded",
                                null,
                                "what is recorded, or a class that carries no grade yet")));
            }
        }
        return new Opened(lines, entries);
    }

    private static boolean isRecorded(Entry present, List<AssignmentAct> acts) {
        var inForce = present.timeline().inForce();
        return acts.stream().allMatch(asked -> inForce.stream().anyMatch(asked::isDoneBy));
    }

    private void record(List<Timed> lines, Map<UUID, Entry> entries) {
        var at = Ledger.laterThan(jdbi, List.copyOf(entries.values()));
        var today = LocalDate.now(clock);
        var recording = new Recording(at, Ids.next().toString());
        for (var one : lines) {
            var entry = Objects.requireNonNull(entries.get(one.classId()));
            for (var act : one.acts()) {
                var recorded = recording.add(
                        assignments.register(),
                        entry,
                        new NewAct(
                                Ids.next(),
                                act.kind(),
                                act.from(),
                                null,
                                act.set(),
                                act.exists(),
                                null,
                                one.line().line().authority(),
                                one.line().line().reason(),
                                ACTOR,
                                !act.from().isAfter(today)));
                entry = recorded.after();
            }
        }
        recording.write();
    }

    private void requireSound(List<Timed> lines) {
        var byClass = new HashMap<UUID, Timed>();
        lines.forEach(one -> byClass.put(one.classId(), one));
        var violations = plan.flaws(byClass.keySet()).stream()
                .map(flaw -> Violation.at(
                        Objects.requireNonNull(byClass.get(flaw.thing())).line().pointer() + "/timeline",
                        flaw.message(),
                        flaw.found(),
                        flaw.expected()))
                .toList();
        if (!violations.isEmpty()) {
            throw Refused.invalid(violations);
        }
    }
}
