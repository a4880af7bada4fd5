package city.planofrecord.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

/**
 * Gives a new system the plan as it stood before the first notice, through the public imports, once.
 *
 * <p>How far it came is kept in a file, so that a load that was broken off goes on where it stopped. A request that is
 * refused because the service has not yet heard of what another one recorded is sent again for a while.
 */
final class OpeningPlan {

    /** Answers that a service gives while it has not heard from another, or is not there yet. */
    private static final Set<Integer> NOT_YET = Set.of(409, 422, 503);

    private static final JsonMapper JSON = new JsonMapper();

    private final List<OpeningRequest> requests;
    private final Function<String, @Nullable InputStream> documents;
    private final Function<String, URI> services;
    private final Path progress;
    private final Duration patience;

    /**
     * @param documents by the name that a request gives
     * @param services the address of each by its name
     * @param progress the file that tells how many requests have been answered well
     * @param patience how long one request is sent again
     */
    OpeningPlan(
            List<OpeningRequest> requests,
            Function<String, @Nullable InputStream> documents,
            Function<String, URI> services,
            Path progress,
            Duration patience) {
        this.requests = List.copyOf(requests);
        this.documents = documents;
        this.services = services;
        this.progress = progress;
        this.patience = patience;
    }

    /** The plan among our own resources; without requests where they are not there. */
    static OpeningPlan ofOurs(Function<String, URI> services, Path progress) {
        Function<String, @Nullable InputStream> documents =
                name -> OpeningPlan.class.getResourceAsStream("/samples/opening/" + name);
        return new OpeningPlan(list(documents), documents, services, progress, Duration.ofMinutes(1));
    }

    /**
     * Loads what has not been loaded, and nothing where the register has classes already.
     *
     * @param token a bearer token for the requests; asked for only if there is something to send
     * @return how many requests were sent and answered well
     * @throws StartFailure where one is refused, with what the service said
     */
    int load(Supplier<String> token) throws IOException, InterruptedException {
        var done = done();
        if (done >= requests.size()) {
            return 0;
        }
        try (var http = HttpClient.newHttpClient()) {
            if (done == 0 && hasClasses(http)) {
                keep(requests.size());
                return 0;
            }
            var bearer = token.get();
            for (int i = done; i < requests.size(); i++) {
                send(http, requests.get(i), bearer);
                keep(i + 1);
            }
        }
        return requests.size() - done;
    }

    private void send(HttpClient http, OpeningRequest request, String bearer) throws IOException, InterruptedException {
        var message = HttpRequest.newBuilder(services.apply(request.service()).resolve(request.path()))
                .header("Content-Type", request.contentType())
                .header("Accept", "application/json, application/problem+json")
                .header("Authorization", "Bearer " + bearer)
                .timeout(Duration.ofMinutes(1))
                .method(request.method(), HttpRequest.BodyPublishers.ofByteArray(body(request)))
                .build();
        var deadline = System.nanoTime() + patience.toNanos();
        var answer = http.send(message, HttpResponse.BodyHandlers.ofString());
        while (NOT_YET.contains(answer.statusCode()) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
            answer = http.send(message, HttpResponse.BodyHandlers.ofString());
        }
        if (answer.statusCode() / 100 != 2) {
            throw new StartFailure("The opening plan was not loaded: " + request.method() + " " + message.uri()
                    + " with " + request.resource() + " was answered " + answer.statusCode() + ". "
                    + explanation(answer.body()));
        }
    }

    private boolean hasClasses(HttpClient http) throws IOException, InterruptedException {
        var question = HttpRequest.newBuilder(services.apply("classification").resolve("/job-classes?inEffect=true"))
                .header("Accept", "application/json")
                .timeout(Duration.ofSeconds(30))
                .build();
        var answer = http.send(question, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new StartFailure("The opening plan was not loaded: " + question.uri() + " was answered "
                    + answer.statusCode() + ". " + explanation(answer.body()));
        }
        return JSON.readTree(answer.body()).path("total").asLong() > 0;
    }

    private byte[] body(OpeningRequest request) throws IOException {
        try (var document = documents.apply(request.resource())) {
            if (document == null) {
                throw new StartFailure("The opening plan names a document that is not there: " + request.resource());
            }
            return document.readAllBytes();
        }
    }

    private int done() throws IOException {
        return Files.exists(progress)
                ? Integer.parseInt(Files.readString(progress).strip())
                : 0;
    }

    private void keep(int done) throws IOException {
        Files.writeString(progress, done + "\n");
    }

    /** What a problem says, in lines; where it is none, the beginning of the answer. */
    private static String explanation(String body) {
        try {
            var problem = JSON.readTree(body);
            var said = new StringBuilder(problem.path("title").asText() + ": "
                    + problem.path("detail").asText());
            for (JsonNode violation : problem.path("violations")) {
                said.append("\n  ").append(violation);
            }
            return said.toString();
        } catch (IOException noJson) {
            return body.substring(0, Math.min(500, body.length()));
        }
    }

    private static List<OpeningRequest> list(Function<String, @Nullable InputStream> documents) {
        try (var list = documents.apply("requests.json")) {
            return list == null ? List.of() : JSON.readValue(list, new TypeReference<List<OpeningRequest>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("samples/opening/requests.json cannot be read", e);
        }
    }
}
