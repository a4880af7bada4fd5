package city.planofrecord.chassis.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnswerHeadersTest {

    private static final AnswerHeaders HEADERS = new AnswerHeaders("max-age=31536000");

    @Test
    void anAnswerIsAllowedNothing() {
        assertThat(HEADERS.of(false))
                .containsEntry(
                        "Content-Security-Policy",
                        "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
    }

    @Test
    void strictTransportIsOnlyAskedForOverTls() {
        assertThat(HEADERS.of(false)).doesNotContainKey("Strict-Transport-Security");
        assertThat(HEADERS.of(true)).containsEntry("Strict-Transport-Security", "max-age=31536000");
    }
}
