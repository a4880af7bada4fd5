package city.planofrecord.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

import city.planofrecord.chassis.testing.contract.Operation;
import city.planofrecord.local.client.ServiceClient;

/** Requests to a service of which only the status matters. */
record Calls(HttpClient http, URI service) {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    /** All operations of the service that need a role, as its OpenAPI document has them. */
    List<Operation> protectedOperations() {
        var document = ServiceClient.of("service", service, http).get("/q/openapi?format=json");
        return Operation.of(document.body()).stream()
                .filter(operation -> !operation.roles().isEmpty())
                .toList();
    }

    /** Calls the operation about nothing, as the bearer of the token. */
    int status(Operation operation, String token) {
        var body = operation.method().equals("GET")
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString("{}");
        return send(HttpRequest.newBuilder(service.resolve(operation.anyPath()))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", operation.consumes())
                .method(operation.method(), body));
    }

    /** Of a GET without a token. */
    int status(String path) {
        return send(HttpRequest.newBuilder(service.resolve(path)));
    }

    private int send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(LONGEST).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
