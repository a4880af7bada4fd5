package city.planofrecord.chassis.testing;

import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;

/**
 * Sends a token of every role with each request that does not say who sends it, so that tests of other things need not.
 * Who records a decision is another than who drafts. A test of access sends its own {@code Authorization}, or {@link #NONE}.
 */
public final class Bearer implements Filter {

    /** In place of a token: the request goes without. */
    public static final String NONE = "none";

    private static final String AUTHORIZATION = "Authorization";
    private static final String[] ALL = {"analyst", "director", "clerk", "moderator", "auditor", "operator", "service"};

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification response, FilterContext context) {
        var given = request.getHeaders().getValue(AUTHORIZATION);
        if (NONE.equals(given)) {
            request.removeHeader(AUTHORIZATION);
        } else if (given == null) {
            var decides =
                    request.getURI().endsWith("/decision") || request.getURI().endsWith("/enactments");
            request.header(
                    AUTHORIZATION,
                    "Bearer " + RealServers.current().issuer().token(decides ? "decider" : "drafter", ALL));
        }
        return context.next(request, response);
    }
}
