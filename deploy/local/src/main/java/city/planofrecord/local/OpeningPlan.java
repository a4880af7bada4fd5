package city.planofrecord.local;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

import city.planofrecord.local.city.CityPlan;
import city.planofrecord.local.city.PlanBodies;
import city.planofrecord.local.client.Answer;
import city.planofrecord.local.client.ServiceClient;

/**
 * Gives a new system the plan that it begins with, through the public imports, once.
 *
 * <p>How far it came is kept in a file, so that a load that was broken off goes on where it stopped. A request that is
 * refused because the service has not yet heard of what another one recorded is sent again for a while.
 */
final class OpeningPlan {

    /** Answers that a service gives while it has not heard from another, or is not there yet. */
    private static final Set<Integer> NOT_YET = Set.of(409, 503);

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

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

    /** The plan among our own samples. */
    static OpeningPlan ofOurs(Function<String, URI> services, Path progress) {
        Function<String, @Nullable InputStream> documents =
                name -> OpeningPlan.class.getResourceAsStream("/samples/" + name);
        return new OpeningPlan(list(documents), documents, services, progress, Duration.ofSeconds(30));
    }

    /** A plan of a city's size whose history ends before the day. */
    static OpeningPlan ofACity(LocalDate today, Function<String, URI> services, Path progress) {
        var requests = new ArrayList<OpeningRequest>();
        var documents = new HashMap<String, byte[]>();
        for (var body : new PlanBodies(CityPlan.of(CityPlan.SEED, today)).all()) {
            var name = "city/" + body.name();
            requests.add(
                    new OpeningRequest(body.service(), "POST", body.path(), body.contentType(), name, body.says()));
            documents.put(name, body.text().getBytes(StandardCharsets.UTF_8));
        }
        Function<String, @Nullable InputStream> streams = name -> {
            var document = documents.get(name);
            return document == null ? null : new ByteArrayInputStream(document);
        };
        return new OpeningPlan(requests, streams, services, progress, Duration.ofMinutes(3));
    }

    /** Told of each request when it has been answered well. */
    interface Listener {

        /** @param since by {@link System#nanoTime}, when it was sent first */
        void answered(OpeningRequest request, long since);
    }

    int load(Supplier<String> token) throws IOException {
        return load(token, (_, _) -> {});
    }

    /**
     * Loads what has not been loaded, and nothing where the register has classes already.
     *
     * @param token a bearer token for the requests; asked for only if there is something to send
     * @return how many requests were sent and answered well
     * @throws StartFailure where one is refused, with what the service said
     */
    int load(Supplier<String> token, Listener listener) throws IOException {
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
                var since = System.nanoTime();
                send(http, requests.get(i), bearer);
                keep(i + 1);
                listener.answered(requests.get(i), since);
            }
        }
        return requests.size() - done;
    }

    private void send(HttpClient http, OpeningRequest request, String bearer) throws IOException {
        var service = ServiceClient.of(request.service(), services.apply(request.service()), http)
                .bearing(bearer);
        var body = body(request);
        var deadline = System.nanoTime() + patience.toNanos();
        var wait = Duration.ofMillis(100);
        var answer = sendOnce(service, request, body);
        while (NOT_YET.contains(answer.status()) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(wait.toNanos());
            wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
            answer = sendOnce(service, request, body);
        }
        if (!answer.isGood()) {
            throw notLoaded(request.method() + " " + path(request) + " with " + request.resource(), answer);
        }
    }

    private static Answer sendOnce(ServiceClient service, OpeningRequest request, byte[] body) {
        return service.sendOnce(
                "opening-plan/" + request.resource(), request.method(), request.path(), request.contentType(), body);
    }

    /** Whether there is a class in effect, abolished or to come. */
    private boolean hasClasses(HttpClient http) {
        return countClasses(http, true) + countClasses(http, false) > 0;
    }

    private long countClasses(HttpClient http, boolean inEffect) {
        var question = "/job-classes?limit=1&inEffect=" + inEffect;
        var answer = ServiceClient.of("classification", services.apply("classification"), http)
                .get(question);
        if (answer.status() != 200) {
            throw notLoaded("GET " + question, answer);
        }
        return answer.body().path("total").asLong();
    }

    private static StartFailure notLoaded(String request, Answer answer) {
        return new StartFailure("The opening plan was not loaded: " + request + " was answered " + answer.status()
                + ". " + answer.explanation());
    }

    /** Without the query, which may be long. */
    private static String path(OpeningRequest request) {
        return request.path().split("\\?", 2)[0];
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

    private static List<OpeningRequest> list(Function<String, @Nullable InputStream> documents) {
        try (var list = documents.apply("opening/requests.json")) {
            if (list == null) {
                throw new StartFailure("The opening plan's list of requests is not among the samples");
            }
            return new JsonMapper().readValue(list, new TypeReference<List<OpeningRequest>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("samples/opening/requests.json cannot be read", e);
        }
    }
}
