package city.planofrecord.notice.correspondence;

import java.util.Optional;

/**
 * What a moderator decides about a submission.
 *
 * @param <S> the states that it can have
 */
public interface Ruling<S> {

    /** As it is recorded. */
    String name();

    /** The state that it leads to. */
    S state();

    /** Why it is not made without a reason; empty where it may be. */
    Optional<String> needsReason();
}
