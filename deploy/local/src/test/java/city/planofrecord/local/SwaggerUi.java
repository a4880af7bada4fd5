package city.planofrecord.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Swagger UI of a service as somebody uses it. */
record SwaggerUi(Page page) {

    void open(URI address) {
        page.navigate(address.toString());
    }

    /** Presses "Authorize"; the dialog that comes up. */
    Locator authorize() {
        page.locator(".auth-wrapper .btn.authorize").first().click();
        return page.locator(".dialog-ux");
    }

    /**
     * Logs in on the provider's page; the parameters with which the browser was sent there.
     *
     * @param atTheProvider what somebody does there, until it sends them back
     */
    Map<String, String> logIn(Consumer<Page> atTheProvider) {
        var dialog = authorize();
        var login = dialog.locator(".auth-container", new Locator.LocatorOptions().setHasText("OAuth2"));
        assertThat(login.locator("[id^=client_id]")).hasValue("planofrecord-docs");
        var popup = page.waitForPopup(() -> login.locator("button.authorize").click());
        var asked = parameters(URI.create(popup.url()));
        popup.waitForClose(() -> atTheProvider.accept(popup));
        assertThat(login.getByText("Logout")).isVisible();
        dialog.locator(".close-modal").click();
        return asked;
    }

    /** Presses "Try it out" and "Execute" of the GET; the status that was answered. */
    int tryOut(String path, String parameter) {
        var block = page.locator(".opblock-get")
                .filter(new Locator.FilterOptions().setHas(page.locator("[data-path='" + path + "']")))
                .first();
        if (block.locator(".opblock-body").count() == 0) {
            block.locator(".opblock-summary-control").click();
            block.locator(".try-out__btn").click();
            if (!parameter.isEmpty()) {
                block.locator("tr[data-param-in=path] input").fill(parameter);
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
