package city.planofrecord.chassis.audit;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/** Notes of each request which roles its operation is for. */
@Provider
public class OccasionFilter implements ContainerRequestFilter {

    private final Occasions occasions;

    @Context
    ResourceInfo resource;

    OccasionFilter(Occasions occasions) {
        this.occasions = occasions;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var method = resource.getResourceMethod();
        if (method == null) {
            return;
        }
        var allowed = method.getAnnotation(RolesAllowed.class);
        occasions.note(
                allowed == null ? List.of() : List.of(allowed.value()),
                request.getMethod() + " " + request.getUriInfo().getRequestUri().getRawPath());
    }
}
