package city.planofrecord.local;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;

/** The browser that is installed on the machine, without a window. */
final class Chromium implements AutoCloseable {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final String ON_MACOS = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path program) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        // Its own walls need rights that root in a container does not have; it visits our own pages
                        // only.
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
    }

    /** @throws IllegalStateException where no browser is found; the message says how to get one */
    static Chromium start() {
        PlaywrightAssertions.setDefaultAssertionTimeout(WholeSystem.PATIENCE.toMillis());
        return new Chromium(program()
                .orElseThrow(() -> new IllegalStateException(
                        "No Chromium was found, and what browsers are shown cannot be tested without one. deploy/test installs it"
                                + " on Debian and Ubuntu where it runs as root; elsewhere install chromium or google-chrome, or"
                                + " set CHROMIUM to the program.")));
    }

    private static Optional<Path> program() {
        var named = Optional.ofNullable(System.getenv("CHROMIUM")).map(Path::of);
        var folders =
                Arrays.stream(System.getenv("PATH").split(File.pathSeparator)).map(Path::of);
        return named.or(() -> Stream.concat(
                        folders.flatMap(folder -> NAMES.stream().map(folder::resolve)), Stream.of(Path.of(ON_MACOS)))
                .filter(Files::isExecutable)
                .findFirst());
    }

    /** What one visitor sees, with cookies of their own. */
    Visit visit() {
        return visit(true);
    }

    /** The same in a browser that runs no script. */
    Visit visitWithoutScripts() {
        return visit(false);
    }

    private Visit visit(boolean scripts) {
        var context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(1200, 900)
                .setLocale("en-US")
                .setJavaScriptEnabled(scripts));
        context.setDefaultTimeout(WholeSystem.PATIENCE.toMillis());
        return new Visit(context.newPage());
    }

    @Override
    public void close() {
        playwright.close();
    }

    /** A page in the browser, and what it complains of: refused by its policy, failed scripts. */
    static final class Visit implements AutoCloseable {

        private final Page page;
        private final List<String> complaints = new ArrayList<>();

        private Visit(Page page) {
            this.page = page;
            // The browser's console says so only in words; the event is certain.
            page.context()
                    .addInitScript("addEventListener('securitypolicyviolation', violation => console.error("
                            + "'Against the policy: ' + violation.effectiveDirective + ' ' + violation.blockedURI"
                            + " + ' ' + violation.sourceFile + ':' + violation.lineNumber))");
            page.context().onConsoleMessage(this::hear);
            page.context().onWebError(error -> complaints.add(error.error()));
        }

        private void hear(ConsoleMessage message) {
            if (message.type().equals("error") || message.text().contains("Content Security Policy")) {
                complaints.add(message.text() + " (" + message.location() + ")");
            }
        }

        Page page() {
            return page;
        }

        /** What the browser refused or failed at, apart from answers that the test asked for. */
        List<String> complaints() {
            return complaints.stream()
                    .filter(complaint -> !complaint.startsWith("Failed to load resource: the server responded"))
                    .toList();
        }

        /** A picture of the whole page, beside the test's reports. */
        void picture(String name) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of(System.getProperty("basedir", "."), "target", "pictures", name + ".png")));
        }

        @Override
        public void close() {
            page.context().close();
        }
    }
}
