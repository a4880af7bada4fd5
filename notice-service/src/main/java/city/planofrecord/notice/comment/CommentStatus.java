package city.planofrecord.notice.comment;

import java.time.OffsetDateTime;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import city.planofrecord.notice.correspondence.Intake;
import city.planofrecord.notice.correspondence.PublicText;
import city.planofrecord.notice.correspondence.Registered;
import city.planofrecord.notice.correspondence.Submission;
import city.planofrecord.notice.correspondence.SubmissionAct;

/** What a writer sees of their own comment. */
@Schema(description = "What a writer sees of their own comment")
record CommentStatus(
        @Nullable
        @Schema(description = "Given once: keep it, it leads back here", examples = "7K2QX-M4D9T-0ABCD-EFGHJ-KMNPQ")
        String receipt,

        String notice,
        int edition,
        CommentState state,

        @Schema(description = "The comment as it is recorded")
        String text,

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Schema(description = "What was taken out of the text as it was sent")
        Set<PublicText.Alteration> takenOut,

        OffsetDateTime receivedAt,

        @Nullable @Schema(description = "Why it was withheld")
        String reason,

        PublishedComment.@Nullable Answer answer) {

    static CommentStatus of(Intake.Taken<CommentState> taken) {
        return of(taken.submission(), taken.receipt().number(), taken.altered(), null, null);
    }

    static CommentStatus of(Registered<CommentState> comment) {
        var withheld = comment.submission().state() == CommentState.WITHHELD;
        return of(
                comment.submission(),
                null,
                Set.of(),
                withheld ? comment.decision().map(SubmissionAct::words).orElse(null) : null,
                comment.answer().map(PublishedComment.Answer::of).orElse(null));
    }

    private static CommentStatus of(
            Submission<CommentState> comment,
            @Nullable String receipt,
            Set<PublicText.Alteration> takenOut,
            @Nullable String reason,
            PublishedComment.@Nullable Answer answer) {
        return new CommentStatus(
                receipt,
                comment.number(),
                comment.edition(),
                comment.state(),
                CommentKind.text(comment),
                takenOut,
                comment.receivedAt(),
                reason,
                answer);
    }
}
