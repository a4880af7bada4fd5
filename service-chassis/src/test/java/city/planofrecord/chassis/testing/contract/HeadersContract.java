package city.planofrecord.chassis.testing.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;

import city.planofrecord.chassis.testing.Bearer;

/** The headers that every answer of a service has (OWASP ASVS 5.0, section 3.4), over all operations of its OpenAPI document. */
public final class HeadersContract {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final String NOTHING =
            "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private static final Map<String, String> ALWAYS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin");

    private static final List<String> TELLTALES =
            List.of("Server", "X-Powered-By", "Via", "X-AspNet-Version", "X-Runtime", "X-Generator");

    private final JsonNode document;
    private int answers;

    /** @param document the document that the running service gives, as JSON */
    public HeadersContract(String document) {
        try {
            this.document = new ObjectMapper().readTree(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many answers {@link #gaps} has looked at. */
    public int answers() {
        return answers;
    }

    /** Where a header is missing, doubled or other than it has to be: by operation, and how it was called. */
    public List<String> gaps() {
        var gaps = new ArrayList<String>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .forEach(operation -> call(operation.getKey(), path.getKey(), gaps)));
        return gaps;
    }

    private void call(String name, String pattern, List<String> gaps) {
        var method = name.toUpperCase(Locale.ROOT);
        var path = pattern.replaceAll("\\{[^}]*}", "x");
        var requests = Map.<String, Function<RequestSpecification, RequestSpecification>>of(
                "without a token", request -> request.header("Authorization", Bearer.NONE),
                "with a bad token", request -> request.header("Authorization", "Bearer x.y.z"),
                "with a token", request -> request,
                "with what is no JSON",
                        request -> method.equals("GET")
                                ? request
                                : request.contentType("application/json").body("{".getBytes(StandardCharsets.UTF_8)),
                "with a strange body",
                        request -> method.equals("GET")
                                ? request
                                : request.contentType("application/x-strange")
                                        .body("x".getBytes(StandardCharsets.UTF_8)),
                "with a strange parameter", request -> request.queryParam("strange", "1"),
                "for a strange form", request -> request.accept("application/x-strange"),
                "from a foreign page", request -> request.header("Origin", "https://foreign.example"));
        requests.forEach((how, made) -> {
            var answer = made.apply(RestAssured.given()).request(method, path);
            answers++;
            gapsOf(answer.contentType(), header -> answer.headers().getValues(header))
                    .forEach(gap ->
                            gaps.add(method + " " + pattern + " " + how + " (" + answer.statusCode() + "): " + gap));
        });
    }

    /** What one answer fails to say. HTML may have a policy of its own; that allows nothing inline either. */
    public static List<String> gapsOf(String contentType, Function<String, List<String>> header) {
        var gaps = new ArrayList<String>();
        ALWAYS.forEach((name, value) -> require(name, value, header.apply(name), gaps));
        var policy = String.join("", header.apply("Content-Security-Policy"));
        var page = contentType != null && contentType.startsWith("text/html");
        if (!page || policy.isEmpty()) {
            require("Content-Security-Policy", NOTHING, header.apply("Content-Security-Policy"), gaps);
        } else if (policy.contains("unsafe") || !policy.contains("frame-ancestors 'none'")) {
            gaps.add("Content-Security-Policy is " + policy);
        }
        if (!page) {
            require("Cross-Origin-Opener-Policy", "same-origin", header.apply("Cross-Origin-Opener-Policy"), gaps);
        }
        TELLTALES.stream()
                .filter(name -> !header.apply(name).isEmpty())
                .forEach(name -> gaps.add(name + " tells " + header.apply(name)));
        return gaps;
    }

    private static void require(String name, String value, List<String> found, List<String> gaps) {
        if (!found.equals(List.of(value))) {
            gaps.add(name + " is " + found + ", not " + value);
        }
    }
}
