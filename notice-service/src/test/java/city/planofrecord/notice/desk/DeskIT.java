package city.planofrecord.notice.desk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import city.planofrecord.chassis.testing.Issuer;
import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.notice.testing.CityTime;
import city.planofrecord.notice.testing.Drafts;
import city.planofrecord.notice.testing.Registers;

/** Logging in to the desk and out of it, message by message. */
@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "notice"))
class DeskIT {

    @TestHTTPResource("/")
    URI service;

    @Inject
    Clock clock;

    @AfterAll
    static void end() {
        RealServers.current().clock().real();
    }

    /** A browser as far as cookies go; it follows no redirect by itself. */
    private final class Browser {

        private final Map<String, String> cookies = new TreeMap<>();
        private final HttpClient http = HttpClient.newHttpClient();

        HttpResponse<String> get(String address) {
            var request = HttpRequest.newBuilder(service.resolve(address));
            if (!cookies.isEmpty()) {
                request.header(
                        "Cookie",
                        cookies.entrySet().stream()
                                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                .collect(Collectors.joining("; ")));
            }
            try {
                var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
                for (var set : answer.headers().allValues("Set-Cookie")) {
                    var cookie = set.split(";", 2)[0].split("=", 2);
                    if (set.contains("Max-Age=0")) {
                        cookies.remove(cookie[0]);
                    } else {
                        cookies.put(cookie[0], cookie[1]);
                    }
                }
                return answer;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        /** Goes to the desk, is sent to the provider, and comes back with a code. */
        String codeFor(String audience, String... roles) {
            RealServers.current().issuer().nextLogin("Ana of the desk", audience, roles);
            return code();
        }

        String code() {
            return location(get(location(get("/desk"))));
        }

        Browser loggedIn(String... roles) {
            assertThat(location(get(codeFor(Issuer.AUDIENCE, roles)))).endsWith("/desk");
            return this;
        }
    }

    private static String location(HttpResponse<?> answer) {
        assertThat(answer.statusCode()).as(answer.toString()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static Map<String, String> parameters(String address) {
        return Arrays.stream(URI.create(address).getRawQuery().split("&"))
                .map(one -> one.split("=", 2))
                .collect(Collectors.toMap(one -> one[0], one -> URLDecoder.decode(one[1], StandardCharsets.UTF_8)));
    }

    @Test
    void whoComesWithoutALoginIsSentToTheProviderForACodeWithPkce() {
        var address = location(new Browser().get("/desk"));

        assertThat(address).startsWith(RealServers.current().issuer().address());
        assertThat(parameters(address))
                .containsEntry("response_type", "code")
                .containsEntry("client_id", "planofrecord-desk")
                .containsEntry("code_challenge_method", "S256")
                .containsKeys("code_challenge", "state", "nonce")
                .hasEntrySatisfying("redirect_uri", back -> assertThat(back).endsWith("/desk/login"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"analyst", "director", "clerk"})
    void whoLogsInWithARoleOfTheDeskSeesIt(String role) {
        var page = new Browser().loggedIn(role).get("/desk");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<h1>The desk</h1>", "Ana of the desk", role, "Log out");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("private, no-store");
        assertThat(page.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .satisfies(policy -> assertThat(policy)
                        .contains("default-src 'none'", "style-src 'self'", "frame-ancestors 'none'")
                        .doesNotContain("unsafe", "script-src"));
    }

    @Test
    void everyCookieOfALoginIsBoundToThisHostAndHiddenFromScripts() {
        var browser = new Browser();
        var begun = browser.get("/desk");
        RealServers.current().issuer().nextLogin("ana", Issuer.AUDIENCE, "clerk");
        var done = browser.get(location(browser.get(location(begun))));

        for (var answer : List.of(begun, done)) {
            assertThat(answer.headers().allValues("Set-Cookie"))
                    .isNotEmpty()
                    .allSatisfy(cookie -> assertThat(cookie)
                            .startsWith("__Host-q_")
                            .contains("; Path=/;")
                            .contains("; Secure")
                            .contains("; HTTPOnly")
                            .contains("; SameSite=Lax")
                            .doesNotContain("Domain"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"moderator", "auditor", "operator", "service"})
    void whoHasNoRoleOfTheDeskIsToldWhatToDo(String role) {
        var page = new Browser().loggedIn(role).get("/desk");

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        assertThat(page.body()).contains("You have no place at the desk", "analyst, director or clerk", "/desk/logout");
    }

    @Test
    void anAccessTokenForAnotherSystemGivesNoRole() {
        var browser = new Browser();
        browser.get(browser.codeFor("another", "clerk"));

        assertThat(browser.get("/desk").statusCode()).isEqualTo(403);
    }

    @Test
    void aCodeIsNotTakenInTheNameOfAnotherLogin() {
        var stolen = new Browser().code();
        var other = new Browser();
        other.get("/desk");

        var answer = other.get(stolen);

        assertThat(location(answer)).startsWith(RealServers.current().issuer().address());
        assertThat(other.cookies).noneSatisfy((name, _) -> assertThat(name).contains("session"));
    }

    @Test
    void aSessionThatWasPlantedWithoutTheBindingIsNotTaken() {
        var browser = new Browser().loggedIn("clerk");
        var planted = new TreeMap<String, String>();
        browser.cookies.forEach((name, value) -> planted.put(name.substring("__Host-".length()), value));
        browser.cookies.clear();
        browser.cookies.putAll(planted);

        assertThat(location(browser.get("/desk")))
                .startsWith(RealServers.current().issuer().address());
    }

    @Test
    void aSessionThatWasChangedIsNotTaken() {
        var browser = new Browser().loggedIn("clerk");
        browser.cookies.replaceAll((_, value) -> value.substring(0, value.length() - 4) + "AAAA");

        assertThat(browser.get("/desk").statusCode()).isNotEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/notices/desk/check",
                "/notices/1/findings",
                "/audit",
                "/dead-letters",
                "/personal-data/keys",
                "/deskx/../audit"
            })
    void everythingElseTakesTokensOnlyAndNeverSendsToTheLogin(String path) {
        var browser = new Browser().loggedIn("clerk", "analyst", "auditor", "operator");

        assertThat(browser.get(path).statusCode()).isEqualTo(401);
        browser.cookies.clear();
        browser.cookies.put("q_session_desk", "x");
        browser.cookies.put("q_auth_desk_1", "x");
        assertThat(browser.get(path).statusCode()).isEqualTo(401);
    }

    @Test
    void aNoticeMayBeCalledDesk() {
        assertThat(new Browser().get("/notices/desk").statusCode()).isEqualTo(404);
        assertThat(new Browser().get("/agenda").statusCode()).isEqualTo(200);
    }

    @Test
    void aBearerTokenDoesNotOpenTheDesk() throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(service.resolve("/desk"))
                            .header(
                                    "Authorization",
                                    "Bearer " + RealServers.current().issuer().token("ana", "clerk"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(location(answer))
                    .startsWith(RealServers.current().issuer().address());
        }
    }

    @Test
    void logOutEndsTheSessionHereAndAtTheProvider() {
        var browser = new Browser().loggedIn("clerk");

        var address = location(browser.get("/desk/logout"));

        assertThat(address).contains("/endsession");
        assertThat(parameters(address))
                .containsKey("id_token_hint")
                .hasEntrySatisfying(
                        "post_logout_redirect_uri", back -> assertThat(back).endsWith("/desk/logged-out"));
        assertThat(browser.cookies).noneSatisfy((name, _) -> assertThat(name).contains("session"));
        location(browser.get("/desk"));
        assertThat(browser.get("/desk/logged-out").statusCode()).isEqualTo(200);
    }

    @Test
    void aPostedNoticeShowsItsNextDeadlineAndAfterItsHearingAwaitsTheDecision() throws InterruptedException {
        try (var registers = new Registers()) {
            registers.tellClass("KD2154", "3-1-1 Agent", "2005-12-01");
            given().contentType("application/json")
                    .body(Drafts.draft("DESK-7", Drafts.retitle("KD2154", "3-1-1 Agent", "311 Agent")))
                    .post("/notices")
                    .then()
                    .statusCode(201);
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> given().contentType("application/json")
                            .body(Drafts.POSTING)
                            .post("/notices/DESK-7/posting")
                            .then()
                            .statusCode(200));
        }
        var browser = new Browser().loggedIn("clerk");

        CityTime.set(clock, "2011-04-05T13:00:00");
        assertThat(section(browser.get("/desk").body(), "posted"))
                .contains("DESK-7", "Posting period ends", "Tue 5 Apr 2011, 23:59", "Thu 7 Apr 2011, 17:00");
        assertThat(section(browser.get("/desk").body(), "to-decide")).doesNotContain("DESK-7");
        CityTime.set(clock, "2011-04-06T07:59:00");
        assertThat(section(browser.get("/desk").body(), "posted")).contains("Comments close", "Wed 6 Apr 2011, 08:00");
        CityTime.set(clock, "2011-04-07T17:00:00");
        assertThat(section(browser.get("/desk").body(), "to-decide")).contains("DESK-7", "Thu 7 Apr 2011, 17:00");
    }

    private static String section(String page, String id) {
        return page.lines()
                .dropWhile(line -> !line.contains("aria-labelledby=\"" + id + "\""))
                .takeWhile(line -> !line.contains("</section>"))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void theDeskIsInNoDocument() {
        assertThat(new Browser().get("/q/openapi").body()).doesNotContain("/desk");
    }
}
