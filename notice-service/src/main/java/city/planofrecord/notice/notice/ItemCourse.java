package city.planofrecord.notice.notice;

import java.time.LocalDate;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import city.planofrecord.notice.notice.Application.FateState;
import city.planofrecord.notice.noticerule.EffectiveDate;

/**
 * What became of an item since its notice was posted.
 *
 * @param effectiveDate from when on it counts
 * @param ownEffectiveDate how that date came about, where the item was given another one after its approval
 * @param revision what was asked for last after the approval
 * @param enactment null where the Council need not enact the item
 */
public record ItemCourse(
        ItemIds ids,
        @Nullable ItemDecision decision,
        @Nullable LocalDate effectiveDate,
        @Nullable Application application,
        @Nullable EffectiveDate ownEffectiveDate,
        @Nullable ItemRevision revision,
        @Nullable ItemEnactment enactment) {

    static final ItemCourse NONE = new ItemCourse(ItemIds.NONE, null, null, null, null, null, null);

    ItemCourse withIds(ItemIds resolved) {
        return new ItemCourse(resolved, decision, effectiveDate, application, ownEffectiveDate, revision, enactment);
    }

    ItemCourse decided(ItemDecision how, @Nullable LocalDate effective) {
        return new ItemCourse(ids, how, effective, application, ownEffectiveDate, revision, enactment);
    }

    ItemCourse withApplication(Application present) {
        return new ItemCourse(ids, decision, effectiveDate, present, ownEffectiveDate, revision, enactment);
    }

    ItemCourse withEnactment(@Nullable ItemEnactment present) {
        return new ItemCourse(ids, decision, effectiveDate, application, ownEffectiveDate, revision, present);
    }

    ItemCourse withEffectiveDate(LocalDate effective) {
        return new ItemCourse(ids, decision, effective, application, ownEffectiveDate, revision, enactment);
    }

    ItemCourse revised(ItemRevision how) {
        return new ItemCourse(ids, decision, effectiveDate, application, ownEffectiveDate, how, enactment);
    }

    /** @param byRule the date of the notice's approved items, where the item had no date of its own */
    ItemCourse moved(@Nullable EffectiveDate byRule) {
        var how = Objects.requireNonNull(revision);
        var fixed = decision == null ? null : decision.effectiveDate();
        var before = ownEffectiveDate != null ? ownEffectiveDate : fixed != null ? fixed : byRule;
        var own = Objects.requireNonNull(before)
                .overridden(Objects.requireNonNull(how.date()), how.citation(), how.reason());
        return new ItemCourse(ids, decision, own.date(), application, own, revision, enactment);
    }

    /** Whether it was approved. */
    public boolean wasApproved() {
        return decision != null && decision.outcome().approves();
    }

    /** Whether it was rescinded, or has lapsed, after its approval. */
    public boolean wasRescinded() {
        return revision != null && revision.takesOut();
    }

    /** Whether it was approved and not rescinded afterwards. */
    public boolean stands() {
        return wasApproved() && !wasRescinded();
    }

    /** Whether it was approved, the Council must enact it, and has not decided yet. */
    public boolean awaitsEnactment() {
        return stands() && enactment != null && enactment.isAwaited();
    }

    /** Whether it is recorded in every register that it concerns, and its date has come. */
    public boolean takesEffectBy(LocalDate day) {
        if (!wasApproved() || application == null || application.state() != FateState.APPLIED) {
            return false;
        }
        var begun = effectiveDate != null && !effectiveDate.isAfter(day);
        return begun && (revision == null || !revision.takesOut() || endsAfter(day));
    }

    private boolean endsAfter(LocalDate day) {
        var until = revision == null ? null : revision.date();
        return until != null && until.isAfter(day);
    }
}
