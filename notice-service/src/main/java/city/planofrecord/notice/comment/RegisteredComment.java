package city.planofrecord.notice.comment;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import city.planofrecord.chassis.http.HasRevision;
import city.planofrecord.notice.correspondence.Registered;

/** A comment as clerk and moderator see it, with all that was done with it; still without who wrote it. */
@Schema(description = "A comment with all that was done with it, without who wrote it")
record RegisteredComment(
        @JsonIgnore long revision,
        UUID id,
        String notice,
        int edition,
        CommentState state,
        String text,
        OffsetDateTime receivedAt,
        Instant recordedAt,
        List<CommentAct> history)
        implements HasRevision {

    static RegisteredComment of(Registered<CommentState> comment) {
        var submission = comment.submission();
        return new RegisteredComment(
                submission.revision(),
                submission.id(),
                submission.number(),
                submission.edition(),
                submission.state(),
                CommentKind.text(submission),
                submission.receivedAt(),
                comment.recordedAt(),
                comment.history().stream().map(CommentAct::of).toList());
    }
}
