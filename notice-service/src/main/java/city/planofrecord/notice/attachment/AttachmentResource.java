package city.planofrecord.notice.attachment;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.access.Roles;
import city.planofrecord.chassis.document.DocumentReader;
import city.planofrecord.chassis.http.BodyLimit;
import city.planofrecord.chassis.http.Idempotent;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Revision;
import city.planofrecord.chassis.http.Violation;
import city.planofrecord.notice.draftdocument.DocumentIntake;
import city.planofrecord.notice.draftdocument.DraftDocuments;
import city.planofrecord.notice.draftdocument.HandedIn;
import city.planofrecord.notice.notice.Draft;
import city.planofrecord.notice.notice.Notice;
import city.planofrecord.notice.notice.NoticeView;
import city.planofrecord.notice.notice.Notices;
import city.planofrecord.notice.noticeimport.SpecificationReader;

@Path("/notices/{number}/attachments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Drafts")
public class AttachmentResource {

    private static final String ACTOR = "analyst";
    private static final String AS_DOCUMENT =
            "For the analyst, while it is a draft. The body is the document of one class specification, its kind the Content-Type; it is read by "
                    + "classification-service. Or it is JSON: { specification, item?, title? }. It belongs to the item that is named, "
                    + "else to the one that proposes its title, else its job code; that item gets the specification. ";

    private static final String EXAMPLE = """
            311 Customer Service Agent

            GENERAL STATEMENT OF CLASS DUTIES

            Answers questions of residents and passes their requests on.

            ESSENTIAL DUTIES

            Answers calls and messages.

            MINIMUM QUALIFICATIONS

            Education:
            Graduation from high school or the possession of a GED Certificate.
            """;

    private final Notices notices;
    private final DocumentIntake intake;
    private final SpecificationReader reader;
    private final DraftDocuments documents;
    private final Clock clock;

    AttachmentResource(
            Notices notices, DocumentIntake intake, SpecificationReader reader, DraftDocuments documents, Clock clock) {
        this.notices = notices;
        this.intake = intake;
        this.reader = reader;
        this.documents = documents;
        this.clock = clock;
    }

    /** A specification that is attached as it is. */
    @Schema(name = "NewAttachment")
    record Body(
            @Nullable
            @Size(min = 1, max = 200)
            @Schema(
                    examples = "311 Operations Assistant",
                    description = "That of the specification, where it is left out")
            String title,

            @Nullable
            @Schema(examples = "4", description = "The item that it belongs to; else its title or job code tells")
            Integer item,

            @NotNull
            @Schema(
                    implementation = Object.class,
                    description = "A class specification",
                    examples = "{\"title\": \"311 Operations Assistant\", \"education\": \"High school.\"}")
            ObjectNode specification) {

        NewAttachment attachment() {
            var named = title == null ? specification.path("title").asText().strip() : title.strip();
            if (named.isEmpty()) {
                throw Refused.invalid(List.of(Violation.at(
                        "/title", "The attachment has no title. Give it one, or its specification.", null, "a title")));
            }
            return new NewAttachment(named, item, specification, List.of());
        }
    }

    /** The attachments of a notice. */
    @Schema(name = "NoticeAttachments")
    record Attachments(List<Draft.AttachedText> items, long total) {}

    @GET
    @RolesAllowed({Roles.ANALYST, Roles.DIRECTOR, Roles.CLERK})
    @Operation(
            summary = "What is attached",
            description = "Of the draft, where there is one: every attached specification with its key and its item.")
    @APIResponse(responseCode = "200", description = "The attachments in their order")
    @APIResponse(responseCode = "404", description = "There is none of that number")
    public Attachments all(@PathParam("number") @Parameter(example = "1341") String number) {
        var attachments = notices.working(number).draft().attachments();
        return new Attachments(attachments, attachments.size());
    }

    @GET
    @Path("{key}")
    @RolesAllowed({Roles.ANALYST, Roles.DIRECTOR, Roles.CLERK})
    @Operation(summary = "One attachment", description = "Of the draft, where there is one.")
    @APIResponse(responseCode = "200", description = "The specification, its key and its item")
    @APIResponse(responseCode = "404", description = "There is no notice of that number or no attachment of that key")
    public Draft.AttachedText one(
            @PathParam("number") @Parameter(example = "1341") String number,
            @PathParam("key") @Parameter(example = "3") String key) {
        return attaching(notices.working(number)).get(key);
    }

    @POST
    @RolesAllowed(Roles.ANALYST)
    @Consumes({DocumentReader.TEXT, DocumentReader.MARKDOWN, DocumentReader.PDF, DocumentReader.DOCX})
    @BodyLimit(BodyLimit.IMPORT)
    @Transactional
    @Idempotent
    @Operation(
            summary = "Attach a specification",
            description = AS_DOCUMENT
                    + "Where it belongs to none, a finding says so. What it leaves in doubt is added to the findings.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = DocumentReader.TEXT,
                        schema = @Schema(implementation = String.class),
                        examples = @ExampleObject(name = "A short specification", value = EXAMPLE)),
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = Body.class),
                        examples =
                                @ExampleObject(
                                        name = "As it is",
                                        value =
                                                "{\"item\": 1, \"specification\": {\"title\": \"311 Customer Service Agent\", \"education\": \"Graduation from high school.\"}}")),
                @Content(mediaType = DocumentReader.MARKDOWN, schema = @Schema(implementation = String.class)),
                @Content(
                        mediaType = DocumentReader.PDF,
                        schema = @Schema(implementation = String.class, format = "binary")),
                @Content(
                        mediaType = DocumentReader.DOCX,
                        schema = @Schema(implementation = String.class, format = "binary"))
            })
    @APIResponse(responseCode = "201", description = "The draft as it is now, and where the attachment is")
    @APIResponse(responseCode = "400", description = "A parameter is unknown, or the body cannot be read")
    @APIResponse(responseCode = "404", description = "There is none of that number")
    @APIResponse(responseCode = "409", description = "It is no draft any more, or the item has an attachment")
    @APIResponse(responseCode = "412", description = "If-Match was given, and it was changed since it was read")
    @APIResponse(responseCode = "413", description = "The document is larger than is read")
    @APIResponse(responseCode = "415", description = "Documents of that type are not read")
    @APIResponse(
            responseCode = "422",
            description = "It is not one specification, or its item cannot be told; nothing was stored")
    @APIResponse(
            responseCode = "503",
            description =
                    "The specification cannot be read now, or two imports are being worked on already; nothing was stored")
    public RestResponse<NoticeView> addDocument(
            @PathParam("number") @Parameter(example = "1341") String number,
            @QueryParam("item") @Parameter(description = "The item that it belongs to", example = "4") @Nullable
                    Integer item,
            @HeaderParam(Revision.IF_MATCH) @Parameter(description = "The ETag of the draft as it was read") @Nullable
                    String ifMatch,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true) @Nullable String contentType,
            byte[] document) {
        var handedIn = intake.take(document, Objects.requireNonNullElse(contentType, DocumentReader.TEXT));
        var what = read(handedIn, item);
        var notice = lockDraft(number, ifMatch);
        var answer = added(notice, what);
        documents.put(notice, key(answer), handedIn, what.specification());
        return answer;
    }

    @POST
    @RolesAllowed(Roles.ANALYST)
    @Consumes(MediaType.APPLICATION_JSON)
    @BodyLimit(BodyLimit.IMPORT)
    @Transactional
    @Idempotent
    @Operation(hidden = true)
    public RestResponse<NoticeView> add(
            @PathParam("number") String number,
            @HeaderParam(Revision.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull Body body) {
        return added(lockDraft(number, ifMatch), body.attachment());
    }

    @PUT
    @Path("{key}")
    @RolesAllowed(Roles.ANALYST)
    @Consumes({DocumentReader.TEXT, DocumentReader.MARKDOWN, DocumentReader.PDF, DocumentReader.DOCX})
    @BodyLimit(BodyLimit.IMPORT)
    @Transactional
    @Operation(
            summary = "Replace an attachment",
            description = AS_DOCUMENT
                    + "Where neither tells, it keeps the item of the one whose place it takes. What was found about that one is settled by "
                    + "its replacement; all other findings stay as they are.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = DocumentReader.TEXT,
                        schema = @Schema(implementation = String.class),
                        examples = @ExampleObject(name = "A short specification", value = EXAMPLE)),
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = Body.class),
                        examples =
                                @ExampleObject(
                                        name = "As it is",
                                        value =
                                                "{\"item\": 1, \"specification\": {\"title\": \"311 Customer Service Agent\", \"education\": \"Graduation from high school.\"}}")),
                @Content(mediaType = DocumentReader.MARKDOWN, schema = @Schema(implementation = String.class)),
                @Content(
                        mediaType = DocumentReader.PDF,
                        schema = @Schema(implementation = String.class, format = "binary")),
                @Content(
                        mediaType = DocumentReader.DOCX,
                        schema = @Schema(implementation = String.class, format = "binary"))
            })
    @APIResponse(responseCode = "200", description = "The draft as it is now")
    @APIResponse(responseCode = "400", description = "A parameter is unknown, or the body cannot be read")
    @APIResponse(responseCode = "404", description = "There is no notice of that number or no attachment of that key")
    @APIResponse(responseCode = "409", description = "It is no draft any more, or the item has another attachment")
    @APIResponse(responseCode = "412", description = "It was changed since it was read")
    @APIResponse(responseCode = "413", description = "The document is larger than is read")
    @APIResponse(responseCode = "415", description = "Documents of that type are not read")
    @APIResponse(
            responseCode = "422",
            description = "It is not one specification, or its item cannot be told; nothing was stored")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    @APIResponse(
            responseCode = "503",
            description =
                    "The specification cannot be read now, or two imports are being worked on already; nothing was stored")
    public NoticeView replaceByDocument(
            @PathParam("number") @Parameter(example = "1341") String number,
            @PathParam("key") @Parameter(example = "3") String key,
            @QueryParam("item") @Parameter(description = "The item that it belongs to", example = "4") @Nullable
                    Integer item,
            @HeaderParam(Revision.IF_MATCH) @Parameter(description = "The ETag of the draft as it was read") @Nullable
                    String ifMatch,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true) @Nullable String contentType,
            byte[] document) {
        Revision.of(ifMatch);
        var handedIn = intake.take(document, Objects.requireNonNullElse(contentType, DocumentReader.TEXT));
        var what = read(handedIn, item);
        var notice = lockDraft(number, ifMatch);
        var answer = saved(notice, attaching(notice).replaced(key, what));
        documents.put(notice, key, handedIn, what.specification());
        return answer;
    }

    @PUT
    @Path("{key}")
    @RolesAllowed(Roles.ANALYST)
    @Consumes(MediaType.APPLICATION_JSON)
    @BodyLimit(BodyLimit.IMPORT)
    @Transactional
    @Operation(hidden = true)
    public NoticeView replace(
            @PathParam("number") String number,
            @PathParam("key") String key,
            @HeaderParam(Revision.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull Body body) {
        Revision.of(ifMatch);
        var notice = lockDraft(number, ifMatch);
        var answer = saved(notice, attaching(notice).replaced(key, body.attachment()));
        documents.remove(notice, key);
        return answer;
    }

    @DELETE
    @Path("{key}")
    @RolesAllowed(Roles.ANALYST)
    @Transactional
    @Operation(
            summary = "Take an attachment out",
            description =
                    "For the analyst, while it is a draft. Its item loses the specification, unless that was changed by hand since. What was "
                            + "found about the attachment is settled by that.")
    @APIResponse(responseCode = "200", description = "The draft as it is now")
    @APIResponse(responseCode = "404", description = "There is no notice of that number or no attachment of that key")
    @APIResponse(responseCode = "409", description = "It is no draft any more")
    @APIResponse(responseCode = "412", description = "It was changed since it was read")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public NoticeView remove(
            @PathParam("number") @Parameter(example = "1341") String number,
            @PathParam("key") @Parameter(example = "3") String key,
            @HeaderParam(Revision.IF_MATCH) @Parameter(description = "The ETag of the draft as it was read") @Nullable
                    String ifMatch) {
        Revision.of(ifMatch);
        var notice = lockDraft(number, ifMatch);
        var answer = saved(notice, attaching(notice).removed(key));
        documents.remove(notice, key);
        return answer;
    }

    private NewAttachment read(HandedIn document, @Nullable Integer item) {
        var read = reader.read(document.lines());
        return new NewAttachment(
                read.specification().path("title").asText(), item, read.specification(), read.findings());
    }

    private static Attaching attaching(Notice notice) {
        return new Attaching(notice.draft(), ACTOR, Instant.now());
    }

    private RestResponse<NoticeView> added(Notice notice, NewAttachment what) {
        var answer = saved(notice, attaching(notice).added(what));
        var path = "/notices/" + notice.number() + "/attachments/"
                + answer.attachments().getLast().key();
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, answer)
                .location(URI.create(path))
                .build();
    }

    private static String key(RestResponse<NoticeView> answer) {
        return Objects.requireNonNull(answer.getEntity().attachments().getLast().key());
    }

    private Notice lockDraft(String number, @Nullable String ifMatch) {
        var notice = notices.lockWorking(number);
        if (ifMatch != null) {
            Revision.of(ifMatch).requireCurrent(notice.revision());
        }
        notice.requireDraft();
        return notice;
    }

    private NoticeView saved(Notice notice, Draft draft) {
        var next = notice.redrafted(draft);
        notices.save(next);
        return NoticeView.of(next, clock);
    }
}
