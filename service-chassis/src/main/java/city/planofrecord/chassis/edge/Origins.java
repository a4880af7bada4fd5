package city.planofrecord.chassis.edge;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import io.quarkus.vertx.http.runtime.cors.CORSFilter;
import org.jspecify.annotations.Nullable;

/** Whose pages may send requests: the service's own, and those of the origins that the city lists. */
final class Origins {

    private final List<String> listed;
    private final List<Pattern> patterns;

    /** @param listed origins, expressions between slashes, or {@code *} for everybody's */
    Origins(Optional<List<String>> listed) {
        this.listed = listed.orElse(List.of());
        patterns = CORSFilter.parseAllowedOriginsRegex(listed);
    }

    /**
     * @param origin as the browser sent it
     * @param own the origin that the request was sent to, where it is known
     */
    boolean admit(String origin, @Nullable String own) {
        return origin.equalsIgnoreCase(own)
                || listed.contains(origin)
                || listed.equals(List.of("*"))
                || CORSFilter.isOriginAllowedByRegex(patterns, origin);
    }

    /** Whether answers differ by who asks, which caches must be told. */
    boolean areListed() {
        return !listed.isEmpty();
    }
}
