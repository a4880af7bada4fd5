package city.planofrecord.paygrade.noticebatch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;

import city.planofrecord.chassis.batch.ActsOfBatches;
import city.planofrecord.chassis.batch.Offer;
import city.planofrecord.chassis.batch.Refusal;
import city.planofrecord.chassis.batch.Revised;
import city.planofrecord.chassis.batch.RevisedThing;
import city.planofrecord.chassis.batch.Revisions;
import city.planofrecord.chassis.register.Register;
import city.planofrecord.paygrade.acts.Registered;
import city.planofrecord.paygrade.gradeassignment.GradeAssignments;
import city.planofrecord.paygrade.paygrade.PayGrades;
import city.planofrecord.paygrade.payschedule.PaySchedules;
import city.planofrecord.paygrade.plan.PayPlan;
import city.planofrecord.paygrade.soundness.Soundness;

/** The pay plan's part in what changes recorded items of a notice: rescinded, moved to another date, or ended. */
@Singleton
class PaygradeRevisions {

    private record Kept(BatchItem.Kind kind, Registered<?> things) {}

    private final Map<Register, Kept> kinds = new LinkedHashMap<>();
    private final PayPlan plan;
    private final Revisions revisions;
    private final ActsOfBatches acts;

    PaygradeRevisions(
            PaySchedules schedules,
            PayGrades grades,
            GradeAssignments assignments,
            PayPlan plan,
            Revisions revisions,
            ActsOfBatches acts) {
        kinds.put(schedules.register(), new Kept(BatchItem.Kind.SCHEDULE, schedules));
        kinds.put(grades.register(), new Kept(BatchItem.Kind.GRADE, grades));
        kinds.put(assignments.register(), new Kept(BatchItem.Kind.ASSIGNMENT, assignments));
        this.plan = plan;
        this.revisions = revisions;
        this.acts = acts;
    }

    private Revised judged(Offer offer) {
        return revisions.judged(offer, kinds.keySet(), PaygradeBatch.ACTOR);
    }

    Map<Integer, Set<String>> things(Offer offer) {
        return judged(offer).touched(this::grounds);
    }

    private Kept kept(RevisedThing thing) {
        return Objects.requireNonNull(kinds.get(thing.register()));
    }

    /** What the thing rests on and is called by on the days that change. */
    private Set<String> grounds(RevisedThing thing) {
        var things = kept(thing).things();
        var grounds = new HashSet<String>();
        for (var change : thing.changes()) {
            if (change.before() != null) {
                grounds.addAll(things.grounds(change.before()));
            }
            if (change.after() != null) {
                grounds.addAll(things.grounds(change.after()));
            }
        }
        return grounds;
    }

    List<Refusal> check(Offer offer) {
        var revised = judged(offer);
        if (!revised.refusals().isEmpty()) {
            return revised.refusals();
        }
        var after = new PlanAfter();
        var changed = new HashSet<UUID>();
        var around = new HashSet<UUID>();
        var names = new HashSet<String>();
        for (var thing : revised.things()) {
            var timeline = thing.after().timeline();
            after.put(kept(thing).kind(), thing.id(), timeline);
            changed.add(thing.id());
            around.add(thing.id());
            timeline.periods().forEach(period -> {
                around.addAll(grounds(period.image()));
                names.addAll(names(kept(thing).kind(), period.image()));
            });
        }
        var refusals = new ArrayList<Refusal>();
        Soundness.flaws(plan.around(around, names).with(after.plan()), changed)
                .forEach(flaw -> refusals.addAll(revised.refusing(flaw.thing(), flaw.message())));
        return refusals;
    }

    /** What a thing of that image rests on, which need not be what it rests on now. */
    private static List<UUID> grounds(Map<String, JsonNode> image) {
        var grounds = new ArrayList<UUID>();
        for (var field : List.of("gradeId", "scheduleId")) {
            var id = image.get(field);
            if (id != null) {
                grounds.add(UUID.fromString(id.asText()));
            }
        }
        return grounds;
    }

    private static List<String> names(BatchItem.Kind kind, Map<String, JsonNode> image) {
        return switch (kind) {
            case SCHEDULE ->
                List.of(Objects.requireNonNull(image.get("schedule")).asText());
            case GRADE -> List.of(Objects.requireNonNull(image.get("grade")).asText());
            case ASSIGNMENT -> List.of();
        };
    }

    void record(Offer offer) {
        plan.beginHeld();
        var revised = revisions.locked(offer, kinds.keySet(), PaygradeBatch.ACTOR);
        revised.recording().write();
        acts.note(offer.batch(), revised.recording());
    }
}
