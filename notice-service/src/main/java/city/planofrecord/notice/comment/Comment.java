package city.planofrecord.notice.comment;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;

/**
 * A written comment, without who wrote it. Every act on it gives a new value with the next revision.
 *
 * @param edition of the notice that the writer saw
 * @param receivedAt when it arrived, by the city's clock
 */
public record Comment(
        UUID id, String number, int edition, String text, State state, long revision, OffsetDateTime receivedAt) {

    /** How long a comment may be, in bytes of UTF-8. */
    public static final int BYTES = 16 * 1024;

    /** What became of a comment. */
    @Schema(name = "CommentState")
    public enum State {
        RECEIVED,
        PUBLISHED,
        WITHHELD
    }

    /** What a moderator decides. */
    @Schema(name = "CommentDecision")
    public enum Decision {
        PUBLISHED,
        WITHHELD;

        State state() {
            return switch (this) {
                case PUBLISHED -> State.PUBLISHED;
                case WITHHELD -> State.WITHHELD;
            };
        }
    }

    /**
     * The comment as the decision leaves it; a decision can be turned, with its own reason.
     *
     * @throws Refused (409) where that was decided already; (422) where it is withheld without a reason
     */
    public Comment moderated(Decision decision, @Nullable String reason) {
        if (decision == Decision.WITHHELD && reason == null) {
            throw Refused.invalid(List.of(Violation.at(
                    "/reason", "A comment is withheld for a reason, which its writer can read.", null, "a text")));
        }
        if (decision.state() == state) {
            throw new Refused(ProblemKind.CONFLICT, "This comment is " + state + " already. Nothing was recorded.");
        }
        return new Comment(id, number, edition, text, decision.state(), revision + 1, receivedAt);
    }

    /** The comment with one answer more. */
    public Comment answered() {
        return new Comment(id, number, edition, text, state, revision + 1, receivedAt);
    }
}
