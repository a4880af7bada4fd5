package city.planofrecord.notice.registration;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.event.Ids;
import city.planofrecord.chassis.event.Outbox;
import city.planofrecord.chassis.event.UnprocessableEventException;
import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.notice.notice.Application;
import city.planofrecord.notice.notice.Application.FateState;
import city.planofrecord.notice.notice.ItemDecision;
import city.planofrecord.notice.notice.ItemRevision;
import city.planofrecord.notice.notice.Notice;
import city.planofrecord.notice.notice.NoticeEvents;
import city.planofrecord.notice.notice.Notices;
import city.planofrecord.notice.registration.DecidedBatches.StoredTry;
import city.planofrecord.notice.registration.OfferedTry.State;

/** Sees to it that both registers record what was decided together, and what changes it afterwards, or neither does. */
@Singleton
public class Registration {

    private final Notices notices;
    private final DecidedBatches batches;
    private final Outbox outbox;
    private final Clock clock;

    Registration(Notices notices, DecidedBatches batches, Outbox outbox, Clock clock) {
        this.notices = notices;
        this.batches = batches;
        this.outbox = outbox;
        this.clock = clock;
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
        var next = applied(notice, batch, offer, begun);
        notices.save(next);
        if (RevisionOffer.is(offer)) {
            tell(next, offer);
        } else {
            outbox.add(NoticeEvents.of(next, "notice.decided.v1", offer));
        }
        return next;
    }

    private static Notice applied(Notice notice, UUID batch, ObjectNode offer, OfferedTry offered) {
        return RevisionOffer.is(offer)
                ? notice.revised(batch, offered.applications())
                : notice.applied(offered.applications());
    }

    private void tell(Notice notice, ObjectNode revision) {
        outbox.add(NoticeEvents.of(
                notice, RevisionOffer.event(revision), revision.deepCopy().put("revision", notice.revision())));
    }

    /**
     * Rescinds approved items, ends those that are in effect, or gives them another date. The registers that have recorded
     * them are asked, and follow all or not at all, as with what was decided; what none has recorded is done at once.
     *
     * @param locked the notice, locked in this transaction
     * @param items each once; either all of them move, or none does
     * @param citation what allows it
     * @return the notice as it is now, what was asked for on its way
     * @throws Refused (409) while a batch of the notice is on its way, or where an item is not approved, was rescinded
     *     before, or is in effect and does not lapse; (422) where an item is unknown or a date cannot be
     */
    public Notice revise(Notice locked, List<RevisedItem> items, String citation, String reason) {
        if (items.stream().map(RevisedItem.Moved.class::isInstance).distinct().count() > 1) {
            throw new IllegalArgumentException("items are moved by one revision and rescinded by another");
        }
        var tries = batches.last(locked.id());
        requireNoneOnItsWay(locked, tries);
        var recordedBy = recordedBy(tries);
        var today = LocalDate.now(clock);
        RevisionRules.require(locked, items, recordedBy.keySet(), today);
        var batch = Ids.next();
        var asked = items.stream()
                .filter(item -> recordedBy.containsKey(item.item()))
                .toList();
        var now = Instant.now();
        var revisions = new TreeMap<Integer, ItemRevision>();
        items.forEach(item ->
                revisions.put(item.item(), revision(item, asked.contains(item) ? batch : null, citation, reason, now)));
        var notice = locked.revising(revisions);
        var telling = RevisionOffer.telling(notice, items, citation, reason, today);
        if (asked.isEmpty()) {
            notices.save(notice);
            tell(notice, telling);
            return notice;
        }
        batches.addRevision(batch, notice.id());
        return offer(notice, batch, 1, RevisionOffer.asking(telling, batch, locked, asked, recordedBy));
    }

    private static ItemRevision revision(
            RevisedItem item, @Nullable UUID batch, String citation, String reason, Instant now) {
        var state = batch == null ? FateState.APPLIED : FateState.PENDING;
        var application = new Application(state, Map.of());
        return switch (item) {
            case RevisedItem.Rescinded _ ->
                new ItemRevision(ItemRevision.Kind.RESCINDED, batch, null, citation, reason, now, application);
            // What no register has recorded was never in effect, and has nothing to end.
            case RevisedItem.Lapsed lapsed ->
                batch == null
                        ? new ItemRevision(ItemRevision.Kind.RESCINDED, null, null, citation, reason, now, application)
                        : new ItemRevision(
                                ItemRevision.Kind.LAPSED, batch, lapsed.until(), citation, reason, now, application);
            case RevisedItem.Moved moved ->
                new ItemRevision(ItemRevision.Kind.MOVED, batch, moved.date(), citation, reason, now, application);
        };
    }

    private static void requireNoneOnItsWay(Notice notice, List<StoredTry> tries) {
        if (tries.stream().anyMatch(Registration::isOnItsWay)) {
            throw new Refused(
                    ProblemKind.CONFLICT,
                    "Items of notice " + notice.number()
                            + " are being recorded. Try again when the registers have answered: GET /notices/"
                            + notice.number() + "/items shows how far each item has come.");
        }
    }

    /** A decision of which nothing is recorded now is a batch without items: it holds nothing, whoever answers it when. */
    private static boolean isOnItsWay(StoredTry last) {
        var state = last.offered().state();
        return !last.offered().acting().isEmpty() && (state == State.OFFERED || state == State.CONFIRMED);
    }

    /** By item, the batch that recorded it last; without the items that no register has anything of. */
    private static Map<Integer, UUID> recordedBy(List<StoredTry> tries) {
        var recordedBy = new TreeMap<Integer, UUID>();
        for (var last : tries) {
            if (last.offered().state() == State.APPLIED) {
                last.offered().acting().keySet().forEach(item -> recordedBy.put(item, last.batch()));
                if (RevisionOffer.is(last.offer())) {
                    var kept = RevisionOffer.recording(last.offer());
                    last.offered().acting().keySet().stream()
                            .filter(item -> !kept.contains(item))
                            .forEach(recordedBy::remove);
                }
            }
        }
        return recordedBy;
    }

    /**
     * Offers again what was released.
     *
     * @throws Refused (409) where there is nothing that waits to be offered again
     */
    Notice retry(Notice locked) {
        var released = batches.last(locked.id()).stream()
                .filter(last -> last.offered().state() == State.RELEASED)
                .filter(last -> !AnotherTry.of(locked, last).isEmpty())
                .toList();
        if (released.isEmpty()) {
            throw new Refused(
                    ProblemKind.CONFLICT,
                    "Notice " + locked.number() + " has nothing to offer again: " + reason(locked)
                            + " Only what a register has refused can be offered again.");
        }
        var notice = locked;
        for (var last : released) {
            var again = AnotherTry.of(locked, last);
            notice = offer(notice, last.batch(), again.attempt(), again.offer());
        }
        return notice;
    }

    private String reason(Notice notice) {
        var last = batches.last(notice.id());
        if (last.isEmpty()) {
            return "it has not been decided.";
        }
        if (last.stream().anyMatch(Registration::isOnItsWay)) {
            return "its items are being recorded.";
        }
        return last.stream().allMatch(one -> one.offered().state() == State.APPLIED)
                ? "both registers have recorded it."
                : "what was refused has been rescinded, or asked for otherwise, since.";
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
        var next = applied(notice, stored.batch(), stored.offer(), step.next());
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
