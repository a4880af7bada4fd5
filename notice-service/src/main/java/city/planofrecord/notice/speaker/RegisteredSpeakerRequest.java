package city.planofrecord.notice.speaker;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.HasRevision;
import city.planofrecord.notice.correspondence.Registered;
import city.planofrecord.notice.correspondence.RobotSign;
import city.planofrecord.notice.correspondence.SubmissionAct;

/** A request to speak as clerk and moderator see it, with all that was decided about it; without who made it. */
@Schema(description = "A request to speak with all that was decided about it, without who made it")
record RegisteredSpeakerRequest(
        @JsonIgnore long revision,
        UUID id,
        String notice,
        int edition,
        SpeakerState state,
        @Nullable String about,
        OffsetDateTime receivedAt,
        Instant recordedAt,

        @Schema(description = "Whether it may be a robot's, by its signs; it is decided about like any other")
        boolean held,

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Schema(description = "What it shows of being a robot's; never told to who sent it")
        Set<RobotSign> signs,

        List<Decided> history)
        implements HasRevision {

    static RegisteredSpeakerRequest of(Registered<SpeakerState> request) {
        var submission = request.submission();
        return new RegisteredSpeakerRequest(
                submission.revision(),
                submission.id(),
                submission.number(),
                submission.edition(),
                submission.state(),
                submission.text(),
                submission.receivedAt(),
                request.recordedAt(),
                submission.held(),
                submission.signs(),
                request.history().stream().map(Decided::of).toList());
    }

    /** One decision about a request. */
    @Schema(name = "SpeakerRequestDecided")
    record Decided(
            SpeakerDecision decision,
            @Nullable String reason,
            @Schema(examples = "moderator") String actor,
            Instant recordedAt) {

        static Decided of(SubmissionAct act) {
            return new Decided(SpeakerDecision.valueOf(act.kind()), act.words(), act.actor(), act.recordedAt());
        }
    }
}
