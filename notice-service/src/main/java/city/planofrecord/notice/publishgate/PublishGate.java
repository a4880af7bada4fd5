package city.planofrecord.notice.publishgate;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import city.planofrecord.notice.notice.Draft;
import city.planofrecord.notice.notice.Notice;
import city.planofrecord.notice.notice.ProposedAction;
import city.planofrecord.notice.notice.ProposedItem;
import city.planofrecord.notice.noticerule.NoticeRule.ProvisionalApproval;
import city.planofrecord.notice.noticerule.RulesInForce;

/** Says what keeps a notice from being posted, or its items from being approved. */
public final class PublishGate {

    /** Somewhat less than the 16 MiB of a message, for its headers. */
    static final int LARGEST_MESSAGE = 16 * 1024 * 1024 - 256 * 1024;

    private static final int BESIDE_THE_SPECIFICATION = 4 * 1024;

    private final Plan plan;

    public PublishGate(Plan plan) {
        this.plan = plan;
    }

    /**
     * Whether date, hearing and deadlines keep the rules.
     *
     * @param rules null where the notice bears no date
     * @param postedOn the day of its posting, null where that is not known yet
     */
    public List<GateFinding> checkDeadlines(Draft draft, @Nullable RulesInForce rules, @Nullable LocalDate postedOn) {
        var findings = new Findings();
        new DeadlineRules(findings).check(draft, rules, postedOn);
        return findings.all();
    }

    /**
     * Whether the notices whose errors it mends have been approved.
     *
     * @param others the edition of a number that is in force, where there is one
     */
    public List<GateFinding> checkMending(Draft draft, Function<String, Optional<Notice>> others) {
        var findings = new Findings();
        new MendingRules(findings, others).check(draft);
        return findings.all();
    }

    /** Whether what was read with doubt from the document has been settled. */
    public List<GateFinding> checkFindings(Draft draft) {
        var findings = new Findings();
        new FindingRules(findings).check(draft);
        return findings.all();
    }

    /**
     * Whether the items fit the plan.
     *
     * @param day from when they are to count
     */
    public List<GateFinding> checkItems(List<ProposedItem> items, LocalDate day) {
        var days = new HashMap<Integer, LocalDate>();
        items.forEach(item -> days.put(item.item(), day));
        return checkItems(items, days);
    }

    /**
     * Whether the items fit the plan, each on its own day and together with those that count by then.
     *
     * @param days by the item's number, from when it is to count
     */
    public List<GateFinding> checkItems(List<ProposedItem> items, Map<Integer, LocalDate> days) {
        var findings = new Findings();
        new TreeSet<>(days.values()).forEach(day -> checkItemsOf(day, items, days, findings));
        changedOnce(items, findings);
        fitsOneMessage(items, findings);
        return findings.all();
    }

    /** Whether the items are small enough to be approved before the Council enacts them. */
    public static List<GateFinding> checkProvisional(List<ProposedItem> items, ProvisionalApproval rule) {
        var findings = new Findings();
        new ProvisionalRules(findings).check(items, rule);
        return findings.all();
    }

    private void checkItemsOf(LocalDate day, List<ProposedItem> all, Map<Integer, LocalDate> days, Findings findings) {
        var items =
                all.stream().filter(item -> day.equals(days.get(item.item()))).toList();
        var whole = new WholeNotice(all.stream()
                .filter(item -> !Objects.requireNonNull(days.get(item.item())).isAfter(day))
                .toList());
        var grades = new GradeRules(plan, day, whole, findings);
        var classes = new ClassRules(plan, day, whole, findings, grades);
        for (var item : items) {
            for (var field : item.lacking()) {
                findings.refuse(
                        item,
                        field,
                        GateRule.COMPLETE,
                        "Item " + item.item() + " cannot be carried out without it.",
                        null,
                        null);
            }
            item.action().ifPresent(action -> check(item, action, classes, grades));
        }
    }

    private static void check(ProposedItem item, ProposedAction action, ClassRules classes, GradeRules grades) {
        switch (action) {
            case ProposedAction.Revise revise -> classes.check(item, revise);
            case ProposedAction.Establish establish -> classes.check(item, establish);
            case ProposedAction.Abolish abolish -> classes.check(item, abolish);
            case ProposedAction.EstablishSchedule establish -> grades.check(item, establish);
            case ProposedAction.AbolishSchedule abolish -> grades.check(item, abolish);
            case ProposedAction.EstablishGrade establish -> grades.check(item, establish);
            case ProposedAction.AdjustRange adjust -> grades.check(item, adjust);
            case ProposedAction.AbolishGrade abolish -> grades.check(item, abolish);
        }
    }

    private static void changedOnce(List<ProposedItem> items, Findings findings) {
        var first = new HashMap<String, Integer>();
        for (var item : items) {
            item.action().ifPresent(action -> {
                for (var touched : touched(action)) {
                    var before = first.putIfAbsent(touched.thing(), item.item());
                    if (before != null) {
                        findings.refuse(
                                item,
                                touched.field(),
                                GateRule.CHANGED_ONCE,
                                "Item " + before + " is about " + touched.thing() + " already. Join the two.",
                                touched.thing(),
                                "one item for each class, grade and schedule");
                    }
                }
            });
        }
    }

    private record Touched(String field, String thing) {}

    private static List<Touched> touched(ProposedAction action) {
        return switch (action) {
            case ProposedAction.Revise revise -> List.of(new Touched("/present/jobCode", "class " + revise.jobCode()));
            case ProposedAction.Abolish abolish ->
                List.of(new Touched("/present/jobCode", "class " + abolish.jobCode()));
            case ProposedAction.Establish establish ->
                List.of(new Touched("/proposed/jobCode", "new class " + establish.jobCode()));
            case ProposedAction.EstablishSchedule establish ->
                List.of(new Touched("/proposed/schedule", "new schedule " + establish.schedule()));
            case ProposedAction.AbolishSchedule abolish ->
                List.of(new Touched("/present/schedule", "schedule " + abolish.schedule()));
            case ProposedAction.EstablishGrade establish ->
                List.of(new Touched(
                        "/proposed/grade", "new grade " + establish.grade().canonical()));
            case ProposedAction.AdjustRange adjust ->
                List.of(new Touched("/present/grade", "grade " + adjust.grade().canonical()));
            case ProposedAction.AbolishGrade abolish ->
                List.of(new Touched("/present/grade", "grade " + abolish.grade().canonical()));
        };
    }

    private static void fitsOneMessage(List<ProposedItem> items, Findings findings) {
        var bytes = 0L;
        for (var item : items) {
            bytes += BESIDE_THE_SPECIFICATION;
            if (item.proposed() != null && item.proposed().specification() != null) {
                bytes += bytes(item.proposed().specification());
            }
        }
        if (bytes > LARGEST_MESSAGE) {
            findings.refuse(
                    "/items",
                    GateRule.MESSAGE_SIZE,
                    null,
                    "The items are too large to be told to the registers in one message. Divide them among several notices.",
                    bytes + " bytes",
                    "at most " + LARGEST_MESSAGE + " bytes");
        }
    }

    private static long bytes(ObjectNode specification) {
        return specification.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
    }
}
