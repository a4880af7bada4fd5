package city.planofrecord.chassis.limit;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Says of every operation in the OpenAPI document how it answers who asks too often. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class LimitsInDocument implements OASFilter {

    private static final String STATUS = "429";

    @Override
    public Operation filterOperation(Operation operation) {
        var responses = operation.getResponses();
        if (responses != null && !responses.hasAPIResponse(STATUS)) {
            responses.addAPIResponse(
                    STATUS,
                    OASFactory.createAPIResponse()
                            .description("Too many requests from this caller")
                            .addHeader(
                                    "Retry-After",
                                    OASFactory.createHeader()
                                            .description("Seconds after which to come again")
                                            .schema(OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))));
        }
        return operation;
    }
}
