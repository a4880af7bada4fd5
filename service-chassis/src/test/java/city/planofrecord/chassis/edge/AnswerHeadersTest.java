package city.planofrecord.chassis.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class AnswerHeadersTest {

    private static final AnswerHeaders HEADERS = new AnswerHeaders(
            "max-age=31536000",
            List.of(
                    new APage("/manual", Optional.of("default-src 'self'"), "unsafe-none"),
                    new APage("/manual/plain", Optional.empty(), "same-origin")));

    private record APage(String path, Optional<String> contentSecurityPolicy, String openerPolicy)
            implements EdgeConfig.Page {}

    private static String policy(String path) {
        return HEADERS.of(path, false).get(AnswerHeaders.CONTENT_SECURITY_POLICY);
    }

    @Test
    void anAnswerIsAllowedNothing() {
        assertThat(policy("/things"))
                .isEqualTo("default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
    }

    @Test
    void aPageIsAllowedWhatIsConfiguredForItsPathAndWhatIsBelow() {
        assertThat(policy("/manual")).isEqualTo("default-src 'self'");
        assertThat(policy("/manual/style.css")).isEqualTo("default-src 'self'");
        assertThat(HEADERS.of("/manual", false)).containsEntry(AnswerHeaders.OPENER_POLICY, "unsafe-none");
    }

    @Test
    void aNeighbourOfThatPathIsNot() {
        assertThat(policy("/manual-of-others")).isEqualTo(AnswerHeaders.NOTHING);
    }

    @Test
    void theLongestPathSpeaks() {
        assertThat(policy("/manual/plain/page")).isEqualTo(AnswerHeaders.NOTHING);
    }

    @Test
    void strictTransportIsOnlyAskedForOverTls() {
        assertThat(HEADERS.of("/things", false)).doesNotContainKey(AnswerHeaders.STRICT_TRANSPORT);
        assertThat(HEADERS.of("/things", true)).containsEntry(AnswerHeaders.STRICT_TRANSPORT, "max-age=31536000");
    }
}
