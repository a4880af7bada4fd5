package city.planofrecord.chassis.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.Provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;

/** A body that is not the JSON that the operation takes. */
@Provider
@Priority(900)
public class MalformedJsonMapper extends ExceptionMapperBase<JsonProcessingException> {

    @Override
    protected HttpProblem toProblem(JsonProcessingException e) {
        return RefusedMapper.problem(MalformedJson.refusal(e));
    }
}
