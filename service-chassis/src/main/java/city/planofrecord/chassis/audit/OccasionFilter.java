package city.planofrecord.chassis.audit;

import java.util.Optional;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/** Notes of each request for which role its operation is meant. */
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
        var role = Optional.ofNullable(method.getAnnotation(MeantFor.class))
                .or(() -> Optional.ofNullable(resource.getResourceClass().getAnnotation(MeantFor.class)))
                .map(MeantFor::value)
                .orElse(null);
        occasions.note(
                role,
                request.getMethod() + " " + request.getUriInfo().getRequestUri().getRawPath());
    }
}
