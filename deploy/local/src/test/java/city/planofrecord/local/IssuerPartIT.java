package city.planofrecord.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import city.planofrecord.chassis.testing.FreePort;

class IssuerPartIT {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aTokenBearsItsRole(Role role) throws Exception {
        var port = FreePort.any();
        var issuer = new IssuerPart(new StateFolder(folder), port);
        issuer.start(failure -> {});
        try {
            var claims = claims(new Tokens(port).of(role));

            assertThat(claims.path("roles")).singleElement().hasToString("\"" + role.claim() + "\"");
            assertThat(claims.path("iss").asText()).isEqualTo("http://127.0.0.1:" + port + "/planofrecord");
        } finally {
            issuer.stop();
        }
    }

    @Test
    void withoutAnIssuerTheMessageSaysHowToStartOne() {
        var port = FreePort.any();

        assertThatThrownBy(() -> new Tokens(port).of(Role.ANALYST))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("deploy/up");
    }

    private static JsonNode claims(String token) throws Exception {
        var payload = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
        return new JsonMapper().readTree(new String(payload, StandardCharsets.UTF_8));
    }
}
