package city.planofrecord.chassis.http;

import java.sql.SQLException;
import java.util.Set;

import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.Provider;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.JdbiException;

/** What the database refuses: two periods that overlap are a conflict of the request, the rest is ours. */
@Provider
@Priority(900)
public class DatabaseMapper extends ExceptionMapperBase<JdbiException> {

    private static final Logger LOG = Logger.getLogger(DatabaseMapper.class);
    private static final String EXCLUSION = "23P01";
    private static final String UNIQUE = "23505";

    /** U+0000 in a text or in JSON, and dates and instants that PostgreSQL cannot count. */
    private static final Set<String> NOTHING_TO_KEEP = Set.of("22021", "22P05", "22007", "22008", "22003");

    private static final String ROLLED_BACK_CLASS = "40";
    private static final String TIMEOUT_CLASS = "57";

    @Override
    protected HttpProblem toProblem(JdbiException e) {
        return problem(e);
    }

    static HttpProblem problem(Throwable e) {
        var state = state(e);
        if (state.equals(EXCLUSION) || state.equals(UNIQUE) || state.startsWith(ROLLED_BACK_CLASS)) {
            return RefusedMapper.problem(
                    new Refused(
                            ProblemKind.CONFLICT,
                            "Another change was recorded at the same time and contradicts this one. Read again and repeat it."));
        }
        if (NOTHING_TO_KEEP.contains(state)) {
            LOG.warnf("A value came as far as the database, which cannot keep it (%s)", state);
            return RefusedMapper.problem(new Refused(
                    ProblemKind.MALFORMED,
                    "A date, an instant, a number or a text is outside of what can be kept or asked for."));
        }
        LOG.error("The database refused", e);
        if (state.startsWith(TIMEOUT_CLASS) || state.startsWith("08") || state.startsWith("53")) {
            return RefusedMapper.problem(new Refused(
                    ProblemKind.UNAVAILABLE,
                    "The database cannot be reached or took too long. Nothing was stored; try again."));
        }
        return InternalErrorMapper.problem();
    }

    private static String state(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
    }
}
