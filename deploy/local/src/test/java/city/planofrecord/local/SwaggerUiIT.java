package city.planofrecord.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Trying out operations on the page of each service, in a real browser. */
class SwaggerUiIT {

    private static final WholeSystem SYSTEM = WholeSystem.shared();

    /** An operation that needs a role, and its parameter where it has one. */
    record Protected(String service, Role role, String path, String parameter) {

        URI page() {
            return SYSTEM.audited().get(service).resolve("/q/swagger-ui/");
        }
    }

    static final List<Protected> OPERATIONS = List.of(
            new Protected("classification-service", Role.OPERATOR, "/dead-letters", ""),
            new Protected("paygrade-service", Role.AUDITOR, "/audit", ""),
            new Protected("notice-service", Role.CLERK, "/notices/{number}/check", "TRIED-1"),
            new Protected("notice-service", Role.ANALYST, "/notices/{number}/findings", "TRIED-1"));

    private static Chromium browser;

    @BeforeAll
    static void begin() {
        browser = Chromium.start();
        var draft = JsonNodeFactory.instance
                .objectNode()
                .put("number", "TRIED-1")
                .put("date", "2011-03-23")
                .put("subject", "A draft to look at");
        draft.putArray("items").add(CityHall.established("CT2154", "Class that is tried"));
        CityHall.assertGood(SYSTEM.city().notices().analyst().post("/notices", draft));
    }

    @AfterAll
    static void end() {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest
    @FieldSource("OPERATIONS")
    void whoLogsInIsAnswered(Protected operation) {
        try (var visit = browser.visit()) {
            var page = visit.page();
            page.navigate(operation.page().toString());
            assertThat(tryOut(page, operation)).isEqualTo(401);

            var asked = logIn(page, operation.role());

            assertThat(asked)
                    .containsEntry("response_type", "code")
                    .containsEntry("code_challenge_method", "S256")
                    .containsKeys("code_challenge", "state");
            assertThat(tryOut(page, operation)).isEqualTo(200);
            assertThat(page.locator(".errors-wrapper")).hasCount(0);
            visit.picture(
                    "swagger-ui-" + operation.service() + "-" + operation.role().claim());
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void aTokenThatIsPastedIsTaken() {
        var operation = OPERATIONS.getLast();
        try (var visit = browser.visit()) {
            var page = visit.page();
            page.navigate(operation.page().toString());

            authorize(page).click();
            var dialog = page.locator(".dialog-ux");
            dialog.getByLabel("auth-bearer-value").fill(SYSTEM.token(operation.role()));
            dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Apply credentials"))
                    .first()
                    .click();
            dialog.locator(".close-modal").click();

            assertThat(tryOut(page, operation)).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @FieldSource("OPERATIONS")
    void thePageAllowsNothingInlineAndNoFrameAroundIt(Protected operation) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            for (var name : List.of("", "index.html", "oauth2-redirect.html")) {
                var answer = http.send(
                        HttpRequest.newBuilder(operation.page().resolve(name)).build(),
                        HttpResponse.BodyHandlers.ofString());

                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.headers().allValues("Content-Security-Policy"))
                        .singleElement()
                        .asString()
                        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                        .doesNotContain("unsafe");
                assertThat(answer.body()).doesNotContain("<script>").doesNotContain(" style=");
            }
            var index =
                    http.send(HttpRequest.newBuilder(operation.page()).build(), HttpResponse.BodyHandlers.discarding());
            assertThat(index.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .containsPattern("connect-src 'self' http://127\\.0\\.0\\.1:\\d+/planofrecord/token;");
        }
    }

    private static Locator authorize(Page page) {
        return page.locator(".auth-wrapper .btn.authorize").first();
    }

    /** Logs in on the issuer's page; the parameters with which the browser was sent there. */
    private static Map<String, String> logIn(Page page, Role role) {
        authorize(page).click();
        var dialog = page.locator(".dialog-ux");
        var login = dialog.locator(".auth-container", new Locator.LocatorOptions().setHasText("OAuth2"));
        assertThat(login.locator("[id^=client_id]")).hasValue("planofrecord-docs");
        var popup = page.waitForPopup(() -> login.locator("button.authorize").click());
        var asked = parameters(URI.create(popup.url()));
        popup.waitForClose(() -> popup.getByRole(
                        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^" + role.claim())))
                .click());
        assertThat(login.getByText("Logout")).isVisible();
        dialog.locator(".close-modal").click();
        return asked;
    }

    /** Presses "Try it out" and "Execute"; the status that was answered. */
    private static int tryOut(Page page, Protected operation) {
        var block = page.locator(".opblock-get")
                .filter(new Locator.FilterOptions().setHas(page.locator("[data-path='" + operation.path() + "']")))
                .first();
        if (block.locator(".opblock-body").count() == 0) {
            block.locator(".opblock-summary-control").click();
            block.locator(".try-out__btn").click();
            if (!operation.parameter().isEmpty()) {
                block.locator("tr[data-param-in=path] input").fill(operation.parameter());
            }
        }
        var answer = page.waitForResponse(
                response -> response.request().resourceType().equals("fetch"),
                () -> block.locator("button.execute").click());
        assertThat(block.locator(".live-responses-table .response .response-col_status")
                        .first())
                .containsText(String.valueOf(answer.status()));
        return answer.status();
    }

    private static Map<String, String> parameters(URI address) {
        return Arrays.stream(address.getRawQuery().split("&"))
                .map(one -> one.split("=", 2))
                .collect(Collectors.toMap(
                        one -> one[0], one -> URLDecoder.decode(one[1], StandardCharsets.UTF_8), (first, _) -> first));
    }
}
