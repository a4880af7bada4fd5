package city.planofrecord.classification.noticebatch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Singleton;

import org.jdbi.v3.core.Jdbi;

import city.planofrecord.chassis.batch.ActsOfBatches;
import city.planofrecord.chassis.batch.Offer;
import city.planofrecord.chassis.batch.Refusal;
import city.planofrecord.chassis.batch.Revised;
import city.planofrecord.chassis.batch.RevisedThing;
import city.planofrecord.chassis.batch.Revisions;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.ledger.Ledger;
import city.planofrecord.classification.jobclass.ClassesAfter;
import city.planofrecord.classification.jobclass.JobClasses;

/** The class register's part in what changes recorded items of a notice: rescinded, moved to another date, or ended. */
@Singleton
class NoticeRevisions {

    private final JobClasses classes;
    private final Revisions revisions;
    private final ActsOfBatches acts;
    private final Jdbi jdbi;

    NoticeRevisions(JobClasses classes, Revisions revisions, ActsOfBatches acts, Jdbi jdbi) {
        this.classes = classes;
        this.revisions = revisions;
        this.acts = acts;
        this.jdbi = jdbi;
    }

    void requireReadable(Offer offer) {
        revisions.requireReadable(offer);
    }

    private Revised judged(Offer offer) {
        return revisions.judged(offer, List.of(classes.register()), NoticeBatches.ACTOR);
    }

    Map<Integer, Set<String>> things(Offer offer) {
        return judged(offer).touched(NoticeRevisions::codes);
    }

    /** The codes that the class takes up, gives up or keeps by the revision. */
    private static Set<String> codes(RevisedThing thing) {
        var codes = new HashSet<String>();
        for (var change : thing.changes()) {
            if (change.before() != null) {
                codes.add(ClassesAfter.jobCode(change.before()));
            }
            if (change.after() != null) {
                codes.add(ClassesAfter.jobCode(change.after()));
            }
        }
        return codes;
    }

    List<Refusal> check(Offer offer) {
        var revised = judged(offer);
        if (!revised.refusals().isEmpty()) {
            return revised.refusals();
        }
        var refusals = new ArrayList<Refusal>();
        for (var thing : revised.things()) {
            try {
                classes.requireSound(thing.changes());
            } catch (Refused e) {
                refusals.addAll(revised.refusing(thing.id(), e.detail()));
            }
        }
        var after = classes.after(revised.things().stream()
                .map(thing -> new ClassesAfter.Changed(
                        thing.id(), thing.before().timeline(), thing.after().timeline()))
                .toList());
        after.hindrances().forEach(one -> refusals.addAll(revised.refusing(one.jobClass(), one.reason())));
        return refusals;
    }

    void record(Offer offer) {
        var revised = revisions.locked(offer, List.of(classes.register()), NoticeBatches.ACTOR);
        revised.recording().write();
        acts.note(offer.batch(), revised.recording());
        Ledger.settle(jdbi);
    }
}
