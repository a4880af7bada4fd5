package city.planofrecord.chassis.limit;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;

import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jspecify.annotations.Nullable;

/** Asks for admission before anything else of an operation. The framework makes it before there is any configuration. */
@Singleton
public class AdmissionFilter {

    private final Admission admission;

    AdmissionFilter(Admission admission) {
        this.admission = admission;
    }

    /** On the event loop, before the filters that run on the operation's thread. */
    @ServerRequestFilter(nonBlocking = true, priority = 1)
    public @Nullable Uni<Response> admit(ResourceInfo operation) {
        return admission.admit(CurrentRequestManager.get(), operation.getResourceMethod());
    }
}
