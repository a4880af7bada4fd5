package city.planofrecord.chassis.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ext.Provider;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;

/** Named by its own type, because the library has a mapper for it that would be nearer. */
@Provider
@Priority(900)
public class NotFoundMapper extends ExceptionMapperBase<NotFoundException> {

    @Override
    protected HttpProblem toProblem(NotFoundException e) {
        return RefusedMapper.problem(new Refused(ProblemKind.NOT_FOUND, ProblemKind.NOT_FOUND.meaning()));
    }
}
