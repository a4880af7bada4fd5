package city.planofrecord.notice.comment;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import city.planofrecord.chassis.http.HasRevision;
import city.planofrecord.notice.correspondence.Registered;
import city.planofrecord.notice.correspondence.RobotSign;

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

        @Schema(description = "Whether it may be a robot's, by its signs; it is decided about like any other")
        boolean held,

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Schema(description = "What it shows of being a robot's; never told to who sent it")
        Set<RobotSign> signs,

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
                submission.held(),
                submission.signs(),
                comment.history().stream().map(CommentAct::of).toList());
    }
}
