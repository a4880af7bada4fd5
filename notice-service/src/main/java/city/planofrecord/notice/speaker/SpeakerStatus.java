package city.planofrecord.notice.speaker;

import java.time.OffsetDateTime;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import city.planofrecord.notice.correspondence.Intake;
import city.planofrecord.notice.correspondence.Registered;
import city.planofrecord.notice.correspondence.Submission;
import city.planofrecord.notice.correspondence.SubmissionAct;

/** What a speaker sees of their own request. */
@Schema(description = "What a speaker sees of their own request")
record SpeakerStatus(
        @Nullable
        @Schema(description = "Given once: keep it, it leads back here", examples = "7K2QX-M4D9T-0ABCD-EFGHJ-KMNPQ")
        String receipt,

        String notice,
        int edition,
        SpeakerState state,

        @Nullable @Schema(description = "What they want to speak about, as it is recorded")
        String about,

        OffsetDateTime receivedAt,

        @Nullable @Schema(description = "Why it was declined, or what the speaker should know")
        String reason) {

    static SpeakerStatus of(Intake.Taken<SpeakerState> taken) {
        return of(taken.submission(), taken.receipt().number(), null);
    }

    static SpeakerStatus of(Registered<SpeakerState> request) {
        return of(
                request.submission(),
                null,
                request.decision().map(SubmissionAct::words).orElse(null));
    }

    private static SpeakerStatus of(
            Submission<SpeakerState> request, @Nullable String receipt, @Nullable String reason) {
        return new SpeakerStatus(
                receipt,
                request.number(),
                request.edition(),
                request.state(),
                request.text(),
                request.receivedAt(),
                reason);
    }
}
