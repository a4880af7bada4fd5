package city.planofrecord.notice.desk;

import static city.planofrecord.notice.desk.DeskBrowser.location;
import static city.planofrecord.notice.desk.DeskBrowser.parameters;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Logger;
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

    private DeskBrowser browser() {
        return new DeskBrowser(service);
    }

    @Test
    void whoComesWithoutALoginIsSentToTheProviderForACodeWithPkce() {
        var address = location(browser().get("/desk"));

        assertThat(address).startsWith(RealServers.current().issuer().address());
        assertThat(parameters(address))
                .containsEntry("response_type", "code")
                .containsEntry("client_id", "planofrecord-desk")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("max_age", "43200")
                .containsKeys("code_challenge", "state", "nonce")
                .hasEntrySatisfying("redirect_uri", back -> assertThat(back).endsWith("/desk/login"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"analyst", "director", "clerk"})
    void whoLogsInWithARoleOfTheDeskSeesIt(String role) {
        var page = browser().loggedIn(role).get("/desk");

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
        var browser = browser();
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

    @Test
    void whoLogsInAndOutIsNotLoggedAsOneWithABadToken() {
        var lines = new CopyOnWriteArrayList<String>();
        var listening = new ExtHandler() {

            @Override
            protected void doPublish(ExtLogRecord line) {
                lines.add(line.getFormattedMessage());
            }
        };
        var log = Logger.getLogger("city.planofrecord.security");
        log.addHandler(listening);
        try {
            var browser = browser().loggedIn("clerk");
            assertThat(browser.get("/desk").statusCode()).isEqualTo(200);
            browser.get("/desk/logout");
        } finally {
            log.removeHandler(listening);
        }

        assertThat(lines).noneMatch(line -> line.contains("a token that is not good"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"moderator", "auditor", "operator", "service"})
    void whoHasNoRoleOfTheDeskIsToldWhatToDo(String role) {
        var page = browser().loggedIn(role).get("/desk");

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        assertThat(page.body()).contains("You have no place at the desk", "analyst, director or clerk", "/desk/logout");
    }

    @Test
    void anAccessTokenForAnotherSystemGivesNoRole() {
        var browser = browser();
        browser.get(browser.codeFor("another", "clerk"));

        assertThat(browser.get("/desk").statusCode()).isEqualTo(403);
    }

    @Test
    void aCodeIsNotTakenInTheNameOfAnotherLogin() {
        var stolen = browser().code();
        var other = browser();
        other.get("/desk");

        var answer = other.get(stolen);

        assertThat(location(answer)).startsWith(RealServers.current().issuer().address());
        assertThat(other.hasSession()).isFalse();
    }

    @Test
    void aCodeIsGoodForOneLogin() {
        var browser = browser();
        var code = browser.codeFor(Issuer.AUDIENCE, "clerk");
        var before = new TreeMap<>(browser.cookies);
        location(browser.get(code));

        var again = browser();
        again.cookies.putAll(before);
        again.get(code);

        assertThat(again.hasSession()).isFalse();
        assertThat(browser.get("/desk").statusCode()).isEqualTo(200);
    }

    @Test
    void eachLoginIsASessionOfItsOwnWhateverTheBrowserBrought() {
        var first = browser().loggedIn("clerk");
        var brought = new TreeMap<>(first.cookies);
        location(first.get("/desk/logout"));

        var second = first.loggedIn("clerk");

        assertThat(second.cookies).doesNotContainValue(brought.get("__Host-q_session_desk"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/desk?to=https://elsewhere.example",
                "/desk?redirect_uri=https://elsewhere.example",
                "/desk/..//desk/%2F%2Felsewhere.example",
                "//elsewhere.example/../desk",
                "/desk/https://elsewhere.example"
            })
    void aLoginLeadsBackToThisHostOnly(String begun) {
        var browser = browser();
        RealServers.current().issuer().nextLogin("Ana of the desk", Issuer.AUDIENCE, "clerk");
        var sent = browser.get(service.toString().replaceFirst("/$", "") + begun);
        var toProvider = location(sent);
        assertThat(toProvider).startsWith(RealServers.current().issuer().address());
        assertThat(URI.create(parameters(toProvider).get("redirect_uri")).getAuthority())
                .isEqualTo(service.getAuthority());

        var back = location(browser.get(location(browser.get(toProvider))));

        assertThat(service.resolve(back).getAuthority()).isEqualTo(service.getAuthority());
    }

    @Test
    void nothingThatWasSeenAtTheDeskIsShownAgainAfterLogout() {
        var browser = browser().loggedIn("clerk");
        for (var path : List.of("/desk", "/desk/logged-out", "/desk/not-logged-in")) {
            assertThat(browser.get(path).headers().firstValue("Cache-Control")).hasValue("private, no-store");
        }
        location(browser.get("/desk/logout"));

        assertThat(browser.hasSession()).isFalse();
        assertThat(location(browser.get("/desk")))
                .startsWith(RealServers.current().issuer().address());
    }

    @Test
    void theDeskTakesNothingThatAnotherSiteCouldHaveABrowserSend() throws Exception {
        var browser = browser().loggedIn("clerk");
        try (var http = HttpClient.newHttpClient()) {
            for (var path : List.of("/desk", "/desk/login", "/desk/logged-out", "/desk/drafts")) {
                for (var method : List.of("POST", "PUT", "DELETE", "PATCH")) {
                    var answer = http.send(
                            HttpRequest.newBuilder(service.resolve(path))
                                    .header("Cookie", browser.sent())
                                    .header("Origin", "https://elsewhere.example")
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .method(method, HttpRequest.BodyPublishers.ofString("status=POSTED"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());

                    assertThat(answer.statusCode()).as(method + " " + path).isBetween(400, 499);
                }
            }
        }
        assertThat(browser.get("/desk").body()).doesNotContain("<form", "<script");
    }

    @Test
    void aSessionThatWasPlantedWithoutTheBindingIsNotTaken() {
        var browser = browser().loggedIn("clerk");
        var planted = new TreeMap<String, String>();
        browser.cookies.forEach((name, value) -> planted.put(name.substring("__Host-".length()), value));
        browser.cookies.clear();
        browser.cookies.putAll(planted);

        assertThat(location(browser.get("/desk")))
                .startsWith(RealServers.current().issuer().address());
    }

    @Test
    void aSessionThatWasChangedIsNotTaken() {
        var browser = browser().loggedIn("clerk");
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
        var browser = browser().loggedIn("clerk", "analyst", "auditor", "operator");

        assertThat(browser.get(path).statusCode()).isEqualTo(401);
        browser.cookies.clear();
        browser.cookies.put("q_session_desk", "x");
        browser.cookies.put("q_auth_desk_1", "x");
        assertThat(browser.get(path).statusCode()).isEqualTo(401);
    }

    @Test
    void aNoticeMayBeCalledDesk() {
        assertThat(browser().get("/notices/desk").statusCode()).isEqualTo(404);
        assertThat(browser().get("/agenda").statusCode()).isEqualTo(200);
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
        var browser = browser().loggedIn("clerk");

        var address = location(browser.get("/desk/logout"));

        assertThat(address).contains("/endsession");
        assertThat(parameters(address))
                .containsKey("id_token_hint")
                .hasEntrySatisfying(
                        "post_logout_redirect_uri", back -> assertThat(back).endsWith("/desk/logged-out"));
        assertThat(browser.hasSession()).isFalse();
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
        var browser = browser().loggedIn("clerk");

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
        assertThat(browser().get("/q/openapi").body()).doesNotContain("/desk");
    }
}
