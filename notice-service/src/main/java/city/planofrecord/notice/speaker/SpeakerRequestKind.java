package city.planofrecord.notice.speaker;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.Violation;
import city.planofrecord.notice.correspondence.PublicText;
import city.planofrecord.notice.correspondence.SubmissionKind;
import city.planofrecord.notice.notice.CityRules;
import city.planofrecord.notice.notice.PublicNotice;

/** Requests to speak at a hearing, as a kind of what the public sends. */
enum SpeakerRequestKind implements SubmissionKind<SpeakerState> {
    SPEAKER_REQUEST;

    /** How long a speaker may say what they want to speak about, in bytes of UTF-8. */
    private static final int ABOUT_BYTES = 2000;

    @Override
    public Class<SpeakerState> states() {
        return SpeakerState.class;
    }

    @Override
    public SpeakerState received() {
        return SpeakerState.RECEIVED;
    }

    @Override
    public String word() {
        return "request to speak";
    }

    @Override
    public String trailed() {
        return "speakerRequests";
    }

    @Override
    public String register() {
        return "speaker-register";
    }

    @Override
    public Optional<PublicText> text(@Nullable String sent, List<Violation> wrong) {
        return sent == null ? Optional.empty() : PublicText.ofLines("/about", sent, ABOUT_BYTES, wrong);
    }

    @Override
    public void requireOpen(PublicNotice notice, Instant now, CityRules city) {
        notice.requireOpenForSpeakers(now, city);
    }
}
