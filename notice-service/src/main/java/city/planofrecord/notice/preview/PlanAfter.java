package city.planofrecord.notice.preview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import city.planofrecord.notice.jobclass.HeardClass;
import city.planofrecord.notice.notice.ProposedAction;
import city.planofrecord.notice.notice.ProposedItem;
import city.planofrecord.notice.paygrade.HeardGrade.HeardRange;
import city.planofrecord.notice.preview.Conflict.Kind;
import city.planofrecord.notice.publishgate.WholePlan;

/**
 * The plan as notices leave it, one after the other. The items of a batch are carried out together and judged by the end
 * state: each finds the plan as the batches before it left it, so that two classes can exchange their codes.
 */
public final class PlanAfter {

    private final WholePlan plan;

    /** Classes that were touched so far, as they are now; empty where abolished. */
    private final Map<UUID, Optional<ClassImage>> classes = new LinkedHashMap<>();

    private final GradesAfter grades;
    private final List<ClassBeforeAndAfter> touchedClasses = new ArrayList<>();
    private final Map<UUID, ItemOf> lastTouched = new HashMap<>();
    private final Conflicts conflicts = new Conflicts();

    public PlanAfter(WholePlan plan) {
        this.plan = plan;
        this.grades = new GradesAfter(plan, conflicts);
    }

    private record Found(
            ProposedItem item,
            ProposedAction action,
            UUID id,
            @Nullable ClassImage before) {}

    /** Carries out the items, unless the plan does not have what they are about. */
    public void carryOut(Batch batch) {
        var byCode = new HashMap<String, UUID>();
        classes.forEach((id, now) -> now.ifPresent(image -> byCode.put(image.jobCode(), id)));
        var found = new ArrayList<Found>();
        for (var item : batch.items()) {
            item.action().flatMap(action -> find(batch, item, action, byCode)).ifPresent(found::add);
        }
        grades.carryOut(batch);
        found.forEach(one -> carryOut(batch, one));
        found.forEach(one -> bearsItsCodeAlone(batch, one));
    }

    private Optional<Found> find(Batch batch, ProposedItem item, ProposedAction action, Map<String, UUID> byCode) {
        return switch (action) {
            case ProposedAction.Revise revise -> present(batch, item, action, revise.jobCode(), byCode);
            case ProposedAction.Abolish abolish -> present(batch, item, action, abolish.jobCode(), byCode);
            case ProposedAction.Establish establish ->
                Optional.of(new Found(item, action, madeUp(batch.notice() + " " + establish.jobCode()), null));
            case ProposedAction.EstablishSchedule _,
                    ProposedAction.AbolishSchedule _,
                    ProposedAction.EstablishGrade _,
                    ProposedAction.AdjustRange _,
                    ProposedAction.AbolishGrade _ -> Optional.empty();
        };
    }

    private static UUID madeUp(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private Optional<Found> present(
            Batch batch, ProposedItem item, ProposedAction action, String jobCode, Map<String, UUID> byCode) {
        var by = new ItemOf(batch.notice(), item.item());
        var touched = byCode.get(jobCode);
        var original = plan.bearing(jobCode).stream()
                .filter(period -> period.covers(batch.present()))
                .findFirst();
        var found = touched != null
                ? Optional.of(touched)
                : original.map(HeardClass::id).filter(id -> !classes.containsKey(id));
        if (found.isEmpty()) {
            conflicts.notThere(
                    by,
                    original.flatMap(one -> last(one.id())).orElse(null),
                    "class " + jobCode,
                    "No class bears " + jobCode + " on " + batch.effective() + " any more; the item is left out.",
                    "No class bears " + jobCode + " on " + batch.effective() + "; the item is left out.");
            return Optional.empty();
        }
        var image = image(found.get(), batch.present());
        image.ifPresent(before -> presentIsAsPrinted(by, item, before, last(found.get())));
        return image.map(before -> new Found(item, action, found.get(), before));
    }

    private Optional<ClassImage> image(UUID id, LocalDate day) {
        var touched = classes.get(id);
        return touched != null
                ? touched.map(image -> image.paid(grades.range(image.grade(), day)))
                : plan.classOn(id, day).map(found -> ofPlan(found, day));
    }

    private ClassImage ofPlan(HeardClass found, LocalDate day) {
        var grade = plan.carriedBy(found.id(), day).map(one -> one.grade()).orElse(null);
        return ClassImage.of(found, grade, grades.range(grade, day));
    }

    private Optional<ItemOf> last(UUID id) {
        return Optional.ofNullable(lastTouched.get(id));
    }

    private void presentIsAsPrinted(ItemOf by, ProposedItem item, ClassImage before, Optional<ItemOf> last) {
        var printed = item.present();
        if (printed == null) {
            return;
        }
        conflicts.present(by, last.orElse(null), "title of " + before.jobCode(), printed.title(), before.title());
        conflicts.present(
                by,
                last.orElse(null),
                "grade of " + before.jobCode(),
                printed.grade() == null ? null : GradesAfter.canonical(printed.grade()),
                before.grade());
    }

    private void carryOut(Batch batch, Found found) {
        var by = new ItemOf(batch.notice(), found.item().item());
        var after = switch (found.action()) {
            case ProposedAction.Revise revise -> given(found.before()).with(revise.change());
            case ProposedAction.Establish establish -> ClassImage.of(establish);
            case ProposedAction.Abolish _,
                    ProposedAction.EstablishSchedule _,
                    ProposedAction.AbolishSchedule _,
                    ProposedAction.EstablishGrade _,
                    ProposedAction.AdjustRange _,
                    ProposedAction.AbolishGrade _ -> null;
        };
        var paid = after == null ? null : after.paid(grades.range(after.grade(), batch.effective()));
        classes.put(found.id(), Optional.ofNullable(paid));
        lastTouched.put(found.id(), by);
        var changed = ClassImage.changed(found.before(), paid, regrades(found.action()));
        touchedClasses.add(new ClassBeforeAndAfter(found.id(), by, batch.effective(), found.before(), paid, changed));
        if (found.before() != null) {
            changed.stream()
                    .filter(field -> !field.equals("range"))
                    .forEach(field -> conflicts.set(
                            by,
                            found.id() + field,
                            field + " of " + found.before().jobCode()));
        }
        if (paid != null && (found.before() == null || changed.contains("jobCode"))) {
            conflicts.give(by, "job code " + paid.jobCode());
        }
        if (paid != null && (found.before() == null || changed.contains("title"))) {
            conflicts.give(by, "title " + paid.title());
        }
    }

    private static boolean regrades(ProposedAction action) {
        return action instanceof ProposedAction.Revise revise && revise.change().grade() != null;
    }

    private void bearsItsCodeAlone(Batch batch, Found found) {
        var after = classes.getOrDefault(found.id(), Optional.empty());
        if (after.isEmpty()
                || (found.before() != null
                        && found.before().jobCode().equals(after.get().jobCode()))) {
            return;
        }
        var code = after.get().jobCode();
        plan.bearing(code).stream()
                .filter(period -> period.reaches(batch.effective())
                        && !period.id().equals(found.id())
                        && !classes.containsKey(period.id()))
                .findFirst()
                .ifPresent(other -> conflicts.add(new Conflict(
                        Kind.CODE_BORNE,
                        new ItemOf(batch.notice(), found.item().item()),
                        null,
                        "job code " + code,
                        code + " belongs to " + other.title() + " on " + batch.effective() + " or later.")));
    }

    private static ClassImage given(@Nullable ClassImage image) {
        return Optional.ofNullable(image).orElseThrow();
    }

    /** What each item makes of its class, in the order in which they were carried out. */
    public List<ClassBeforeAndAfter> touchedClasses() {
        return List.copyOf(touchedClasses);
    }

    public GradesAfter grades() {
        return grades;
    }

    public List<Conflict> conflicts() {
        return conflicts.all();
    }

    /** Every class that is there on the day after all this, by its id. */
    public Map<UUID, ClassImage> classesOn(LocalDate day) {
        var there = new LinkedHashMap<UUID, ClassImage>();
        for (var one : plan.classesOn(day)) {
            if (!classes.containsKey(one.id())) {
                there.put(one.id(), ofPlan(one, day));
            }
        }
        classes.forEach((id, now) ->
                now.ifPresent(image -> there.put(id, image.paid(grades.range(image.grade(), day)))));
        return there;
    }

    /** The range of the grade on the day after all this; null where it has none or is not there. */
    public @Nullable HeardRange range(String grade, LocalDate day) {
        return grades.range(grade, day);
    }
}
