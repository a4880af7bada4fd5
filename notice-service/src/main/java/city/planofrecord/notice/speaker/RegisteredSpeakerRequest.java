package city.planofrecord.notice.speaker;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.HasRevision;

/** A request to speak as clerk and moderator see it, with all that was decided about it; without who made it. */
@Schema(description = "A request to speak with all that was decided about it, without who made it")
record RegisteredSpeakerRequest(
        @JsonIgnore long revision,
        UUID id,
        String notice,
        int edition,
        SpeakerRequest.State state,
        @Nullable String about,
        OffsetDateTime receivedAt,
        Instant recordedAt,
        List<Decided> history)
        implements HasRevision {

    /** One decision about a request. */
    @Schema(name = "SpeakerRequestDecided")
    record Decided(
            SpeakerRequest.Decision decision,
            @Nullable String reason,
            @Schema(examples = "moderator") String actor,
            Instant recordedAt) {}
}
