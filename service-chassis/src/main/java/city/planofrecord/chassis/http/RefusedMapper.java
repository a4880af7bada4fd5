package city.planofrecord.chassis.http;

import java.net.URI;

import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.Provider;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import org.jboss.logging.Logger;

/** Sends what was refused as {@code application/problem+json}. */
@Provider
@Priority(900)
public class RefusedMapper extends ExceptionMapperBase<Refused> {

    private static final Logger LOG = Logger.getLogger(RefusedMapper.class);

    @Override
    protected HttpProblem toProblem(Refused refused) {
        if (refused.kind() == ProblemKind.UNAVAILABLE) {
            LOG.warn(refused.detail());
        }
        return problem(refused);
    }

    static HttpProblem problem(Refused refused) {
        var problem = HttpProblem.builder()
                .withType(URI.create("/problems/" + refused.kind().slug()))
                .withTitle(refused.kind().title())
                .withStatus(refused.kind().status())
                .withDetail(refused.detail());
        if (!refused.violations().isEmpty()) {
            problem.with("violations", refused.violations());
        }
        refused.more().forEach(problem::with);
        return problem.build();
    }
}
