package city.planofrecord.notice.comment;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import city.planofrecord.notice.correspondence.SubmissionAct;

/**
 * What was done with a comment.
 *
 * @param words the reason, or the answer
 * @param actor the role that did it
 */
@Schema(description = "What was done with a comment")
record CommentAct(
        Kind kind,

        @Nullable @Schema(description = "The reason, or the answer")
        String words,

        @Schema(examples = "moderator") String actor,
        Instant recordedAt) {

    static CommentAct of(SubmissionAct act) {
        return new CommentAct(Kind.valueOf(act.kind()), act.words(), act.actor(), act.recordedAt());
    }

    /** The kinds of acts. */
    @Schema(name = "CommentActKind")
    enum Kind {
        PUBLISHED,
        WITHHELD,
        ANSWERED
    }
}
