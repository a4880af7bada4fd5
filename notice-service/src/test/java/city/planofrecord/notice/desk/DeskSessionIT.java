package city.planofrecord.notice.desk;

import static city.planofrecord.notice.desk.DeskBrowser.location;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.Issuer;
import city.planofrecord.chassis.testing.RealServers;

/** The end of the desk's session by time, for somebody whose browser forgets no cookie: a thief of it. */
@QuarkusTest
@TestProfile(DeskSessionIT.ShortSessions.class)
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "notice"))
class DeskSessionIT {

    private static final Duration IDLE = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final Duration TOKENS = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Sessions that end within seconds. */
    public static final class ShortSessions implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.oidc.desk.authentication.session-age-extension",
                    IDLE.toString(),
                    "city.desk.longest-seconds",
                    String.valueOf(LONGEST.toSeconds()));
        }
    }

    @TestHTTPResource("/")
    URI service;

    private DeskBrowser loggedIn(Duration tokens) {
        var browser = new DeskBrowser(service);
        RealServers.current().issuer().nextLogin("Ana of the desk", Issuer.AUDIENCE, tokens, "clerk");
        assertThat(location(browser.get(browser.code()))).endsWith("/desk");
        return browser;
    }

    /** Nothing of the desk is shown; its user is led to the provider, which is to have them log in anew. */
    private static void over(DeskBrowser browser, HttpResponse<String> answer) {
        assertThat(location(answer)).endsWith("/desk");
        assertThat(answer.body()).doesNotContain("Ana of the desk");
        assertThat(browser.hasSession()).isFalse();
        assertThat(location(browser.get("/desk")))
                .startsWith(RealServers.current().issuer().address())
                .contains("max_age=15");
    }

    @Test
    void aSessionThatWasNotUsedIsOverThoughItsCookieIsKept() {
        var browser = loggedIn(TOKENS);
        var begun = Instant.now();

        await().atMost(PATIENCE)
                .until(() -> Instant.now().isAfter(begun.plus(TOKENS).plus(IDLE).plusSeconds(1)));

        over(browser, browser.get("/desk"));
    }

    @Test
    void aSessionWhoseTokensWouldLastIsOverInTheEnd() {
        var browser = loggedIn(Duration.ofHours(1));
        var begun = Instant.now();
        await().atMost(PATIENCE)
                .until(() -> Instant.now().isAfter(begun.plus(LONGEST).plusSeconds(1)));

        over(browser, browser.get("/desk"));
    }

    @Test
    void aSessionThatIsUsedAllTheTimeIsOverInTheEnd() {
        var browser = loggedIn(TOKENS);

        var last = await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> browser.get("/desk"), answer -> answer.statusCode() != 200);

        over(browser, last);
    }
}
