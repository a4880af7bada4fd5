package city.planofrecord.notice.correspondence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A submission as the register has it.
 *
 * @param history what was done with it, in order
 */
public record Registered<S extends Enum<S>>(Submission<S> submission, Instant recordedAt, List<SubmissionAct> history) {

    public Registered {
        history = List.copyOf(history);
    }

    /** The last answer that was given. */
    public Optional<SubmissionAct> answer() {
        return last(act -> act.kind().equals(SubmissionAct.ANSWERED));
    }

    /** The last decision about it. */
    public Optional<SubmissionAct> decision() {
        return last(act -> !act.kind().equals(SubmissionAct.ANSWERED));
    }

    private Optional<SubmissionAct> last(Predicate<SubmissionAct> wanted) {
        return history.reversed().stream().filter(wanted).findFirst();
    }
}
