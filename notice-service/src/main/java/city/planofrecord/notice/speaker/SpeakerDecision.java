package city.planofrecord.notice.speaker;

import java.util.Optional;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import city.planofrecord.notice.correspondence.Ruling;

/** What is decided about a request to speak. */
@Schema(name = "SpeakerDecision")
enum SpeakerDecision implements Ruling<SpeakerState> {
    ACCEPTED,
    DECLINED;

    @Override
    public SpeakerState state() {
        return switch (this) {
            case ACCEPTED -> SpeakerState.ACCEPTED;
            case DECLINED -> SpeakerState.DECLINED;
        };
    }

    @Override
    public Optional<String> needsReason() {
        return switch (this) {
            case ACCEPTED -> Optional.empty();
            case DECLINED -> Optional.of("A request is declined for a reason, which the speaker can read.");
        };
    }
}
