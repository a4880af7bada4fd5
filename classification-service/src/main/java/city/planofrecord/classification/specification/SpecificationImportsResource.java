package city.planofrecord.classification.specification;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.access.Roles;
import city.planofrecord.chassis.document.DocumentReader;
import city.planofrecord.chassis.document.UnreadableDocumentException;
import city.planofrecord.chassis.http.BodyLimit;
import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;

/** Reads class specifications from documents; stores nothing. */
@Path("/specification-imports")
@Tag(name = "Class specifications", description = "Reading the documents that define classes")
public class SpecificationImportsResource {

    private final DocumentReader documents = new DocumentReader();
    private final KnownClasses known;

    SpecificationImportsResource(KnownClasses known) {
        this.known = known;
    }

    /**
     * What was read.
     *
     * @param text the extracted text in whose lines is counted, where the document was a PDF or DOCX
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "SpecificationImport")
    public record SpecificationImport(
            List<ClassSpecification> specifications,
            List<Finding> findings,
            @Nullable String text) {}

    @POST
    @RolesAllowed({Roles.ANALYST, Roles.SERVICE})
    @BodyLimit(BodyLimit.IMPORT)
    @Consumes({DocumentReader.TEXT, DocumentReader.MARKDOWN, DocumentReader.PDF, DocumentReader.DOCX})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Read class specifications from a document",
            description =
                    "One specification or several, in the template of 2011 or of 2018. Every value bears the lines that it came "
                            + "from; what is unread, ambiguous or contradictory is found, with its lines. Nothing is stored and nothing guessed.")
    @APIResponse(responseCode = "200", description = "The specifications and the findings")
    @APIResponse(responseCode = "413", description = "More than 10 MB")
    @APIResponse(responseCode = "415", description = "Neither text, Markdown, PDF nor DOCX")
    @APIResponse(responseCode = "422", description = "The document cannot be read, or holds no specification")
    @APIResponse(
            responseCode = "503",
            description = "Two imports are being worked on already; Retry-After says when to come again")
    public SpecificationImport read(
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String mediaType,
            @NotNull @RequestBody(description = "The document; its kind is the Content-Type") byte[] document) {
        try {
            var text = documents.read(document, mediaType);
            var parsed = SpecificationParser.parse(text.lines()).checkedAgainst(known::establishedOn);
            if (parsed.specifications().isEmpty()) {
                throw new Refused(
                        ProblemKind.UNREADABLE_DOCUMENT,
                        "The document holds no class specification. Send one in the template of 2011 or of 2018.",
                        parsed.findings().stream()
                                .map(SpecificationImportsResource::violation)
                                .toList());
            }
            return new SpecificationImport(
                    parsed.specifications(),
                    parsed.findings(),
                    text.extracted() ? String.join("\n", text.lines()) : null);
        } catch (UnreadableDocumentException e) {
            throw new Refused(
                    e.reason() == UnreadableDocumentException.Reason.TOO_LARGE
                            ? ProblemKind.TOO_LARGE
                            : ProblemKind.UNREADABLE_DOCUMENT,
                    String.valueOf(e.getMessage()),
                    List.of(Violation.at(
                            "", String.valueOf(e.getMessage()), e.reason().name(), null)));
        }
    }

    private static Violation violation(Finding finding) {
        return Violation.at(
                finding.pointer() == null ? "" : finding.pointer(),
                finding.message(),
                "lines " + finding.lines().from() + " to " + finding.lines().to(),
                null);
    }
}
