package city.planofrecord.notice.record;

import java.io.InputStream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import city.planofrecord.chassis.access.Roles;
import city.planofrecord.chassis.audit.Chains;
import city.planofrecord.chassis.audit.EntryView;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.notice.notice.NoticeTrail;

@Path("/notices/{number}/record")
@Tag(name = "Record", description = "For the auditor: what was recorded about a notice, by whom and when")
public class RecordResource {

    private final Chains chains;

    RecordResource(Chains chains) {
        this.chains = chains;
    }

    @GET
    @RolesAllowed(Roles.AUDITOR)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "The record of a notice",
            description =
                    "For the auditor. Every change under the number, of every edition, of drafts that were deleted too: who recorded "
                            + "it, when, and each place that it changed with what stood there before and after. Comments and requests to "
                            + "speak are in it with what became of them, but not who wrote them. Each entry bears the hash of the one "
                            + "before, so that none can be altered, left out or moved unseen: keep the answer as a file and check it with "
                            + "deploy/verify-record.")
    @APIResponse(
            responseCode = "200",
            description = "The whole record, as it ends now",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = EntryView.ChainView.class)))
    @APIResponse(responseCode = "400", description = "A parameter is unknown")
    @APIResponse(responseCode = "404", description = "Nothing was ever recorded under that number")
    public RestResponse<InputStream> record(@PathParam("number") @Parameter(example = "1341") String number) {
        var document = chains.document(NoticeTrail.chain(number))
                .orElseThrow(() -> Refused.notFound("Nothing was ever recorded under the number " + number
                        + ". GET /notices lists the notices there are."));
        return RestResponse.ResponseBuilder.ok(document)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }
}
