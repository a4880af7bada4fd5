package city.planofrecord.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;

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
            var page = new SwaggerUi(visit.page());
            page.open(operation.page());
            assertThat(tryOut(page, operation)).isEqualTo(401);

            var asked = page.logIn(issuer -> issuer.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions()
                                    .setName(Pattern.compile(
                                            "^" + operation.role().claim())))
                    .click());

            assertThat(asked)
                    .containsEntry("response_type", "code")
                    .containsEntry("code_challenge_method", "S256")
                    .containsKeys("code_challenge", "state");
            assertThat(tryOut(page, operation)).isEqualTo(200);
            assertThat(visit.page().locator(".errors-wrapper")).hasCount(0);
            visit.picture(
                    "swagger-ui-" + operation.service() + "-" + operation.role().claim());
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void aTokenThatIsPastedIsTaken() {
        var operation = OPERATIONS.getLast();
        try (var visit = browser.visit()) {
            var page = new SwaggerUi(visit.page());
            page.open(operation.page());

            var dialog = page.authorize();
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

    private static int tryOut(SwaggerUi page, Protected operation) {
        return page.tryOut(operation.path(), operation.parameter());
    }
}
