package city.planofrecord.local;

import org.jspecify.annotations.Nullable;

/**
 * One request of the plan that a new system is given.
 *
 * @param service whose it is: {@code classification}, {@code paygrade} or {@code notice}
 * @param path with its query, as it is sent
 * @param resource the body, by its name among the plan's documents
 * @param says what is in it, in words
 */
record OpeningRequest(
        String service,
        String method,
        String path,
        String contentType,
        String resource,
        @Nullable String says) {}
