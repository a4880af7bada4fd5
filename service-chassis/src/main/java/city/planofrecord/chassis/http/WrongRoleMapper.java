package city.planofrecord.chassis.http;

import java.net.URI;

import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.Provider;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.ForbiddenException;

/** A good token whose bearer may not do this. */
@Provider
@Priority(900)
public class WrongRoleMapper extends ExceptionMapperBase<ForbiddenException> {

    @Override
    protected HttpProblem toProblem(ForbiddenException e) {
        return HttpProblem.builder()
                .withType(URI.create("/problems/" + ProblemKind.FORBIDDEN.slug()))
                .withTitle(ProblemKind.FORBIDDEN.title())
                .withStatus(ProblemKind.FORBIDDEN.status())
                .withDetail("None of your roles may do this. The description of the operation names those that may.")
                .build();
    }
}
