package city.planofrecord.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.regex.Pattern;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The desk in a real browser: logging in at the local issuer, what lies there, logging out. */
class DeskPageIT {

    private static final WholeSystem SYSTEM = WholeSystem.shared();
    private static final CityHall HALL = new CityHall(SYSTEM.city());
    private static final URI DESK = SYSTEM.audited().get("notice-service").resolve("/desk");

    private static Chromium browser;

    @BeforeAll
    static void begin() {
        browser = Chromium.start();
        HALL.has("CD2154");
        HALL.posts("DESK-1", CityHall.regraded("CD2154", "Class of the desk"));
        var draft = JsonNodeFactory.instance
                .objectNode()
                .put("number", "DESK-2")
                .put("subject", "<script>alert(1)</script> & a draft");
        draft.putArray("items").add(CityHall.established("CD2155", "Class that is drafted"));
        CityHall.assertGood(SYSTEM.city().notices().analyst().post("/notices", draft));
    }

    @AfterAll
    static void end() {
        if (browser != null) {
            browser.close();
        }
    }

    private static void logIn(Page page, String as) {
        page.navigate(DESK.toString());
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^" + as)))
                .click();
    }

    @ParameterizedTest
    @EnumSource(names = {"ANALYST", "DIRECTOR", "CLERK"})
    void whoLogsInSeesWhatLiesOnTheDesk(Role role) {
        try (var visit = browser.visit()) {
            var page = visit.page();
            logIn(page, role.claim());

            assertThat(page).hasURL(DESK.toString());
            assertThat(page.getByText("Logged in as " + role.claim() + " (" + role.claim() + ")"))
                    .isVisible();
            assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Awaiting a decision")))
                    .containsText("DESK-1");
            assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Posted")))
                    .containsText("DESK-1");
            assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Drafts")))
                    .containsText("<script>alert(1)</script> & a draft");
            visit.picture("desk-" + role.claim());
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void thePageWorksWithoutScripts() {
        try (var visit = browser.visitWithoutScripts()) {
            logIn(visit.page(), "clerk");

            assertThat(visit.page()
                            .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("DESK-1"))
                            .first())
                    .hasAttribute("href", "/notices/DESK-1?edition=1");
        }
    }

    @Test
    void whoHasNoRoleOfTheDeskIsToldWhatToDo() {
        try (var visit = browser.visit()) {
            var page = visit.page();
            logIn(page, "employee");

            assertThat(page.getByRole(AriaRole.HEADING)).hasText("You have no place at the desk");
            visit.picture("desk-no-role");
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void whoLogsOutMustLogInAgain() {
        try (var visit = browser.visit()) {
            var page = visit.page();
            logIn(page, "director");
            page.getByText("Log out").click();

            assertThat(page.getByRole(AriaRole.HEADING)).hasText("You are logged out");
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
            assertThat(page.context().cookies())
                    .noneSatisfy(cookie -> assertThat(cookie.name).contains("session"));
            page.navigate(DESK.toString());
            assertThat(page).hasTitle("Log in to the local system");
            visit.picture("login");
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        }
    }

    @Test
    void scriptsSeeNoCookieOfTheLogin() {
        try (var visit = browser.visit()) {
            logIn(visit.page(), "analyst");

            assertThat(visit.page().context().cookies())
                    .isNotEmpty()
                    .allSatisfy(cookie -> assertThat(cookie.httpOnly).isTrue());
            assertThat(visit.page().evaluate("document.cookie")).isEqualTo("");
        }
    }
}
