package city.planofrecord.chassis.http;

import java.util.List;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses a Content-Type or an Accept that is no media type, before an operation is looked for by it. */
public class ReadableTypes {

    @ServerRequestFilter(preMatching = true, nonBlocking = true)
    public void check(ContainerRequestContext request) {
        try {
            request.getMediaType();
        } catch (IllegalArgumentException e) {
            throw new Refused(
                    ProblemKind.UNSUPPORTED_MEDIA_TYPE,
                    "The Content-Type is no media type.",
                    List.of(Violation.ofParameter(
                            HttpHeaders.CONTENT_TYPE, "is no media type", null, "such as application/json")));
        }
        try {
            request.getAcceptableMediaTypes();
        } catch (IllegalArgumentException e) {
            throw new Refused(
                    ProblemKind.NOT_ACCEPTABLE,
                    "Accept names what is no media type.",
                    List.of(Violation.ofParameter(
                            HttpHeaders.ACCEPT, "is no list of media types", null, "such as application/json")));
        }
    }
}
