package city.planofrecord.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import city.planofrecord.local.client.Answer;
import city.planofrecord.local.client.ServiceClient;

/** A service that starts while the OpenID provider is away, and the provider that comes later. */
class ProviderAwayIT {

    private static final String NAME = "classification-service";
    private static final Duration BEARABLE = Duration.ofSeconds(15);

    private static LoneServices services;
    private static String token;

    @TempDir
    static Path folder;

    @BeforeAll
    static void start() throws Exception {
        services = new LoneServices("provider-away");
        var issuer = issuer();
        issuer.start(failure -> {});
        token = new Tokens(services.issuerPort()).of(Role.AUDITOR);
        issuer.stop();
    }

    @AfterEach
    void stopServices() {
        services.stopServices();
    }

    @AfterAll
    static void stop() throws IOException {
        if (services != null) {
            services.close();
        }
    }

    @Test
    void whereNobodyAnswersItStartsAndServesThePublicUntilTheProviderIsThere() throws Exception {
        startService();

        assertPublicIsServedAndTheRestIsRefusedInWords();
        assertHealsWhenTheProviderIsThere();
    }

    @Test
    void whereTheProviderFailsItStartsAndServesThePublicUntilTheProviderIsThere() throws Exception {
        var failing =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), services.issuerPort()), 0);
        failing.createContext("/", exchange -> {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        failing.start();
        try {
            startService();

            assertPublicIsServedAndTheRestIsRefusedInWords();
        } finally {
            failing.stop(0);
        }
        assertHealsWhenTheProviderIsThere();
    }

    @Test
    void whereTheProviderNeverAnswersItStartsAndServesThePublicUntilTheProviderIsThere() throws Exception {
        try (var silent = new ServerSocket()) {
            silent.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), services.issuerPort()));
            startService();

            assertPublicIsServedAndTheRestIsRefusedInWords();
        }
        assertHealsWhenTheProviderIsThere();
    }

    private static void startService() throws Exception {
        services.start(NAME, IssuerPart.address(services.issuerPort()), UnaryOperator.identity());
    }

    private static void assertPublicIsServedAndTheRestIsRefusedInWords() {
        assertThat(ask("", "/job-classes?limit=1").status()).isEqualTo(200);
        assertThat(ask("", "/audit?limit=1").status()).isEqualTo(401);
        var since = System.nanoTime();
        var refused = ask(token, "/audit?limit=1");

        assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(BEARABLE);
        assertThat(refused.status()).as(refused.text()).isEqualTo(503);
        assertThat(refused.body().path("detail").asText()).contains("OpenID provider cannot be reached");
        assertThat(refused.text()).doesNotContain("Exception", "127.0.0.1", "\tat ");
        assertThat(ask("", "/q/health/live").status()).isEqualTo(200);
    }

    private static void assertHealsWhenTheProviderIsThere() throws Exception {
        var issuer = issuer();
        issuer.start(failure -> {});
        try {
            var fresh = new Tokens(services.issuerPort()).of(Role.AUDITOR);
            await().atMost(WholeSystem.PATIENCE)
                    .until(() -> ask(fresh, "/audit?limit=1").status() == 200);
        } finally {
            issuer.stop();
        }
    }

    private static IssuerPart issuer() {
        return new IssuerPart(new StateFolder(folder), services.issuerPort());
    }

    private static Answer ask(String token, String path) {
        return ServiceClient.of(NAME, services.address(NAME), services.http())
                .bearing(token)
                .get(path);
    }
}
