package city.planofrecord.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import city.planofrecord.chassis.testing.Authority;
import city.planofrecord.chassis.testing.FreePort;
import city.planofrecord.chassis.testing.PostgresServer;
import city.planofrecord.chassis.testing.ServiceDatabase;

/** The service as it is delivered, in a process of its own, set up by its environment alone. */
class AsDeliveredIT {

    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");

    @TempDir
    static Path folder;

    private static PostgresServer server;
    private static ServiceDatabase database;
    private static Authority authority;
    private static Authority.Issued certificate;

    @BeforeAll
    static void start() {
        authority = Authority.in(folder.resolve("authority"));
        certificate = authority.issue("server", "ip:127.0.0.1");
        server = PostgresServer.start(PostgresServer.Settings.in(folder.resolve("postgresql"), 0)
                .notDurable()
                .showing(certificate));
        database = server.createServiceDatabase("notice");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Process start(Path output, Map<String, String> more) throws IOException {
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-Dcity.access.local-system=true",
                        "-jar",
                        JAR.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        var environment = new HashMap<>(Map.of(
                "PORT",
                String.valueOf(FreePort.any()),
                "DATABASE_URL",
                database.jdbcUrl() + "?sslmode=verify-full&sslrootcert=" + authority.certificate(),
                "DATABASE_PASSWORD",
                database.appPassword(),
                "DATABASE_OWNER_PASSWORD",
                database.ownerPassword(),
                "KAFKA_BOOTSTRAP_SERVERS",
                "127.0.0.1:" + FreePort.any(),
                "OIDC_ISSUER",
                "http://127.0.0.1:" + FreePort.any() + "/nobody",
                "PERSONAL_DATA_KEY",
                "2026:MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="));
        environment.putAll(more);
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** What the service says before it ends by itself. */
    private static String refusal(Map<String, String> more) throws IOException, InterruptedException {
        var output = folder.resolve("refused.log");
        var service = start(output, more);
        try {
            assertThat(service.waitFor(60, TimeUnit.SECONDS))
                    .as("ended by itself")
                    .isTrue();
            assertThat(service.exitValue()).isNotZero();
        } finally {
            service.destroyForcibly().waitFor();
        }
        return Files.readString(output);
    }

    @Test
    void itDoesNotStartWhereTokensOrEventsWouldLeaveTheMachineInClearText() throws Exception {
        assertThat(refusal(Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS", "kafka.city.example:9092",
                        "CLASSIFICATION_SERVICE_URL", "http://classification.city.example")))
                .contains("KAFKA_SECURITY_PROTOCOL", "CLASSIFICATION_SERVICE_URL", "ALLOW_CLEAR_TEXT");
    }

    @Test
    void itDoesNotStartOnADatabaseThatCannotProveWhoItIs() throws Exception {
        var other = Authority.in(folder.resolve("other")).certificate();

        assertThat(refusal(Map.of("DATABASE_URL", database.jdbcUrl() + "?sslmode=verify-full&sslrootcert=" + other)))
                .contains("PKIX path");
    }

    private static int status(HttpClient client, String address) throws InterruptedException {
        try {
            return client.send(
                            HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException notThere) {
            return 0;
        }
    }

    @Test
    void healthAndMetricsAreOnThePortThatTheCityNamesAndTheRestIsServedOverHttps() throws Exception {
        var plain = FreePort.any();
        var https = FreePort.any();
        var management = FreePort.any();
        var service = start(
                folder.resolve("guarded.log"),
                Map.of(
                        "PORT", String.valueOf(plain),
                        "HTTPS_PORT", String.valueOf(https),
                        "HTTPS_CERTIFICATE", certificate.chain().toString(),
                        "HTTPS_KEY", certificate.key().toString(),
                        "HTTP_PLAIN", "disabled",
                        "MANAGEMENT_PORT", String.valueOf(management),
                        "DOCS_PUBLIC", "false"));
        try (var client =
                HttpClient.newBuilder().sslContext(authority.trusted()).build()) {
            await().atMost(90, TimeUnit.SECONDS)
                    .until(() -> status(client, "http://127.0.0.1:" + management + "/q/health/live") == 200);
            await().atMost(90, TimeUnit.SECONDS)
                    .until(() -> status(client, "https://127.0.0.1:" + https + "/notices") == 200);

            assertThat(status(client, "http://127.0.0.1:" + management + "/q/metrics"))
                    .isEqualTo(200);
            assertThat(status(client, "http://127.0.0.1:" + management + "/q/openapi"))
                    .isEqualTo(200);
            assertThat(status(client, "http://127.0.0.1:" + management + "/notices"))
                    .isEqualTo(404);
            assertThat(status(client, "https://127.0.0.1:" + https + "/q/health/live"))
                    .isEqualTo(404);
            assertThat(status(client, "https://127.0.0.1:" + https + "/q/metrics"))
                    .isEqualTo(404);
            assertThat(status(client, "https://127.0.0.1:" + https + "/q/openapi"))
                    .isEqualTo(404);
            assertThat(status(client, "https://127.0.0.1:" + https + "/q/swagger-ui/"))
                    .isEqualTo(404);
            assertThat(status(client, "http://127.0.0.1:" + plain + "/notices")).isZero();
        } finally {
            service.destroy();
            if (!service.waitFor(20, TimeUnit.SECONDS)) {
                service.destroyForcibly().waitFor();
            }
        }
    }
}
