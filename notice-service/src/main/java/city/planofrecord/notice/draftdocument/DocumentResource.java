package city.planofrecord.notice.draftdocument;

import jakarta.annotation.security.RolesAllowed;
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

import city.planofrecord.chassis.access.Roles;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.notice.notice.Notices;

@Path("/notices/{number}/document")
@Tag(name = "Drafts")
public class DocumentResource {

    private final Notices notices;
    private final DraftDocuments documents;

    DocumentResource(Notices notices, DraftDocuments documents) {
        this.notices = notices;
        this.documents = documents;
    }

    @GET
    @RolesAllowed({Roles.ANALYST, Roles.DIRECTOR, Roles.CLERK})
    @Produces(MediaType.TEXT_PLAIN + ";charset=UTF-8")
    @Operation(
            summary = "The document that it was read from",
            description =
                    "For the analyst. The text of what was handed in, in which the lines of sources and findings count. Of the draft, where "
                            + "there is one; of the edition before it where the draft itself was not imported. The comparison "
                            + "tells its SHA-256 and how it was sent.")
    @APIResponse(
            responseCode = "200",
            description = "Its text",
            content = @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "400", description = "A parameter is unknown or cannot be read")
    @APIResponse(responseCode = "404", description = "There is none of that number, or it was not read from a document")
    public String text(
            @PathParam("number") @Parameter(example = "1341") String number,
            @QueryParam("attachment")
                    @Parameter(description = "Key of an attachment that was handed in by itself, to have its document")
                    @Nullable
                    String attachment) {
        var notice = notices.working(number);
        var document = attachment == null ? documents.find(notice) : documents.findOfAttachment(notice, attachment);
        return document.map(KeptDocument::text)
                .orElseThrow(() -> Refused.notFound(
                        attachment == null
                                ? "Notice " + number + " was not read from a document: it was drafted by hand."
                                : "Attachment " + attachment + " of notice " + number
                                        + " has no document of its own. GET the attachments to see which have."));
    }
}
