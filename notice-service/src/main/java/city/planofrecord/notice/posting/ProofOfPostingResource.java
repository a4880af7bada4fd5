package city.planofrecord.notice.posting;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import city.planofrecord.notice.notice.CityRules;
import city.planofrecord.notice.notice.Notices;
import city.planofrecord.notice.sheet.Rendering;

@Path("/notices/{number}/proof-of-posting")
@Tag(name = "Notices")
public class ProofOfPostingResource {

    private final Notices notices;
    private final ProofsOfPosting proofs;
    private final CityRules city;

    ProofOfPostingResource(Notices notices, ProofsOfPosting proofs, CityRules city) {
        this.notices = notices;
        this.proofs = proofs;
        this.city = city;
    }

    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "The proof of posting",
            description =
                    "Where and when the notice was posted, who recorded it and when, until when it had to remain posted at least with rule, citation "
                            + "and steps, and the hashes of the posted document and of both sheets. It is made once, at the posting. As text/plain and as PDF it can be filed and signed.")
    @APIResponse(
            responseCode = "200",
            description = "The proof",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ProofOfPosting.class)),
                @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(implementation = String.class)),
                @Content(mediaType = Rendering.PDF, schema = @Schema(implementation = String.class, format = "binary"))
            })
    @APIResponse(responseCode = "400", description = "A parameter is unknown or cannot be read")
    @APIResponse(responseCode = "404", description = "There is no such notice or edition, or it was not posted")
    @APIResponse(responseCode = "406", description = "It is to be had as JSON, text and PDF only")
    public ProofOfPosting proof(
            @PathParam("number") @Parameter(example = "1341") String number,
            @QueryParam("edition")
                    @Parameter(description = "Which posting. Default: the one that is in force.", example = "1")
                    @Nullable
                    Integer edition) {
        return proofs.get(edition == null ? notices.get(number) : notices.get(number, edition));
    }

    @GET
    @PermitAll
    @Produces(Rendering.PRODUCES_TEXT)
    @Operation(hidden = true)
    public Response text(
            @PathParam("number") String number,
            @QueryParam("edition") @Nullable Integer edition,
            @Context Request request) {
        var proof = proof(number, edition);
        return Rendering.text(ProofSheet.of(proof, city.zone())).answer(request, file(proof));
    }

    @GET
    @PermitAll
    @Produces(Rendering.PRODUCES_PDF)
    @Operation(hidden = true)
    public Response pdf(
            @PathParam("number") String number,
            @QueryParam("edition") @Nullable Integer edition,
            @Context Request request) {
        var proof = proof(number, edition);
        return Rendering.pdf(ProofSheet.of(proof, city.zone())).answer(request, file(proof));
    }

    private static String file(ProofOfPosting proof) {
        return "proof-of-posting-" + proof.number() + "-" + proof.edition();
    }
}
