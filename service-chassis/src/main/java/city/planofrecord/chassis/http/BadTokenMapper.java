package city.planofrecord.chassis.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.Provider;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationFailedException;

/** A token that is not good: expired, of another issuer or audience, badly signed, or no token at all. */
@Provider
@Priority(900)
public class BadTokenMapper extends ExceptionMapperBase<AuthenticationFailedException> {

    @Override
    protected HttpProblem toProblem(AuthenticationFailedException e) {
        return Challenge.problem("The token is not good: it has expired, or is not of this issuer and for this system."
                + " Get a new one and send the request again.");
    }
}
