package city.planofrecord.notice.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionEndTest {

    private static final Instant EIGHT = Instant.parse("2026-03-02T08:00:00Z");
    private static final Duration UNUSED = Duration.ofMinutes(35);
    private static final Duration LONGEST = Duration.ofHours(12);

    @Test
    void aSessionEndsWhenItWasNotUsedForLong() {
        var session = SessionEnd.of(EIGHT, EIGHT, UNUSED, LONGEST);

        assertThat(session.isOver(Instant.parse("2026-03-02T08:34:59.999Z"))).isFalse();
        assertThat(session.isOver(Instant.parse("2026-03-02T08:35:00Z"))).isTrue();
    }

    @Test
    void aSessionThatIsRenewedAgainAndAgainEndsAllTheSame() {
        var late = SessionEnd.of(EIGHT, Instant.parse("2026-03-02T19:50:00Z"), UNUSED, LONGEST);

        assertThat(late.begun()).isEqualTo(EIGHT);
        assertThat(late.isOver(Instant.parse("2026-03-02T19:59:59Z"))).isFalse();
        assertThat(late.isOver(Instant.parse("2026-03-02T20:00:00Z"))).isTrue();
    }

    @Test
    void whatIsWrittenIsReadBack() {
        var session = SessionEnd.of(EIGHT, EIGHT, UNUSED, LONGEST);

        assertThat(SessionEnd.read(session.written())).contains(session);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "openid", "1", "1-", "-1-2", "1-2-3", "1-99999999999999"})
    void whatIsNoEndIsNotRead(String written) {
        assertThat(SessionEnd.read(written)).isEmpty();
    }
}
