package city.planofrecord.chassis.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.Provider;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.UnauthorizedException;

/** An operation that needs a role, called without a token. */
@Provider
@Priority(900)
public class NoTokenMapper extends ExceptionMapperBase<UnauthorizedException> {

    @Override
    protected HttpProblem toProblem(UnauthorizedException e) {
        return Challenge.problem("This needs a token of the city's OpenID provider, sent as Authorization: Bearer.");
    }
}
