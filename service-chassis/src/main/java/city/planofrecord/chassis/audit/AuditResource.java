package city.planofrecord.chassis.audit;

import java.time.Instant;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.access.Roles;
import city.planofrecord.chassis.http.Page;
import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;
import city.planofrecord.chassis.time.Horizon;

/** The audit trail of the service, for the auditor. */
@Path("/audit")
@Tag(
        name = "Audit",
        description = "For the auditor: every change, by whom and when, in chains that cannot be altered unseen")
public class AuditResource {

    private final Chains chains;
    private final Horizon horizon;
    private final ObjectMapper json;

    AuditResource(Chains chains, Horizon horizon, ObjectMapper json) {
        this.chains = chains;
        this.horizon = horizon;
        this.json = json;
    }

    /** Entries of all chains. */
    @Schema(name = "AuditEntries")
    public record Entries(
            List<EntryView> items,

            @Schema(description = "How many there are in all, over every page")
            long total,

            @Schema(
                    description =
                            "Nothing will be entered before this instant any more; later entries are not shown yet")
            Instant until) {}

    @GET
    @RolesAllowed(Roles.AUDITOR)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "The audit trail",
            description =
                    "For the auditor. Every change that this service has recorded, in the order in which it was entered. The "
                            + "entries about one thing are a chain: each bears the hash of the one before. deploy/verify-audit reads "
                            + "them all and names the first that is not as it was written.")
    @APIResponse(responseCode = "200", description = "A page; Link leads to the next")
    @APIResponse(responseCode = "400", description = "A parameter is unknown or cannot be read")
    public RestResponse<Entries> entries(
            @QueryParam("aggregate") @Parameter(description = "Only about things of that kind") @Nullable
                    String aggregate,
            @QueryParam("id") @Parameter(description = "Only about the thing of that id, of the kind given") @Nullable
                    String id,
            @QueryParam("from")
                    @Parameter(
                            description = "Entered at that instant or later",
                            schema = @Schema(implementation = String.class, format = "date-time"))
                    @Nullable
                    Instant from,
            @QueryParam("until")
                    @Parameter(
                            description = "Entered before that instant. Default: all that has been settled.",
                            schema = @Schema(implementation = String.class, format = "date-time"))
                    @Nullable
                    Instant until,
            @QueryParam("limit") @Parameter(description = "At most so many, 1 to 500. Default: 100.") @Nullable
                    Integer limit,
            @QueryParam("after") @Parameter(description = "Cursor from the Link of the page before") @Nullable
                    String after,
            @Context UriInfo uri) {
        if (id != null && aggregate == null) {
            throw new Refused(
                    ProblemKind.MALFORMED,
                    "Ids are unique among things of one kind only. Give the kind as aggregate.",
                    List.of(Violation.ofParameter("aggregate", "is missing beside id", null, "a kind of things")));
        }
        var most = Page.limit(limit);
        var place = after == null ? null : Place.parse(after);
        var settled = horizon.settled();
        var end = until == null || until.isAfter(settled) ? settled : until;
        var wanted = new Chains.Wanted(aggregate, id, from, end);
        var found = chains.find(wanted, place, most + 1);
        var more = found.size() > most;
        var page = more ? found.subList(0, most) : found;
        var answer = new Entries(
                page.stream().map(entry -> EntryView.of(entry, json)).toList(), chains.count(wanted), end);
        return Page.answer(
                answer,
                uri.getRequestUriBuilder(),
                more ? Place.of(page.getLast()).toString() : null);
    }
}
