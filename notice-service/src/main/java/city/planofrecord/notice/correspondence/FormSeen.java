package city.planofrecord.notice.correspondence;

import java.time.Duration;

/** What a submission shows of the form that it was written in. */
sealed interface FormSeen {

    /** It was sent without one. */
    record Absent() implements FormSeen {}

    /** What was sent is no form that was given for the notice and the kind. */
    record NotOurs() implements FormSeen {}

    /**
     * A form that was given.
     *
     * @param ago how long before
     * @param sentBefore whether something was sent with it already
     */
    record Given(Duration ago, boolean sentBefore) implements FormSeen {}
}
