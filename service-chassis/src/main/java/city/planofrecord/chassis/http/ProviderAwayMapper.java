package city.planofrecord.chassis.http;

import java.net.URI;

import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.Provider;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.oidc.OIDCException;
import org.jboss.logging.Logger;

/** A token cannot be judged, since the OpenID provider has not answered since the start. The next request asks again. */
@Provider
@Priority(900)
public class ProviderAwayMapper extends ExceptionMapperBase<OIDCException> {

    private static final Logger LOG = Logger.getLogger(ProviderAwayMapper.class);

    @Override
    protected HttpProblem toProblem(OIDCException e) {
        LOG.warnf("No token can be checked: %s", e.getMessage());
        return HttpProblem.builder()
                .withType(URI.create("/problems/" + ProblemKind.UNAVAILABLE.slug()))
                .withTitle(ProblemKind.UNAVAILABLE.title())
                .withStatus(ProblemKind.UNAVAILABLE.status())
                .withDetail("The city's OpenID provider cannot be reached, so that no token can be checked. Nothing was"
                        + " stored; try again. What is public can be read without a token.")
                .withHeader("Retry-After", "5")
                .build();
    }
}
