package city.planofrecord.notice.desk;

import java.util.Optional;

import jakarta.annotation.Priority;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;

import city.planofrecord.chassis.http.BadTokenMapper;

/** Whose session at the desk is over comes there without one, and so to the login; a bad token is a bad token. */
@Provider
@Priority(800)
public class SessionOverMapper extends BadTokenMapper {

    private final CurrentVertxRequest request;

    SessionOverMapper(CurrentVertxRequest request) {
        this.request = request;
    }

    @Override
    protected HttpProblem toProblem(AuthenticationFailedException e) {
        return Optional.ofNullable(request.getCurrent())
                .filter(DeskSessions::endedOn)
                .map(_ -> HttpProblem.builder()
                        .withTitle("The session is over")
                        .withStatus(Response.Status.FOUND)
                        .withHeader(HttpHeaders.LOCATION, "/desk")
                        .build())
                .orElseGet(() -> super.toProblem(e));
    }
}
