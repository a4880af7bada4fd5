package city.planofrecord.chassis.http;

import java.io.IOException;

import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.Provider;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import org.jboss.logging.Logger;

/** What nobody has thought of: ours to mend, and logged, and nothing of it is told. */
@Provider
@Priority(900)
public class InternalErrorMapper extends ExceptionMapperBase<Exception> {

    private static final Logger LOG = Logger.getLogger(InternalErrorMapper.class);

    @Override
    protected HttpProblem toProblem(Exception e) {
        if (e instanceof IOException) {
            LOG.warnf("A request or its answer broke off: %s", e.getMessage());
        } else {
            LOG.error("A request failed", e);
        }
        return problem();
    }

    static HttpProblem problem() {
        return RefusedMapper.problem(new Refused(ProblemKind.INTERNAL_ERROR, ProblemKind.INTERNAL_ERROR.meaning()));
    }
}
