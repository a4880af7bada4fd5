package city.planofrecord.local.client;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;

import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.FreePort;

class ServiceClientIT {

    @Test
    void aServiceThatDoesNotRunIsNamedWithHowToStartIt() {
        try (var http = HttpClient.newHttpClient()) {
            var service = ServiceClient.of("notice-service", URI.create("http://127.0.0.1:" + FreePort.any()), http);

            assertThatThrownBy(() -> service.get("/notices/1"))
                    .isInstanceOf(UnreachableException.class)
                    .hasMessageContaining("nothing answers for notice-service")
                    .hasMessageContaining("deploy/up");
        }
    }
}
