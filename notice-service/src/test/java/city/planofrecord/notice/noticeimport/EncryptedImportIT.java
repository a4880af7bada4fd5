package city.planofrecord.notice.noticeimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import javax.net.ssl.SSLHandshakeException;

import jakarta.inject.Inject;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.notice.testing.EncryptedCity;
import city.planofrecord.notice.testing.SpecificationReader;

/** An import whose attachments are read by another service, with a token of the provider, all over TLS. */
@QuarkusTest
@TestProfile(EncryptedCity.class)
class EncryptedImportIT {

    @Inject
    ClassificationServiceConfig reader;

    @TestHTTPResource(value = "/notice-imports?dryRun=true", tls = true)
    URL imports;

    @Test
    void attachmentsAreReadOverTlsByAServiceOfTheCitysAuthority() throws Exception {
        var servers = RealServers.current();
        var request = HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + imports.getPort() + imports.getFile()))
                .header("Content-Type", "text/plain; charset=utf-8")
                .header("Authorization", "Bearer " + servers.issuer().token("ann", "analyst"))
                .POST(HttpRequest.BodyPublishers.ofFile(Path.of(System.getProperty("samples"), "notice-1341.txt")))
                .build();

        try (var client = HttpClient.newBuilder()
                .sslContext(servers.authority().trusted())
                .build()) {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
        assertThat(reader.url().getScheme()).isEqualTo("https");
        assertThat(SpecificationReader.current().asked()).isNotBlank();
    }

    @Test
    void whoeverTrustsOrdinaryAuthoritiesOnlyDoesNotSpeakToIt() {
        try (var client = HttpClient.newHttpClient()) {
            assertThatThrownBy(() -> client.send(
                            HttpRequest.newBuilder(reader.url()).build(), HttpResponse.BodyHandlers.discarding()))
                    .isInstanceOf(SSLHandshakeException.class);
        }
    }
}
