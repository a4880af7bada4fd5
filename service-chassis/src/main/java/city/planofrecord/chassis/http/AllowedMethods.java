package city.planofrecord.chassis.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;

/** Which methods a path has: the framework refuses the others and does not say so (RFC 9110, section 15.5.6). */
final class AllowedMethods {

    private AllowedMethods() {}

    /** In the order of the alphabet; empty where the path has none. */
    static List<String> of(ResteasyReactiveRequestContext request) {
        var methods = new TreeSet<String>();
        var resources = new RequestMapper<>(request.getDeployment().getClassMappers());
        var path = request.getPathWithoutPrefix();
        for (var match = resources.map(path); match != null; match = resources.continueMatching(path, match)) {
            for (var handler : match.value.handlers) {
                if (handler instanceof ClassRoutingHandler operations) {
                    add(operations, match.remaining.isEmpty() ? "/" : match.remaining, methods);
                }
            }
        }
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        if (!methods.isEmpty()) {
            methods.add("OPTIONS");
        }
        return new ArrayList<>(methods);
    }

    private static void add(ClassRoutingHandler operations, String path, Set<String> methods) {
        operations.getMappers().forEach((method, paths) -> {
            if (method != null && paths.map(path) != null) {
                methods.add(method);
            }
        });
    }
}
