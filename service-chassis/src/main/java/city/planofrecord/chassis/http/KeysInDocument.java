package city.planofrecord.chassis.http;

import java.util.Set;
import java.util.stream.Collectors;

import jakarta.ws.rs.Path;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/** Says in the OpenAPI document which operations are {@link Idempotent}. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class KeysInDocument implements OASFilter {

    private final Set<String> idempotent;

    /** @param index of the classes of the service */
    public KeysInDocument(IndexView index) {
        idempotent = index.getAnnotations(Idempotent.class).stream()
                .map(AnnotationInstance::target)
                .filter(target -> target.kind() == AnnotationTarget.Kind.METHOD)
                .map(target -> path(target.asMethod()))
                .collect(Collectors.toSet());
    }

    private static String path(MethodInfo method) {
        var onClass = method.declaringClass().annotation(Path.class);
        var onMethod = method.annotation(Path.class);
        return ("/" + (onClass == null ? "" : onClass.value().asString()) + "/"
                        + (onMethod == null ? "" : onMethod.value().asString()))
                .replaceAll("/+", "/")
                .replaceAll("(.)/$", "$1");
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var paths = document.getPaths();
        if (paths == null || paths.getPathItems() == null) {
            return;
        }
        paths.getPathItems().forEach((path, item) -> {
            var post = item.getOperations().get(PathItem.HttpMethod.POST);
            if (post != null && idempotent.contains(path)) {
                post.addParameter(key());
            }
        });
    }

    private static Parameter key() {
        return OASFactory.createParameter()
                .name(IdempotencyKeys.HEADER)
                .in(Parameter.In.HEADER)
                .description(
                        "A key of the caller's own making, such as a UUID, 1 to 200 visible ASCII characters. The same request"
                                + " with the same key within 24 hours gets the same answer and is not done twice.")
                .schema(OASFactory.createSchema()
                        .addType(SchemaType.STRING)
                        .minLength(1)
                        .maxLength(200)
                        .pattern("^[!-~]*$"));
    }
}
