package city.planofrecord.notice.notice;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.notice.noticerule.EffectiveDate;

/**
 * One edition of a classification notice. Every change gives a new value with the next revision.
 *
 * @param draft what it says; once posted, what was posted, for ever
 * @param course what became of each item, by its number
 * @param ownCourse what became of the edition as a whole
 * @param highestRevision of all editions under the number when this one was read; its own where that is not known
 */
public record Notice(
        UUID id,
        int edition,
        NoticeStatus status,
        long revision,
        Draft draft,
        @Nullable Posting posting,
        @Nullable EffectiveDate effectiveDate,
        Map<Integer, ItemCourse> course,
        NoticeCourse ownCourse,
        long highestRevision) {

    private static final int FIRST_EDITION = 1;

    public Notice {
        course = Map.copyOf(course);
        highestRevision = Math.max(revision, highestRevision);
    }

    /** An edition whose revision is the highest under its number. */
    public Notice(
            UUID id,
            int edition,
            NoticeStatus status,
            long revision,
            Draft draft,
            @Nullable Posting posting,
            @Nullable EffectiveDate effectiveDate,
            Map<Integer, ItemCourse> course,
            NoticeCourse ownCourse) {
        this(id, edition, status, revision, draft, posting, effectiveDate, course, ownCourse, revision);
    }

    /** No two states under one number have one revision, so that neither their ETags nor their events can be confused. */
    private long nextRevision() {
        return highestRevision + 1;
    }

    /** The same edition, among others of its number. */
    Notice among(long highest) {
        return new Notice(id, edition, status, revision, draft, posting, effectiveDate, course, ownCourse, highest);
    }

    public static Notice drafted(UUID id, Draft draft) {
        return drafted(id, FIRST_EDITION, 1, draft, NoticeCourse.NONE);
    }

    private static Notice drafted(UUID id, int edition, long revision, Draft draft, NoticeCourse ownCourse) {
        return new Notice(id, edition, NoticeStatus.DRAFT, revision, draft, null, null, Map.of(), ownCourse);
    }

    /** The same notice, changed. */
    private Notice next(NoticeStatus status, Map<Integer, ItemCourse> course, NoticeCourse ownCourse) {
        return new Notice(id, edition, status, nextRevision(), draft, posting, effectiveDate, course, ownCourse);
    }

    public String number() {
        return draft.number();
    }

    public ItemCourse course(int item) {
        return course.getOrDefault(item, ItemCourse.NONE);
    }

    /** What it says, with the hearing and the deadlines that hold now. */
    public Draft asRescheduled() {
        var now = draft;
        for (var one : ownCourse.reschedulings()) {
            now = now.rescheduled(one);
        }
        return now;
    }

    /** @throws Refused (409) where the notice has left the draft; what was posted stays as it is */
    public void requireDraft() {
        if (status != NoticeStatus.DRAFT) {
            throw new Refused(
                    ProblemKind.CONFLICT,
                    "Notice " + number() + " is " + status
                            + ": what was posted is never edited, deleted or posted again. While it is not decided it can be "
                            + "superseded by an updated posting; else propose the change in another notice.");
        }
    }

    /**
     * That it is posted, and nothing of it has been approved or denied.
     *
     * @param what is to happen to it, as in "withdrawn"
     * @throws Refused (409) where it is in another state, with what can be done instead
     */
    public void requireUndecided(String what) {
        var instead = switch (status) {
            case DRAFT -> "it is a draft, which nobody has seen: change or delete it.";
            case APPROVED -> "it has been decided: it is APPROVED. Mend it by a correction or a further notice.";
            case DENIED -> "it has been decided: it is DENIED. Propose the change in another notice.";
            case RESCINDED -> "what was approved of it has been rescinded. Propose the change in another notice.";
            case WITHDRAWN -> "it was withdrawn. Propose the change in another notice.";
            case SUPERSEDED -> "edition " + ownCourse.supersededBy() + " stands in its place.";
            case POSTED -> "";
            case CONTINUED ->
                open().size() == draft.items().size()
                        ? ""
                        : "some of its items have been decided. Decide the continued ones, or deny them.";
        };
        if (!instead.isEmpty()) {
            throw new Refused(
                    ProblemKind.CONFLICT,
                    "Notice " + number() + ", edition " + edition + ", cannot be " + what + ": " + instead);
        }
    }

    /** @throws Refused (409) where it is no draft any more */
    public Notice redrafted(Draft other) {
        requireDraft();
        return drafted(id, edition, nextRevision(), other, ownCourse);
    }

    /** @throws Refused (409) where it was posted before */
    public Notice posted(Posting how, Map<Integer, ItemIds> ids) {
        requireDraft();
        var next = new TreeMap<Integer, ItemCourse>();
        ids.forEach((item, resolved) -> next.put(item, ItemCourse.NONE.withIds(resolved)));
        return new Notice(id, edition, NoticeStatus.POSTED, nextRevision(), draft, how, null, next, ownCourse);
    }

    /** The same, saying whether the Council will have to enact what is approved of it, and which rules were overridden. */
    public Notice under(ExpectedEnactment enactment, List<RuleOverride> overrides) {
        return new Notice(
                id,
                edition,
                status,
                revision,
                draft,
                posting,
                effectiveDate,
                course,
                ownCourse.under(enactment, overrides));
    }

    /** @throws Refused (409) where it is not posted, or something of it is decided */
    public Notice withdrawn(Withdrawal how) {
        requireUndecided("withdrawn");
        return next(NoticeStatus.WITHDRAWN, course, ownCourse.withdrawn(how));
    }

    public Notice rescheduled(Rescheduling how) {
        return next(status, course, ownCourse.rescheduled(how));
    }

    /**
     * The draft of the edition after this one.
     *
     * @throws Refused (409) where this one is not posted, or something of it is decided
     */
    public Notice nextEdition(UUID next, Draft updated, String reason) {
        requireUndecided("superseded");
        return drafted(
                next,
                edition + 1,
                nextRevision(),
                updated,
                NoticeCourse.superseding(new Supersession(edition, reason)));
    }

    /**
     * This edition, in whose place the next is posted.
     *
     * @throws Refused (409) where it is not posted any more, or something of it is decided
     */
    public Notice supersededBy(Notice next) {
        requireUndecided("superseded");
        return new Notice(
                id,
                edition,
                NoticeStatus.SUPERSEDED,
                Math.max(nextRevision(), next.revision() + 1),
                draft,
                posting,
                effectiveDate,
                course,
                ownCourse.supersededBy(next.edition()));
    }

    /** The same, which goes on from the revision of the edition before, so that the events of both have one order. */
    public Notice after(Notice former) {
        return among(Math.max(highestRevision, former.revision()));
    }

    /** The items that can be decided: not decided yet, or continued. */
    public List<ProposedItem> open() {
        return draft.items().stream().filter(item -> isOpen(item.item())).toList();
    }

    private boolean isOpen(int item) {
        var decision = course(item).decision();
        return decision == null || decision.outcome() == ItemDecision.Outcome.CONTINUED;
    }

    /** The item as it was approved: as proposed, or with the terms it was amended by. */
    public ProposedItem asDecided(ProposedItem item, ItemDecision decision) {
        return decision.amended() == null ? item : item.amendedBy(decision.amended());
    }

    /** The posting, once there was one. */
    public Optional<Posting> whenPosted() {
        return Optional.ofNullable(posting);
    }

    /** The day on which its life ended: it was withdrawn, or the last of its items was decided. */
    public Optional<LocalDate> endedOn() {
        if (ownCourse.withdrawal() != null) {
            return Optional.of(ownCourse.withdrawal().withdrawnOn());
        }
        return open().isEmpty() ? fates(course).lastDecided() : Optional.empty();
    }

    /**
     * Records decisions on items that are open; the status follows from all items.
     *
     * @param effective from when the approved ones count by rule
     * @param ids of approved items, where they differ from those fixed by the posting
     */
    public Notice decided(Map<Integer, ItemDecision> decisions, EffectiveDate effective, Map<Integer, ItemIds> ids) {
        return decided(decisions, effective, ids, null);
    }

    /**
     * The same where the Council must enact what is approved.
     *
     * @param effective null where the date counts from the enactment
     * @param enactment of the approved items, null where none is needed
     */
    public Notice decided(
            Map<Integer, ItemDecision> decisions,
            @Nullable EffectiveDate effective,
            Map<Integer, ItemIds> ids,
            @Nullable ItemEnactment enactment) {
        var next = new HashMap<>(course);
        decisions.forEach((item, decision) -> {
            var before = course(item);
            var fixed = ids.containsKey(item) ? before.withIds(ids.get(item)) : before;
            next.put(
                    item,
                    fixed.decided(
                                    decision,
                                    effective == null
                                            ? null
                                            : decision.effectiveFrom(effective.date())
                                                    .orElse(null))
                            .withEnactment(decision.outcome().approves() ? enactment : null));
        });
        var approves = decisions.values().stream()
                .anyMatch(decision -> decision.outcome().approves());
        return new Notice(
                id,
                edition,
                fates(next).status(),
                nextRevision(),
                draft,
                posting,
                approves ? effective : effectiveDate,
                next,
                ownCourse);
    }

    /**
     * Records what the Council did with items that waited for it.
     *
     * @param days from when those items count that count from the enactment
     * @param effective the date by rule from which they count, null where none does
     */
    public Notice enacted(
            ItemEnactment.CouncilAct act,
            List<Integer> items,
            Map<Integer, LocalDate> days,
            @Nullable EffectiveDate effective) {
        var next = new HashMap<>(course);
        for (var item : items) {
            var before = course(item);
            var awaited = Objects.requireNonNull(before.enactment());
            var settled = before.withEnactment(awaited.settled(act));
            var day = days.get(item);
            next.put(item, day == null ? settled : settled.withEffectiveDate(day));
        }
        return new Notice(
                id,
                edition,
                status,
                nextRevision(),
                draft,
                posting,
                effective == null ? effectiveDate : effective,
                next,
                ownCourse);
    }

    /** How far approved items have come on their way into the registers. */
    public Notice applied(Map<Integer, Application> applications) {
        var next = new HashMap<>(course);
        applications.forEach((item, application) -> next.put(item, course(item).withApplication(application)));
        return next(status, next, ownCourse);
    }

    /** What is asked for of items after their approval; what no register has recorded is done at once. */
    public Notice revising(Map<Integer, ItemRevision> revisions) {
        var next = new HashMap<>(course);
        revisions.forEach((item, how) -> next.put(item, course(item).revised(how)));
        return settled(next, revisions.keySet());
    }

    /** How far what the batch asks for has come; items of which something else has been asked since are left alone. */
    public Notice revised(UUID batch, Map<Integer, Application> applications) {
        var next = new HashMap<>(course);
        var answered = new TreeSet<Integer>();
        applications.forEach((item, application) -> {
            var revision = course(item).revision();
            if (revision != null && batch.equals(revision.batch()) && !revision.done()) {
                next.put(item, course(item).revised(revision.withApplication(application)));
                answered.add(item);
            }
        });
        return settled(next, answered);
    }

    private Notice settled(Map<Integer, ItemCourse> next, Set<Integer> revised) {
        for (var item : revised) {
            var one = Objects.requireNonNull(next.get(item));
            var how = one.revision();
            if (how != null && how.kind() == ItemRevision.Kind.MOVED && how.done()) {
                next.put(item, one.moved(effectiveDate));
            }
        }
        return new Notice(
                id,
                edition,
                fates(next).status(),
                nextRevision(),
                draft,
                posting,
                fates(next).date(effectiveDate).orElse(effectiveDate),
                next,
                ownCourse);
    }

    /** The numbers of the items that were approved and not rescinded since, in the notice's order. */
    public List<Integer> standing() {
        return fates(course).standing();
    }

    /**
     * Whether all that was approved, and not rescinded, is recorded in the registers and its date has come.
     *
     * @param today of the city
     */
    public boolean isInEffect(LocalDate today) {
        return fates(course).areInEffect(today);
    }

    private Fates fates(Map<Integer, ItemCourse> courses) {
        return Fates.of(draft.items(), courses);
    }
}
