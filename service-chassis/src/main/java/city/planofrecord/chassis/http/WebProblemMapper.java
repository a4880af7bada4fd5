package city.planofrecord.chassis.http;

import java.time.format.DateTimeParseException;
import java.util.List;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/** What the HTTP layer refuses by itself, in the form of the problems that we refuse with. */
@Provider
@Priority(900)
public class WebProblemMapper extends ExceptionMapperBase<WebApplicationException> {

    private static final Logger LOG = Logger.getLogger(WebProblemMapper.class);

    @Inject
    UriInfo uri;

    @Override
    protected HttpProblem toProblem(WebApplicationException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof UnreadableParameterException unreadable) {
                return RefusedMapper.problem(unreadable(unreadable));
            }
            if (cause instanceof DateTimeParseException date) {
                return RefusedMapper.problem(unreadable(new UnreadableParameterException(
                        date.getParsedString(),
                        "a date such as 2011-04-10, or an instant such as 2011-04-08T12:00:00Z")));
            }
            if (cause instanceof Refused refused) {
                return RefusedMapper.problem(refused);
            }
            if (cause instanceof JsonProcessingException json) {
                return RefusedMapper.problem(MalformedJson.refusal(json));
            }
        }
        var status = e.getResponse().getStatus();
        if (status >= 500) {
            LOG.error("A request failed", e);
        }
        return switch (status) {
            case 404 -> problem(ProblemKind.NOT_FOUND);
            case 405 -> notAllowed();
            case 406 -> problem(ProblemKind.NOT_ACCEPTABLE);
            case 413 -> problem(ProblemKind.TOO_LARGE);
            case 415 -> problem(ProblemKind.UNSUPPORTED_MEDIA_TYPE);
            case 503 -> problem(ProblemKind.UNAVAILABLE);
            default -> problem(status >= 500 ? ProblemKind.INTERNAL_ERROR : ProblemKind.MALFORMED);
        };
    }

    private static HttpProblem problem(ProblemKind kind) {
        return RefusedMapper.problem(new Refused(kind, kind.meaning()));
    }

    private static HttpProblem notAllowed() {
        var methods = String.join(", ", AllowedMethods.of(CurrentRequestManager.get()));
        return HttpProblem.builder(RefusedMapper.problem(new Refused(
                        ProblemKind.METHOD_NOT_ALLOWED,
                        "Nothing can be done here by this method. Known here: " + methods + ".")))
                .withHeader(HttpHeaders.ALLOW, methods)
                .build();
    }

    private Refused unreadable(UnreadableParameterException unreadable) {
        var name = uri.getQueryParameters().entrySet().stream()
                .filter(parameter -> parameter.getValue().contains(unreadable.found()))
                .map(java.util.Map.Entry::getKey)
                .findFirst()
                .orElse("parameter");
        return new Refused(
                ProblemKind.MALFORMED,
                "'" + unreadable.found() + "' is not " + unreadable.expected() + ".",
                List.of(Violation.ofParameter(
                        name, "is not " + unreadable.expected(), unreadable.found(), unreadable.expected())));
    }
}
