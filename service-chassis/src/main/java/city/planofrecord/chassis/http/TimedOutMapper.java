package city.planofrecord.chassis.http;

import jakarta.transaction.RollbackException;
import jakarta.ws.rs.ext.Provider;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.arc.ArcUndeclaredThrowableException;
import org.jboss.logging.Logger;

/** A write whose transaction was over before it ended: it took too long, and nothing of it was stored. */
@Provider
public class TimedOutMapper extends ExceptionMapperBase<ArcUndeclaredThrowableException> {

    private static final Logger LOG = Logger.getLogger(TimedOutMapper.class);

    @Override
    protected HttpProblem toProblem(ArcUndeclaredThrowableException e) {
        LOG.error("A transaction did not end well", e);
        if (e.getCause() instanceof RollbackException) {
            return RefusedMapper.problem(
                    new Refused(
                            ProblemKind.UNAVAILABLE,
                            "The request took longer than a write may take. Nothing was stored; send less at once, or try again."));
        }
        return InternalErrorMapper.problem();
    }
}
