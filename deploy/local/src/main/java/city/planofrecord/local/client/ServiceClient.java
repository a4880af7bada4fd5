package city.planofrecord.local.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/** One service, as anyone may talk to it: over HTTP, in JSON. */
public final class ServiceClient {

    public static final String JSON = "application/json";

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final String name;
    private final URI address;
    private final String bearer;
    private final HttpClient http;

    private ServiceClient(String name, URI address, String bearer, HttpClient http) {
        this.name = name;
        this.address = address;
        this.bearer = bearer;
        this.http = http;
    }

    /** The service at the address, for a client without a token. */
    public static ServiceClient of(String name, URI address, HttpClient http) {
        return new ServiceClient(name, address, "", http);
    }

    /** The same service, for the bearer of the token. */
    public ServiceClient bearing(String token) {
        return new ServiceClient(name, address, token, http);
    }

    public URI address() {
        return address;
    }

    public String name() {
        return name;
    }

    /** @param path with its query, as it is sent */
    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer post(String path, JsonNode body) {
        return post(path, JSON, bytes(body));
    }

    public Answer post(String path, String contentType, byte[] body) {
        return send(request(path).header("Content-Type", contentType).POST(BodyPublishers.ofByteArray(body)));
    }

    /** @param key the same for the same request, so that a repetition is answered and not done again */
    public Answer sendOnce(String key, String method, String path, String contentType, byte[] body) {
        return send(request(path)
                .header("Content-Type", contentType)
                .header("Idempotency-Key", key)
                .method(method, BodyPublishers.ofByteArray(body)));
    }

    /** @param ifMatch the ETag of what is to be changed, as it was read */
    public Answer post(String path, JsonNode body, String ifMatch) {
        return send(request(path)
                .header("Content-Type", JSON)
                .header("If-Match", ifMatch)
                .POST(BodyPublishers.ofByteArray(bytes(body))));
    }

    /** @throws UnreachableException where there is no answer */
    private Answer send(HttpRequest.Builder builder) {
        var request = builder.build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(
                    answer.statusCode(),
                    answer.headers().firstValue("ETag").orElse(""),
                    json(answer.body()),
                    answer.body());
        } catch (ConnectException | HttpConnectTimeoutException e) {
            throw new UnreachableException(
                    "The local system does not run: nothing answers for " + name + " at " + address
                            + ". Start it with deploy/up.",
                    e);
        } catch (IOException e) {
            throw new UnreachableException(
                    name + " gave no answer to " + request.method() + " " + request.uri() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnreachableException("Interrupted while " + name + " was asked", e);
        }
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(LONGEST)
                .header("Accept", JSON + ", application/problem+json");
        return bearer.isEmpty() ? request : request.header("Authorization", "Bearer " + bearer);
    }

    private static byte[] bytes(JsonNode body) {
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode json(String text) {
        try {
            var read = MAPPER.readTree(text);
            return read == null ? MissingNode.getInstance() : read;
        } catch (JsonProcessingException noJson) {
            return MissingNode.getInstance();
        }
    }
}
