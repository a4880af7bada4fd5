package city.planofrecord.notice.correspondence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;
import city.planofrecord.notice.notice.CityRules;
import city.planofrecord.notice.notice.PublicNotice;

/**
 * One kind of what the public sends: all in which comments and requests to speak differ on their way in.
 *
 * @param <S> the states that it can have
 */
public interface SubmissionKind<S extends Enum<S>> {

    /** As it is stored. */
    String name();

    Class<S> states();

    /** The state in which it begins. */
    S received();

    /** What people call one of them. */
    String word();

    /** What the record of a notice calls all of them. */
    String trailed();

    /** The last part of the address that lists all of them. */
    String register();

    /**
     * What was written, as it is recorded; empty where nothing was and nothing need be.
     *
     * @param wrong gets what is wrong
     */
    Optional<PublicText> text(@Nullable String sent, List<Violation> wrong);

    /**
     * @param now when it arrived
     * @throws Refused (409, closed) where the notice takes none at that instant; it says when and why
     */
    void requireOpen(PublicNotice notice, Instant now, CityRules city);
}
