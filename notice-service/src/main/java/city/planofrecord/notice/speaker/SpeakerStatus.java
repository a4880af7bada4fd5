package city.planofrecord.notice.speaker;

import java.time.OffsetDateTime;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a speaker sees of their own request. */
@Schema(description = "What a speaker sees of their own request")
record SpeakerStatus(
        @Nullable
        @Schema(description = "Given once: keep it, it leads back here", examples = "7K2QX-M4D9T-0ABCD-EFGHJ-KMNPQ")
        String receipt,

        String notice,
        int edition,
        SpeakerRequest.State state,

        @Nullable @Schema(description = "What they want to speak about, as it is recorded")
        String about,

        OffsetDateTime receivedAt,

        @Nullable @Schema(description = "Why it was declined, or what the speaker should know")
        String reason) {}
