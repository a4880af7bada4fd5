package city.planofrecord.chassis.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssuerCheckTest {

    private static final String EVERYWHERE = "0.0.0.0";

    @Test
    void aCitysProviderIsTrusted() {
        assertThatCode(() -> new IssuerCheck("https://login.city.example/realms/hr", EVERYWHERE, false).require())
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8084/planofrecord",
                "http://localhost:8084/planofrecord",
                "https://localhost/planofrecord",
                "https://LOCALHOST./planofrecord",
                "https://login.localhost/planofrecord",
                "https://127.8.9.10/planofrecord",
                "https://0.0.0.0/planofrecord",
                "https://[::1]/planofrecord",
                "https://[::]/planofrecord",
                "https://[::ffff:127.0.0.1]/planofrecord",
                "https://2130706433/planofrecord"
            })
    void anIssuerOnTheSameMachineIsNotForACity(String issuer) {
        assertThatIllegalStateException()
                .isThrownBy(() -> new IssuerCheck(issuer, EVERYWHERE, false).require())
                .withMessageContaining("on this machine")
                .withMessageContaining("OIDC_ISSUER");
    }

    @Test
    void keysAreNotFetchedUnprotected() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new IssuerCheck("http://login.city.example", EVERYWHERE, false).require())
                .withMessageContaining("https");
    }

    @Test
    void anIssuerWithoutAHostIsRefused() {
        assertThatIllegalStateException().isThrownBy(() -> new IssuerCheck("login", EVERYWHERE, false).require());
    }

    @Test
    void whatIsNoAddressIsRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new IssuerCheck("https://login city", EVERYWHERE, false).require())
                .withMessageContaining("no address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.2", "localhost", "::1", "[::1]"})
    void aLocalSystemOnTheLoopbackAddressMayHaveItsOwnIssuer(String host) {
        assertThatCode(() -> new IssuerCheck("http://127.0.0.1:8084/planofrecord", host, true).require())
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {EVERYWHERE, "::", "10.0.0.7", "planofrecord.city.example", "localhost.city.example", ""})
    void aLocalSystemIsNotServedToOthers(String host) {
        assertThatIllegalStateException()
                .isThrownBy(() -> new IssuerCheck("http://127.0.0.1:8084/planofrecord", host, true).require())
                .withMessageContaining("city.access.local-system");
    }
}
