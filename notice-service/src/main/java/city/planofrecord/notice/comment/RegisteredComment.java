package city.planofrecord.notice.comment;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import city.planofrecord.chassis.http.HasRevision;

/** A comment as clerk and moderator see it, with all that was done with it; still without who wrote it. */
@Schema(description = "A comment with all that was done with it, without who wrote it")
record RegisteredComment(
        @JsonIgnore long revision,
        UUID id,
        String notice,
        int edition,
        Comment.State state,
        String text,
        OffsetDateTime receivedAt,
        Instant recordedAt,
        List<CommentAct> history)
        implements HasRevision {}
