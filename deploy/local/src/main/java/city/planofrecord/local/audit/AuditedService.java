package city.planofrecord.local.audit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import city.planofrecord.local.client.UnreachableException;

/**
 * A service whose trail is read as an auditor may read it.
 *
 * @param name as the service calls itself in its events
 */
public record AuditedService(String name, URI address, String bearer) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; *rel=\"next\"");

    /**
     * Shows every entry that has been settled, page by page, as long as {@code more} wants another.
     *
     * @throws UnreachableException where there is no answer, or none that can be read
     */
    void entries(HttpClient http, Predicate<JsonNode> more) {
        var page = Optional.of(address.resolve("/audit?limit=500"));
        while (page.isPresent()) {
            var answer = get(http, page.get());
            for (var entry : read(answer).path("items")) {
                if (!more.test(entry)) {
                    return;
                }
            }
            page = next(answer);
        }
    }

    /** Where the link leads by the address that we know, whatever the service takes for its own. */
    private Optional<URI> next(HttpResponse<String> answer) {
        return answer.headers().allValues("Link").stream()
                .flatMap(link -> NEXT.matcher(link).results())
                .map(found -> URI.create(found.group(1)))
                .map(link -> address.resolve("/audit?" + link.getRawQuery()))
                .findFirst();
    }

    private HttpResponse<String> get(HttpClient http, URI page) {
        var request = HttpRequest.newBuilder(page).timeout(LONGEST).header("Accept", "application/json");
        if (!bearer.isEmpty()) {
            request.header("Authorization", "Bearer " + bearer);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UnreachableException(name + " does not answer at " + address + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnreachableException("Interrupted while " + name + " was asked", e);
        }
    }

    private JsonNode read(HttpResponse<String> answer) {
        try {
            if (answer.statusCode() == 200) {
                return JSON.readTree(answer.body());
            }
            throw new IOException("it answered " + answer.statusCode());
        } catch (IOException e) {
            throw new UnreachableException(name + " does not show its audit trail: " + e.getMessage(), e);
        }
    }
}
