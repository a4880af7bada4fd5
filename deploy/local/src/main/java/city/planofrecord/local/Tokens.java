package city.planofrecord.local;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

import com.fasterxml.jackson.databind.json.JsonMapper;

/** Bearer tokens from the issuer of the running local system. */
record Tokens(int issuerPort) {

    /** @throws StartFailure where the issuer does not run */
    String of(Role role) throws IOException, InterruptedException {
        var form = "grant_type=client_credentials&client_id=" + role.claim() + "&client_secret=local&scope="
                + role.claim();
        var request = HttpRequest.newBuilder(URI.create(IssuerPart.address(issuerPort) + "/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(Duration.ofSeconds(20))
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new StartFailure("The token issuer answered " + answer.statusCode() + ": " + answer.body());
            }
            return new JsonMapper().readTree(answer.body()).path("access_token").asText();
        } catch (ConnectException e) {
            throw new StartFailure("The local system does not run: nothing answers on port " + issuerPort
                    + ". Start it with deploy/up.");
        }
    }
}
