package city.planofrecord.notice.correspondence;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What was done with a submission.
 *
 * @param kind the name of the ruling, or {@link #ANSWERED}
 * @param words the reason, or the answer
 * @param actor the role that did it
 */
public record SubmissionAct(String kind, @Nullable String words, String actor, Instant recordedAt) {

    public static final String ANSWERED = "ANSWERED";
}
