package city.planofrecord.notice.speaker;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;

/**
 * A request to speak at the hearing of a notice, without who made it. Every decision gives a new value with the next
 * revision.
 *
 * @param edition of the notice that the speaker saw
 * @param about what they want to speak about
 * @param receivedAt when it arrived, by the city's clock
 */
public record SpeakerRequest(
        UUID id,
        String number,
        int edition,
        @Nullable String about,
        State state,
        long revision,
        OffsetDateTime receivedAt) {

    /** How long a speaker may say what they want to speak about, in bytes of UTF-8. */
    public static final int ABOUT_BYTES = 2000;

    /** What became of a request. */
    @Schema(name = "SpeakerRequestState")
    public enum State {
        RECEIVED,
        ACCEPTED,
        DECLINED
    }

    /** What is decided about a request. */
    @Schema(name = "SpeakerDecision")
    public enum Decision {
        ACCEPTED,
        DECLINED;

        State state() {
            return switch (this) {
                case ACCEPTED -> State.ACCEPTED;
                case DECLINED -> State.DECLINED;
            };
        }
    }

    /**
     * The request as the decision leaves it; a decision can be turned, with its own reason.
     *
     * @throws Refused (409) where that was decided already; (422) where it is declined without a reason
     */
    public SpeakerRequest decided(Decision decision, @Nullable String reason) {
        if (decision == Decision.DECLINED && reason == null) {
            throw Refused.invalid(List.of(Violation.at(
                    "/reason", "A request is declined for a reason, which the speaker can read.", null, "a text")));
        }
        if (decision.state() == state) {
            throw new Refused(ProblemKind.CONFLICT, "This request is " + state + " already. Nothing was recorded.");
        }
        return new SpeakerRequest(id, number, edition, about, decision.state(), revision + 1, receivedAt);
    }
}
