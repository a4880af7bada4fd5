package city.planofrecord.chassis.http;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

import org.jboss.resteasy.reactive.RestQuery;

/** Refuses a query parameter that the operation does not have, so that a misspelt filter is never ignored. */
@Provider
public class UnknownParameters implements ContainerRequestFilter {

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        var given = request.getUriInfo().getQueryParameters();
        if (given.isEmpty() || resource.getResourceMethod() == null) {
            return;
        }
        var names = known.computeIfAbsent(resource.getResourceMethod(), UnknownParameters::names);
        var violations = given.keySet().stream()
                .filter(name -> !names.contains(name))
                .map(name -> Violation.ofParameter(
                        name, "unknown parameter", name, names.isEmpty() ? null : "one of " + String.join(", ", names)))
                .toList();
        if (!violations.isEmpty()) {
            throw new Refused(
                    ProblemKind.UNKNOWN_PARAMETER,
                    "Unknown query parameter: "
                            + String.join(
                                    ", ",
                                    violations.stream()
                                            .map(v -> String.valueOf(v.parameter()))
                                            .toList())
                            + ". "
                            + (names.isEmpty()
                                    ? "This operation has none."
                                    : "This operation has: " + String.join(", ", names) + "."),
                    violations);
        }
        given.forEach((name, values) -> requireOne(name, values));
    }

    private static void requireOne(String name, List<String> values) {
        if (values.size() > 1) {
            throw new Refused(
                    ProblemKind.MALFORMED,
                    "The query parameter '" + name + "' is given " + values.size() + " times. Give it once.",
                    List.of(Violation.ofParameter(
                            name, "is given more than once", String.join(", ", values), "one value")));
        }
    }

    private static Set<String> names(Method method) {
        var names = new TreeSet<String>();
        var parameters = method.getParameters();
        for (var parameter : parameters) {
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                Arrays.stream(parameter.getType().getFields())
                        .forEach(field -> add(names, field.getAnnotations(), field.getName()));
            } else {
                add(names, parameter.getAnnotations(), parameter.getName());
            }
        }
        return names;
    }

    private static void add(Set<String> names, Annotation[] annotations, String defaultName) {
        for (var annotation : annotations) {
            if (annotation instanceof QueryParam query) {
                names.add(query.value());
            } else if (annotation instanceof RestQuery query) {
                names.add(query.value().isEmpty() ? defaultName : query.value());
            }
        }
    }
}
