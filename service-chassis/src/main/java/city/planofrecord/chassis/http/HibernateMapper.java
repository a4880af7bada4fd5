package city.planofrecord.chassis.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.Provider;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import org.hibernate.JDBCException;

/** What the database refuses of an entity, told as of any other statement. */
@Provider
@Priority(900)
public class HibernateMapper extends ExceptionMapperBase<JDBCException> {

    @Override
    protected HttpProblem toProblem(JDBCException e) {
        return DatabaseMapper.problem(e);
    }
}
