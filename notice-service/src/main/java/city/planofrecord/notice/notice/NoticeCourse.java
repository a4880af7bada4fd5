package city.planofrecord.notice.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/**
 * What became of an edition as a whole since it was posted.
 *
 * @param reschedulings in the order in which they were recorded
 * @param supersedes the edition whose place it takes
 * @param supersededBy the edition that was posted in its place
 */
public record NoticeCourse(
        List<Rescheduling> reschedulings,
        @Nullable Withdrawal withdrawal,
        @Nullable Supersession supersedes,
        @Nullable Integer supersededBy) {

    public static final NoticeCourse NONE = new NoticeCourse(List.of(), null, null, null);

    public NoticeCourse {
        reschedulings = List.copyOf(reschedulings);
    }

    static NoticeCourse superseding(Supersession what) {
        return new NoticeCourse(List.of(), null, what, null);
    }

    NoticeCourse rescheduled(Rescheduling how) {
        var more = new ArrayList<>(reschedulings);
        more.add(how);
        return new NoticeCourse(more, withdrawal, supersedes, supersededBy);
    }

    NoticeCourse withdrawn(Withdrawal how) {
        return new NoticeCourse(reschedulings, how, supersedes, supersededBy);
    }

    NoticeCourse supersededBy(int edition) {
        return new NoticeCourse(reschedulings, withdrawal, supersedes, edition);
    }

    @JsonIgnore
    public Optional<Rescheduling> last() {
        return reschedulings.isEmpty() ? Optional.empty() : Optional.of(reschedulings.getLast());
    }
}
