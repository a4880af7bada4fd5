package city.planofrecord.notice.posting;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.Refused;
import city.planofrecord.notice.notice.Notices;

@Path("/notices/{number}/posted-document")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Notices")
public class PostedDocumentResource {

    private final Notices notices;
    private final PostedDocuments documents;

    PostedDocumentResource(Notices notices, PostedDocuments documents) {
        this.notices = notices;
        this.documents = documents;
    }

    @GET
    @PermitAll
    @Operation(
            summary = "What was posted, byte for byte",
            description =
                    "Canonical JSON: no white space, names in the order of their UTF-16 code units, no nulls. The SHA-256 of the bytes "
                            + "of this answer is posting.sha256 of the notice's edition, whatever happened to the notice since.")
    @APIResponse(
            responseCode = "200",
            description = "The document as it was posted",
            content = @Content(schema = @Schema(implementation = Object.class)))
    @APIResponse(responseCode = "400", description = "A parameter is unknown or cannot be read")
    @APIResponse(responseCode = "404", description = "There is no such notice or edition, or it was not posted")
    public String asPosted(
            @PathParam("number") @Parameter(example = "1341") String number,
            @QueryParam("edition")
                    @Parameter(description = "Which posting. Default: the one that is in force.", example = "1")
                    @Nullable
                    Integer edition) {
        var notice = edition == null ? notices.get(number) : notices.get(number, edition);
        return documents
                .find(notice)
                .map(PostedDocument::text)
                .orElseThrow(() -> Refused.notFound("Edition " + notice.edition() + " of notice " + number
                        + " has no posted document: it is " + notice.status() + "."));
    }
}
