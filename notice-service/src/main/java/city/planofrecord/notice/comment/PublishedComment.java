package city.planofrecord.notice.comment;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

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

    /** The agency's answer. */
    @Schema(name = "CommentAnswer")
    record Answer(String text, Instant answeredAt) {}
}
