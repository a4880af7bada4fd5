package city.planofrecord.notice.correspondence;

import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;

/**
 * What somebody of the public sent about a notice, without who it was. Every act on it gives a new value with the next
 * revision.
 *
 * @param <S> the states that it can have
 * @param edition of the notice that they saw
 * @param text what they wrote; null where they wrote nothing and need not
 * @param receivedAt when it arrived, by the city's clock
 * @param signs of a robot that it showed then; for those who moderate, never for the public or for who sent it
 */
public record Submission<S extends Enum<S>>(
        UUID id,
        String number,
        int edition,
        @Nullable String text,
        S state,
        long revision,
        OffsetDateTime receivedAt,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Set<RobotSign> signs) {

    public Submission {
        signs = signs.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(signs));
    }

    /** Whether it is looked at twice, since it may be a robot's. */
    public boolean held() {
        return RobotSign.anySuspicious(signs);
    }

    /**
     * As the ruling leaves it; a ruling can be turned by another, with its own reason.
     *
     * @throws Refused (409) where that was decided already; (422) where a reason is needed and none is given
     */
    public Submission<S> decided(Ruling<S> ruling, @Nullable String reason) {
        requireReason(ruling, reason);
        if (ruling.state() == state) {
            throw new Refused(ProblemKind.CONFLICT, "It is " + state + " already. Nothing was recorded.");
        }
        return new Submission<>(id, number, edition, text, ruling.state(), revision + 1, receivedAt, signs);
    }

    /** @throws Refused (422) where a reason is needed and none is given */
    static void requireReason(Ruling<?> ruling, @Nullable String reason) {
        if (reason == null && ruling.needsReason().isPresent()) {
            throw Refused.invalid(
                    List.of(Violation.at("/reason", ruling.needsReason().get(), null, "a text")));
        }
    }

    /** With one answer more. */
    public Submission<S> answered() {
        return new Submission<>(id, number, edition, text, state, revision + 1, receivedAt, signs);
    }
}
