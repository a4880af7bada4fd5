package city.planofrecord.notice.comment;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import city.planofrecord.notice.correspondence.Registered;
import city.planofrecord.notice.correspondence.SubmissionAct;

/** A comment as everybody reads it: what was written and answered, not by whom. */
@Schema(description = "A comment as everybody reads it: what was written and answered, not by whom")
record PublishedComment(
        UUID id,

        @Schema(description = "Edition of the notice that the writer saw", examples = "1")
        int edition,

        @Schema(description = "Plain text. Markup in it is text: show it escaped, with no link to follow.")
        String text,

        OffsetDateTime receivedAt,
        @Nullable Answer answer) {

    static PublishedComment of(Registered<CommentState> comment) {
        var submission = comment.submission();
        return new PublishedComment(
                submission.id(),
                submission.edition(),
                CommentKind.text(submission),
                submission.receivedAt(),
                comment.answer().map(Answer::of).orElse(null));
    }

    /** The agency's answer. */
    @Schema(name = "CommentAnswer")
    record Answer(String text, Instant answeredAt) {

        static Answer of(SubmissionAct act) {
            return new Answer(Objects.requireNonNull(act.words()), act.recordedAt());
        }
    }
}
