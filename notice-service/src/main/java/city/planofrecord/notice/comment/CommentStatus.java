package city.planofrecord.notice.comment;

import java.time.OffsetDateTime;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import city.planofrecord.notice.correspondence.PublicText;

/** What a writer sees of their own comment. */
@Schema(description = "What a writer sees of their own comment")
record CommentStatus(
        @Nullable
        @Schema(description = "Given once: keep it, it leads back here", examples = "7K2QX-M4D9T-0ABCD-EFGHJ-KMNPQ")
        String receipt,

        String notice,
        int edition,
        Comment.State state,

        @Schema(description = "The comment as it is recorded")
        String text,

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Schema(description = "What was taken out of the text as it was sent")
        Set<PublicText.Alteration> takenOut,

        OffsetDateTime receivedAt,

        @Nullable @Schema(description = "Why it was withheld")
        String reason,

        PublishedComment.@Nullable Answer answer) {}
