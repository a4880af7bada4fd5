package city.planofrecord.chassis.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Describes the problems that every operation of a document answers: the library names them, but leaves them undescribed. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class ProblemSchema implements OASFilter {

    private static final String NAME = "HttpProblem";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var components = document.getComponents();
        if (components != null
                && (components.getSchemas() == null || !components.getSchemas().containsKey(NAME))) {
            components.addSchema(NAME, problem());
        }
    }

    private static Schema problem() {
        return of(SchemaType.OBJECT, "What went wrong and what to do (RFC 9457)")
                .addProperty(
                        "type",
                        of(SchemaType.STRING, "The kind of problem; a page of the docs")
                                .format("uri-reference"))
                .addProperty("title", of(SchemaType.STRING, "The kind of problem in words"))
                .addProperty(
                        "status",
                        of(SchemaType.INTEGER, "The status of the answer").format("int32"))
                .addProperty("detail", of(SchemaType.STRING, "What is wrong this time, and what to do"))
                .addProperty(
                        "instance", of(SchemaType.STRING, "What was asked for").format("uri-reference"))
                .addProperty(
                        "violations",
                        of(SchemaType.ARRAY, "Everything that is wrong with the request")
                                .items(violation()));
    }

    private static Schema violation() {
        return of(SchemaType.OBJECT, "One thing that is wrong with the request")
                .addProperty(
                        "pointer",
                        of(SchemaType.STRING, "JSON pointer into the body").format("json-pointer"))
                .addProperty("parameter", of(SchemaType.STRING, "Name of the parameter or header"))
                .addProperty("message", of(SchemaType.STRING, "What is wrong"))
                .addProperty("found", of(SchemaType.STRING, "What was sent"))
                .addProperty("expected", of(SchemaType.STRING, "What would be right"));
    }

    private static Schema of(SchemaType type, String description) {
        return OASFactory.createSchema().addType(type).description(description);
    }
}
