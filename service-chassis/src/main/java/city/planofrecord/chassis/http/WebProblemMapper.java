package city.planofrecord.chassis.http;

import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;

/** What the HTTP layer refuses by itself, in the form of the problems that we refuse with. */
@Provider
@Priority(900)
public class WebProblemMapper extends ExceptionMapperBase<WebApplicationException> {

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
        for (var kind : ProblemKind.values()) {
            if (kind.status() == status && (status == 404 || status == 413 || status == 415)) {
                return RefusedMapper.problem(new Refused(kind, kind.meaning()));
            }
        }
        var known = Response.Status.fromStatusCode(status);
        var title = known == null ? "HTTP " + status : known.getReasonPhrase();
        return HttpProblem.builder()
                .withTitle(title)
                .withStatus(status)
                .withType(java.net.URI.create(
                        "/problems/" + title.toLowerCase(Locale.ROOT).replace(' ', '-')))
                .withDetail(title + ".")
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
