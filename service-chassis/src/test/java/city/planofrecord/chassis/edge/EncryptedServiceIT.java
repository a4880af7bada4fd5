package city.planofrecord.chassis.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.vertx.http.HttpServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import city.planofrecord.chassis.testing.Authority;
import city.planofrecord.chassis.testing.Events;
import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.chassis.thing.Pings;
import city.planofrecord.chassis.thing.Things;

/** A real PostgreSQL, a real Kafka and an OpenID provider that take nothing in clear text, and a service that serves https. */
@QuarkusTest
@TestProfile(EncryptedService.class)
class EncryptedServiceIT {

    @Inject
    Things things;

    @Inject
    Pings pings;

    @Inject
    HttpServer server;

    @TestHTTPResource(value = "/", tls = true)
    URL service;

    @TempDir
    static Path folder;

    private static RealServers servers() {
        return RealServers.current();
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + service.getPort() + path));
        for (var i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try (var client = HttpClient.newBuilder()
                .sslContext(servers().authority().trusted())
                .build()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void theServiceAnswersOverHttpsAndAsksThatItStaysSo() throws Exception {
        var id = things.establish("2030-01-01", "name", "a");

        var answer = get("/things/" + id + "?asOf=2030-06-01");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Strict-Transport-Security"))
                .containsExactly("max-age=31536000; includeSubDomains");
    }

    @Test
    void nobodyListensInClearText() {
        assertThat(server.getPort()).as("the port for clear text").isNegative();
        assertThatThrownBy(() -> new URI("http://127.0.0.1:" + service.getPort() + "/q/health")
                        .toURL()
                        .openStream()
                        .close())
                .isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "TLSv1.3, TLS_AES_256_GCM_SHA384, true",
        "TLSv1.2, TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, true",
        // No authenticated encryption
        "TLSv1.2, TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384, false",
        "TLSv1.2, TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA, false",
        // Not among ours, though good
        "TLSv1.2, TLS_DHE_RSA_WITH_AES_256_GCM_SHA384, false"
    })
    void onlyGoodSuitesAreSpoken(String protocol, String suite, boolean spoken) throws Exception {
        var context = servers().authority().trusted();
        try (var socket = (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", service.getPort())) {
            socket.setEnabledProtocols(new String[] {protocol});
            socket.setEnabledCipherSuites(new String[] {suite});
            if (spoken) {
                socket.startHandshake();
                assertThat(socket.getSession().getCipherSuite()).isEqualTo(suite);
            } else {
                assertThatThrownBy(socket::startHandshake).isInstanceOf(SSLHandshakeException.class);
            }
        }
    }

    @Test
    void everyConnectionToTheDatabaseIsEncrypted() throws SQLException {
        things.establish("2030-01-01", "name", "a");
        try (var connection = servers().postgres().connectAsSuperuser("thing");
                var rows = connection.createStatement().executeQuery("""
                        select count(*) filter (where ssl), count(*) filter (where not ssl)
                          from pg_stat_ssl join pg_stat_activity using (pid) where usename in ('thing_app', 'thing_owner')""")) {
            rows.next();

            assertThat(rows.getInt(1)).isPositive();
            assertThat(rows.getInt(2)).isZero();
        }
    }

    @Test
    void aDatabaseOfAnotherAuthorityIsRefusedAndSoIsAClientInClearText() {
        var database = servers().database();
        var other = Authority.in(folder.resolve("other-of-database")).certificate();

        assertThatThrownBy(() -> DriverManager.getConnection(
                        database.jdbcUrl() + "?sslmode=verify-full&sslrootcert=" + other,
                        database.appUser(),
                        database.appPassword()))
                .hasMessageContaining("SSL error");
        assertThatThrownBy(() -> DriverManager.getConnection(
                        database.jdbcUrl() + "?sslmode=disable", database.appUser(), database.appPassword()))
                .hasMessageContaining("no encryption");
    }

    @Test
    void relayConsumersAndDeadLettersSpeakToKafkaOverTlsAfterALogin() throws Exception {
        var id = things.establish("2030-01-01", "name", "a");
        var ping = UUID.randomUUID().toString();
        var refused = UUID.randomUUID().toString();
        pings.refuse("nonsense");

        Events.tell(
                "pings", ping, "ping.v1", JsonNodeFactory.instance.objectNode().put("text", "hello"));
        Events.tell(
                "pings",
                refused,
                "ping.v1",
                JsonNodeFactory.instance.objectNode().put("text", "nonsense"));

        await().untilAsserted(() -> assertThat(Events.all("things"))
                .anySatisfy(told -> assertThat(told.key()).isEqualTo(id.toString())));
        await().untilAsserted(() -> assertThat(pings.heard(ping)).containsExactly("hello"));
        await().untilAsserted(() -> assertThat(Events.all("pings.dead-letter"))
                .anySatisfy(told -> assertThat(told.key()).isEqualTo(refused)));
    }

    /** Who is refused for a reason is told so at once; to who speaks another language nothing is said. */
    private static final Duration UNTIL_TOLD = Duration.ofSeconds(60);

    private static final Duration NOTHING_IS_TOLD = Duration.ofSeconds(3);

    private static Throwable refusal(Duration patience, Map<String, Object> changed) throws InterruptedException {
        var settings = new HashMap<>(servers().kafka().clientSettings());
        settings.putAll(changed);
        settings.put("request.timeout.ms", (int) patience.toMillis());
        settings.put("default.api.timeout.ms", (int) patience.toMillis());
        try (var admin = Admin.create(settings)) {
            admin.listTopics().names().get(90, TimeUnit.SECONDS);
            return new AssertionError("was let in");
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (TimeoutException e) {
            return e;
        }
    }

    @Test
    void kafkaIsNotSpokenToWithAnotherAuthorityAWrongPasswordOrInClearText() throws Exception {
        var other = Authority.in(folder.resolve("other-of-kafka")).certificate();

        assertThat(refusal(UNTIL_TOLD, Map.of("ssl.truststore.location", other.toString())))
                .isInstanceOf(SslAuthenticationException.class);
        assertThat(
                        refusal(
                                UNTIL_TOLD,
                                Map.of(
                                        "sasl.jaas.config",
                                        "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"service\" password=\"guessed\";")))
                .isInstanceOf(SaslAuthenticationException.class);
        assertThat(refusal(NOTHING_IS_TOLD, Map.of("security.protocol", "PLAINTEXT")))
                .isInstanceOf(org.apache.kafka.common.errors.TimeoutException.class);
    }

    @Test
    void tokensAreCheckedByKeysThatComeOverHttpsFromAProviderOfTheCitysAuthority() throws Exception {
        var issuer = servers().issuer();

        assertThat(issuer.address()).startsWith("https://");
        assertThat(get("/audit", "Authorization", "Bearer " + issuer.token("ann", "auditor"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(get("/audit", "Authorization", "Bearer " + issuer.ofAnother("ann", "auditor"))
                        .statusCode())
                .isEqualTo(401);
        try (var ordinary = HttpClient.newHttpClient()) {
            assertThatThrownBy(() -> ordinary.send(
                            HttpRequest.newBuilder(URI.create(issuer.address() + "/.well-known/openid-configuration"))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding()))
                    .isInstanceOf(SSLHandshakeException.class);
        }
    }
}
