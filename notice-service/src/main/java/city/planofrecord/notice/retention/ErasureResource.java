package city.planofrecord.notice.retention;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.access.Roles;
import city.planofrecord.chassis.http.BodyLimit;
import city.planofrecord.chassis.http.Page;
import city.planofrecord.notice.correspondence.Contacts;

@Path("/personal-data")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Personal data", description = "For the operator: what was erased, and by which keys the rest is sealed")
public class ErasureResource {

    private final Erasures erasures;
    private final Contacts contacts;

    ErasureResource(Erasures erasures, Contacts contacts) {
        this.erasures = erasures;
        this.contacts = contacts;
    }

    /** A page of the list, as GET gave it. */
    @Schema(name = "ErasuresToReplay", requiredProperties = "items")
    record Replay(
            @NotNull @Schema(description = "At most as many as fit into 10 MB")
            List<@NotNull @Valid Erasure> items,

            @Nullable @Schema(description = "As GET gives it; not looked at", examples = "1")
            Long total) {}

    /**
     * @param listed how many were handed in
     * @param erased of how many of them it was known here who had sent them
     */
    @Schema(name = "ErasuresReplayed")
    record Replayed(int listed, int erased) {}

    /** The keys that are in use. */
    @Schema(name = "KeysInUse")
    record Keys(List<Contacts.Use> keys) {}

    @GET
    @Path("erasures")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            summary = "Of which submissions it was erased who sent them",
            description =
                    "For the operator, to be kept beside the backups: a backup from before an erasure still has what was erased, and the "
                            + "list makes a restore forget it again. Ids and instants only.")
    @APIResponse(responseCode = "200", description = "A page, ordered by id; Link leads to the next")
    @APIResponse(responseCode = "400", description = "A parameter is unknown or cannot be read")
    public RestResponse<Page<Erasure>> list(
            @QueryParam("limit") @Parameter(description = "At most so many, 1 to 500. Default: 100.") @Nullable
                    Integer limit,
            @QueryParam("after") @Parameter(description = "Cursor from the Link of the page before") @Nullable
                    UUID after,
            @Context UriInfo uri) {
        return erasures.page(after, Page.limit(limit)).answer(uri);
    }

    @POST
    @Path("erasures")
    @RolesAllowed(Roles.OPERATOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @BodyLimit(BodyLimit.IMPORT)
    @Transactional
    @Operation(
            summary = "Erase again after a restore",
            description =
                    "For the operator: takes the pages that GET gave before the restore, in any order, also twice. What is on them is "
                            + "erased for ever and listed with its former instant, also where the restore has lost it.")
    @APIResponse(responseCode = "200", description = "How many were handed in, and how many were known here again")
    @APIResponse(responseCode = "400", description = "The body cannot be read")
    @APIResponse(responseCode = "413", description = "The body is larger than 10 MB")
    @APIResponse(
            responseCode = "503",
            description = "Two imports are being worked on already; Retry-After says when to come again")
    public Replayed replay(@Valid @NotNull Replay body) {
        return new Replayed(body.items().size(), erasures.replay(body.items()));
    }

    @GET
    @Path("keys")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            summary = "By which keys personal data are sealed",
            description =
                    "For the operator who replaces the key: the former one can be taken from the environment once it is not listed any "
                            + "more.")
    @APIResponse(responseCode = "200", description = "Ids of keys, never a key")
    public Keys keys() {
        return new Keys(contacts.uses());
    }
}
