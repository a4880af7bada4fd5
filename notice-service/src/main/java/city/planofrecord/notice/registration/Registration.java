package city.planofrecord.notice.registration;

import java.util.Map;
import java.util.UUID;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import city.planofrecord.chassis.event.Ids;
import city.planofrecord.chassis.event.Outbox;
import city.planofrecord.chassis.event.UnprocessableEventException;
import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.notice.notice.ItemDecision;
import city.planofrecord.notice.notice.Notice;
import city.planofrecord.notice.notice.NoticeEvents;
import city.planofrecord.notice.notice.Notices;
import city.planofrecord.notice.registration.DecidedBatches.StoredTry;
import city.planofrecord.notice.registration.OfferedTry.State;

/** Sees to it that both registers record what was decided together, or neither does. */
@Singleton
public class Registration {

    private final Notices notices;
    private final DecidedBatches batches;
    private final Outbox outbox;

    Registration(Notices notices, DecidedBatches batches, Outbox outbox) {
        this.notices = notices;
        this.batches = batches;
        this.outbox = outbox;
    }

    /**
     * Stores the decided notice and offers what was approved, in one batch, to both registers.
     *
     * @param notice as the decision left it, locked
     * @return the notice with its items on their way
     */
    public Notice offer(Notice notice, UUID decision, Map<Integer, ItemDecision> decided) {
        var batch = Ids.next();
        var offer = BatchOffer.of(notice, batch, 1, decided);
        batches.add(batch, notice.id(), decision);
        return offer(notice, batch, 1, offer);
    }

    private Notice offer(Notice notice, UUID batch, int attempt, ObjectNode offer) {
        batches.addTry(batch, attempt, offer);
        var begun = OfferedTry.begun(BatchOffer.registers(offer));
        var next = notice.applied(begun.applications());
        notices.save(next);
        outbox.add(NoticeEvents.of(next, "notice.decided.v1", offer));
        return next;
    }

    /**
     * Offers again what was released.
     *
     * @throws Refused (409) where there is nothing that waits to be offered again
     */
    Notice retry(Notice locked) {
        var released = batches.last(locked.id()).stream()
                .filter(last -> last.offered().state() == State.RELEASED)
                .toList();
        if (released.isEmpty()) {
            throw new Refused(
                    ProblemKind.CONFLICT,
                    "Notice " + locked.number() + " has nothing to offer again: " + reason(locked)
                            + " Only what a register has refused can be offered again.");
        }
        var notice = locked;
        for (var last : released) {
            var again = last.offer().deepCopy().put("try", last.attempt() + 1);
            notice = offer(notice, last.batch(), last.attempt() + 1, again);
        }
        return notice;
    }

    private String reason(Notice notice) {
        var last = batches.last(notice.id());
        if (last.isEmpty()) {
            return "it has not been decided.";
        }
        return last.stream().allMatch(one -> one.offered().state() == State.APPLIED)
                ? "both registers have recorded it."
                : "its items are being recorded.";
    }

    /** Takes a register's answer; one that says nothing new changes nothing. */
    void answered(String number, int edition, UUID batch, int attempt, Answer answer) {
        var notice = notices.lockIfThere(number, edition)
                .orElseThrow(() -> new UnprocessableEventException(
                        "answers edition " + edition + " of notice " + number + ", which is unknown"));
        var stored = batches.find(notice.id(), batch, attempt)
                .orElseThrow(() -> new UnprocessableEventException("answers try " + attempt + " of batch " + batch
                        + ", which notice " + number + " never offered"));
        OfferedTry.Step step;
        try {
            step = stored.offered().answered(answer);
        } catch (IllegalStateException e) {
            throw new UnprocessableEventException(String.valueOf(e.getMessage()), e);
        }
        if (step.changed()) {
            take(notice, stored, step, answer);
        }
    }

    private void take(Notice notice, StoredTry stored, OfferedTry.Step step, Answer answer) {
        batches.save(stored, step.next(), answer);
        if (!isLast(notice, stored)) {
            return;
        }
        var next = notice.applied(step.next().applications());
        notices.save(next);
        step.word()
                .ifPresent(word -> outbox.add(NoticeEvents.of(
                        next,
                        switch (word) {
                            case CONFIRMED -> "notice.confirmed.v1";
                            case RELEASED -> "notice.released.v1";
                        },
                        told(next, stored))));
    }

    /** A rejection that comes when the batch has been offered again says nothing about the present try. */
    private boolean isLast(Notice notice, StoredTry stored) {
        return batches.last(notice.id()).stream()
                .anyMatch(last -> last.batch().equals(stored.batch()) && last.attempt() == stored.attempt());
    }

    private static ObjectNode told(Notice notice, StoredTry stored) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("number", notice.number())
                .put("edition", notice.edition())
                .put("batch", stored.batch().toString())
                .put("try", stored.attempt());
    }
}
