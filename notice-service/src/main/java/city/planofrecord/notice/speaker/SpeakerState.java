package city.planofrecord.notice.speaker;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a request to speak. */
@Schema(name = "SpeakerRequestState")
enum SpeakerState {
    RECEIVED,
    ACCEPTED,
    DECLINED
}
