package city.planofrecord.chassis.http;

import java.util.List;

import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * One page of a collection.
 *
 * @param total how many there are in all, over every page
 */
public record Page<T>(
        List<T> items,

        @Schema(description = "How many there are in all, over every page")
        long total) {

    public static final int LIMIT = 500;

    /** The page, with a link to the next where {@code next} is the cursor at which that begins. */
    public RestResponse<Page<T>> answer(UriInfo uri, @Nullable String next) {
        return answer(this, uri.getRequestUriBuilder(), next);
    }

    /**
     * An answer that holds one page, with a link to the next where {@code next} is the cursor at which that begins.
     *
     * @param address of the page that the answer holds
     */
    public static <A> RestResponse<A> answer(A page, UriBuilder address, @Nullable String next) {
        var answer = RestResponse.ResponseBuilder.ok(page);
        if (next != null) {
            answer.header(
                    "Link",
                    Link.fromUri(address.replaceQueryParam("after", next).build())
                            .rel("next")
                            .build()
                            .toString());
        }
        return answer.build();
    }

    /** @throws Refused where the limit is not between 1 and {@value #LIMIT} */
    public static int limit(@Nullable Integer asked) {
        var limit = asked == null ? 100 : asked;
        if (limit < 1 || limit > LIMIT) {
            throw new Refused(
                    ProblemKind.MALFORMED,
                    "limit must be between 1 and " + LIMIT + ".",
                    List.of(Violation.ofParameter("limit", "out of bounds", String.valueOf(limit), "1 to " + LIMIT)));
        }
        return limit;
    }
}
