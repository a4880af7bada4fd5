package city.planofrecord.notice.correspondence;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

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
 */
public record Submission<S extends Enum<S>>(
        UUID id, String number, int edition, @Nullable String text, S state, long revision, OffsetDateTime receivedAt) {

    /**
     * As the ruling leaves it; a ruling can be turned by another, with its own reason.
     *
     * @throws Refused (409) where that was decided already; (422) where a reason is needed and none is given
     */
    public Submission<S> decided(Ruling<S> ruling, @Nullable String reason) {
        if (reason == null && ruling.needsReason().isPresent()) {
            throw Refused.invalid(
                    List.of(Violation.at("/reason", ruling.needsReason().get(), null, "a text")));
        }
        if (ruling.state() == state) {
            throw new Refused(ProblemKind.CONFLICT, "It is " + state + " already. Nothing was recorded.");
        }
        return new Submission<>(id, number, edition, text, ruling.state(), revision + 1, receivedAt);
    }

    /** With one answer more. */
    public Submission<S> answered() {
        return new Submission<>(id, number, edition, text, state, revision + 1, receivedAt);
    }
}
