package city.planofrecord.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People who log in with a browser on the page of a real Keycloak: at Swagger UI and at the desk. */
@Tag("keycloak")
class KeycloakLoginIT {

    private static final String DOCS = "planofrecord-docs";
    private static final String DESK = "planofrecord-desk";

    private static WholeSystem system;
    private static Keycloak keycloak;
    private static Chromium browser;

    @BeforeAll
    static void start() throws Exception {
        var home = Keycloak.unpacked();
        system = WholeSystem.trusting("keycloak-login-system", (state, ports, children) -> {
            keycloak = new Keycloak(home, state, ports, children);
            return keycloak;
        });
        var ports = Map.of(
                8081, port("classification-service"), 8082, port("paygrade-service"), 8083, port("notice-service"));
        keycloak.admin().move(Keycloak.REALM, DOCS, ports);
        keycloak.admin().move(Keycloak.REALM, DESK, ports);
        var secret = keycloak.admin().secretOf(Keycloak.REALM, DESK);
        system.restart("notice-service", List.of("-DDESK_CLIENT_SECRET=" + secret), () -> {});
        browser = Chromium.start();
    }

    @AfterAll
    static void stop() throws IOException {
        if (browser != null) {
            browser.close();
        }
        if (system != null) {
            system.stop();
        }
    }

    private static int port(String service) {
        return system.audited().get(service).getPort();
    }

    private static URI at(String service, String path) {
        return system.audited().get(service).resolve(path);
    }

    private static void fillIn(Page login, Role role) {
        var user = keycloak.user(role);
        login.locator("#username").fill(user.name());
        login.locator("#password").fill(user.password());
        login.locator("#kc-login").click();
    }

    @ParameterizedTest
    @CsvSource({
        "classification-service, AUDITOR, /audit",
        "paygrade-service, OPERATOR, /dead-letters",
        "notice-service, AUDITOR, /audit"
    })
    void whoLogsInThereMayTryOutInSwaggerUiWhatTheirRoleMay(String service, Role role, String path) {
        try (var visit = browser.visit()) {
            var page = new SwaggerUi(visit.page());
            page.open(at(service, "/q/swagger-ui/"));
            assertThat(page.tryOut(path, "")).isEqualTo(401);

            var asked = page.logIn(login -> fillIn(login, role));

            assertThat(asked).containsEntry("response_type", "code").containsEntry("code_challenge_method", "S256");
            assertThat(page.tryOut(path, "")).isEqualTo(200);
            visit.picture("keycloak-swagger-ui-" + service);
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void whoLogsInThereWithAnotherRoleIsRefused() {
        try (var visit = browser.visit()) {
            var page = new SwaggerUi(visit.page());
            page.open(at("classification-service", "/q/swagger-ui/"));

            page.logIn(login -> fillIn(login, Role.ANALYST));

            assertThat(page.tryOut("/audit", "")).isEqualTo(403);
        }
    }

    @Test
    void whoLogsInAtTheDeskSeesItAndWhoLogsOutMustLogInThereAgain() {
        var desk = at("notice-service", "/desk").toString();
        try (var visit = browser.visit()) {
            var page = visit.page();
            page.navigate(desk);
            assertThat(page).hasURL(Pattern.compile("/realms/" + Keycloak.REALM + "/protocol/openid-connect/auth"));
            fillIn(page, Role.CLERK);

            assertThat(page).hasURL(desk);
            assertThat(page.getByText(Pattern.compile("Logged in as .*clerk"))).isVisible();
            assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Awaiting a decision")))
                    .isVisible();
            visit.picture("keycloak-desk");

            page.getByText("Log out").click();
            assertThat(page.getByRole(AriaRole.HEADING)).hasText("You are logged out");
            assertThat(page).hasURL(Pattern.compile("/desk/logged-out"));
            page.navigate(desk);
            assertThat(page.locator("#kc-login")).isVisible();
            assertThat(visit.complaints()).isEmpty();
        }
    }
}
