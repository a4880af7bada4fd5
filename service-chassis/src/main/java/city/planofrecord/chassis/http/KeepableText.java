package city.planofrecord.chassis.http;

import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/**
 * Refuses what no database keeps as it was sent: bodies of JSON that are not UTF-8 (RFC 8259, section 8.1), and U+0000 or
 * half a surrogate pair in any text of a body, a path or a query.
 */
@Provider
public class KeepableText implements ContainerRequestFilter {

    private static final Set<String> JSON = Set.of("json", "x-ndjson");

    @Override
    public void filter(ContainerRequestContext request) {
        require(request.getUriInfo().getPathParameters());
        require(request.getUriInfo().getQueryParameters());
        if (request.hasEntity() && isJson(request.getMediaType())) {
            request.setEntityStream(new JsonText(request.getEntityStream()));
        }
    }

    private static boolean isJson(MediaType type) {
        return type != null && JSON.contains(type.getSubtype());
    }

    private static void require(Map<String, List<String>> parameters) {
        parameters.forEach((name, values) -> {
            if (values.stream().anyMatch(value -> value.indexOf('\0') >= 0)) {
                throw new Refused(
                        ProblemKind.MALFORMED,
                        "The parameter '" + name + "' holds the character U+0000, which is part of no name or text.",
                        List.of(Violation.ofParameter(name, "holds U+0000", null, "a text without it")));
            }
        });
    }
}
