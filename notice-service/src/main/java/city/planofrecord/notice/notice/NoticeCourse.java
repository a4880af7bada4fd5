package city.planofrecord.notice.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

import city.planofrecord.notice.noticerule.RuleName;

/**
 * What became of an edition as a whole since it was posted.
 *
 * @param reschedulings in the order in which they were recorded
 * @param supersedes the edition whose place it takes
 * @param supersededBy the edition that was posted in its place
 * @param enactment whether the Council must enact what is approved; absent where it was posted before this was kept
 * @param overrides of rules that it broke when it was posted
 */
public record NoticeCourse(
        List<Rescheduling> reschedulings,
        @Nullable Withdrawal withdrawal,
        @Nullable Supersession supersedes,
        @Nullable Integer supersededBy,
        @Nullable ExpectedEnactment enactment,
        List<RuleOverride> overrides) {

    public static final NoticeCourse NONE = new NoticeCourse(List.of(), null, null, null, null, List.of());

    public NoticeCourse(
            List<Rescheduling> reschedulings,
            @Nullable Withdrawal withdrawal,
            @Nullable Supersession supersedes,
            @Nullable Integer supersededBy,
            @Nullable ExpectedEnactment enactment,
            @Nullable List<RuleOverride> overrides) {
        this.reschedulings = List.copyOf(reschedulings);
        this.withdrawal = withdrawal;
        this.supersedes = supersedes;
        this.supersededBy = supersededBy;
        this.enactment = enactment;
        this.overrides = overrides == null ? List.of() : List.copyOf(overrides);
    }

    static NoticeCourse superseding(Supersession what) {
        return new NoticeCourse(List.of(), null, what, null, null, List.of());
    }

    NoticeCourse rescheduled(Rescheduling how) {
        var more = new ArrayList<>(reschedulings);
        more.add(how);
        return new NoticeCourse(more, withdrawal, supersedes, supersededBy, enactment, overrides);
    }

    NoticeCourse withdrawn(Withdrawal how) {
        return new NoticeCourse(reschedulings, how, supersedes, supersededBy, enactment, overrides);
    }

    NoticeCourse supersededBy(int edition) {
        return new NoticeCourse(reschedulings, withdrawal, supersedes, edition, enactment, overrides);
    }

    NoticeCourse under(ExpectedEnactment expected, List<RuleOverride> overridden) {
        return new NoticeCourse(reschedulings, withdrawal, supersedes, supersededBy, expected, overridden);
    }

    /** Whether somebody decided that the notice need not keep the rule. */
    public boolean overrides(RuleName rule) {
        return overrides.stream().anyMatch(one -> one.rule() == rule);
    }

    @JsonIgnore
    public Optional<Rescheduling> last() {
        return reschedulings.isEmpty() ? Optional.empty() : Optional.of(reschedulings.getLast());
    }
}
