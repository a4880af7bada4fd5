package city.planofrecord.notice.comment;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.audit.MeantFor;
import city.planofrecord.chassis.http.Idempotent;
import city.planofrecord.chassis.http.Page;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Revision;
import city.planofrecord.chassis.http.Violation;
import city.planofrecord.notice.correspondence.Contact;
import city.planofrecord.notice.correspondence.PersonalData;
import city.planofrecord.notice.correspondence.PublicText;
import city.planofrecord.notice.notice.PublicNotices;

@MeantFor("moderator")
@Path("/notices/{number}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Comments")
public class CommentRegisterResource {

    private static final String MODERATOR = "moderator";
    private static final int REASON_BYTES = 2000;
    private static final String NOT_KEPT = "private, no-store";
    private static final String IF_MATCH = "The ETag of the comment as it was read, to act on that state and no other";

    private final PublicNotices notices;
    private final Comments comments;
    private final PersonalData personal;

    CommentRegisterResource(PublicNotices notices, Comments comments, PersonalData personal) {
        this.notices = notices;
        this.comments = comments;
        this.personal = personal;
    }

    /** What is decided about a comment. */
    @Schema(name = "CommentModeration")
    record Moderation(
            @NotNull Comment.Decision decision,

            @Nullable
            @Schema(
                    description = "Required where it is withheld; its writer can read it",
                    examples = "It concerns a person, not the notice.")
            String reason) {}

    /** What the agency answers. */
    @Schema(name = "NewCommentAnswer", requiredProperties = "text")
    record NewAnswer(
            @Nullable
            @Schema(
                    description = "Plain text, at most 16 KB in UTF-8",
                    examples = "Thank you. The title was taken from the class specification.")
            String text) {}

    @GET
    @Path("comment-register")
    @Operation(
            summary = "All comments on a notice",
            description =
                    "For moderator, clerk and auditor: every comment in the order of its arrival with what was done with it. Who "
                            + "wrote it is an operation of its own. Open to everybody on this system, since nobody logs in yet.")
    @APIResponse(responseCode = "200", description = "A page; Link leads to the next")
    @APIResponse(responseCode = "400", description = "A parameter is unknown or cannot be read")
    @APIResponse(responseCode = "404", description = "No notice of that number was posted")
    public RestResponse<Page<RegisteredComment>> all(
            @PathParam("number") @Parameter(example = "1341") String number,
            @QueryParam("state") @Parameter(description = "Only those in that state", example = "RECEIVED")
                    Comment.@Nullable State state,
            @QueryParam("limit") @Parameter(description = "At most so many, 1 to 500. Default: 100.") @Nullable
                    Integer limit,
            @QueryParam("after") @Parameter(description = "Cursor from the Link of the page before") @Nullable
                    UUID after,
            @Context UriInfo uri) {
        notices.get(number);
        var found = comments.registered(number, state, after, Page.limit(limit));
        var next = found.next();
        return new Page<>(found.comments(), found.total()).answer(uri, next == null ? null : next.toString());
    }

    @GET
    @Path("comment-register/{id}")
    @Operation(
            summary = "A comment with its history",
            description = "For moderator, clerk and auditor. Its ETag is what a moderation may be bound to.")
    @APIResponse(responseCode = "200", description = "The comment")
    @APIResponse(responseCode = "400", description = "The id is no UUID")
    @APIResponse(responseCode = "404", description = "The notice has no such comment")
    public RegisteredComment one(
            @PathParam("number") @Parameter(example = "1341") String number, @PathParam("id") UUID id) {
        return comments.registered(number, id);
    }

    @GET
    @Path("comment-register/{id}/writer")
    @Operation(
            summary = "Who wrote a comment",
            description =
                    "Personal data, for clerk and auditor only. It answers where city.personal-data.shown is set, as on a local system; "
                            + "elsewhere not before callers can be told apart.")
    @APIResponse(responseCode = "200", description = "Name, telephone number and address, as written")
    @APIResponse(responseCode = "400", description = "The id is no UUID")
    @APIResponse(
            responseCode = "404",
            description = "The notice has no such comment, or this system shows no personal data")
    public RestResponse<Contact> writer(
            @PathParam("number") @Parameter(example = "1341") String number, @PathParam("id") UUID id) {
        personal.requireShown();
        return RestResponse.ResponseBuilder.ok(comments.writer(number, id))
                .header(HttpHeaders.CACHE_CONTROL, NOT_KEPT)
                .build();
    }

    @POST
    @Path("comments/{id}/moderation")
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Idempotent
    @Operation(
            summary = "Publish or withhold a comment",
            description =
                    "For the moderator. A decision can be turned by another with its own reason; the history keeps both.")
    @APIResponse(responseCode = "200", description = "The comment as it is now")
    @APIResponse(responseCode = "400", description = "The body cannot be read")
    @APIResponse(responseCode = "404", description = "The notice has no such comment")
    @APIResponse(responseCode = "409", description = "That was decided already")
    @APIResponse(responseCode = "412", description = "If-Match was given, and something was done since it was read")
    @APIResponse(responseCode = "422", description = "It is withheld without a reason, or the reason is too long")
    public RegisteredComment moderate(
            @PathParam("number") @Parameter(example = "1341") String number,
            @PathParam("id") UUID id,
            @HeaderParam(Revision.IF_MATCH) @Parameter(description = IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull Moderation body) {
        var reason = body.reason() == null ? null : text("/reason", body.reason(), REASON_BYTES);
        var moderated = lock(number, id, ifMatch).moderated(body.decision(), reason);
        comments.save(moderated, kind(body.decision()), reason, MODERATOR);
        return comments.registered(number, id);
    }

    private static CommentAct.Kind kind(Comment.Decision decision) {
        return switch (decision) {
            case PUBLISHED -> CommentAct.Kind.PUBLISHED;
            case WITHHELD -> CommentAct.Kind.WITHHELD;
        };
    }

    @POST
    @Path("comments/{id}/answer")
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Idempotent
    @Operation(
            summary = "Answer a comment",
            description =
                    "For the moderator, in the agency's name. The writer reads it with the receipt, everybody once the comment is "
                            + "published. A further answer takes the place of the last, which the history keeps.")
    @APIResponse(responseCode = "200", description = "The comment as it is now")
    @APIResponse(responseCode = "400", description = "The body cannot be read")
    @APIResponse(responseCode = "404", description = "The notice has no such comment")
    @APIResponse(responseCode = "412", description = "If-Match was given, and something was done since it was read")
    @APIResponse(responseCode = "422", description = "The text is empty or too long")
    public RegisteredComment answer(
            @PathParam("number") @Parameter(example = "1341") String number,
            @PathParam("id") UUID id,
            @HeaderParam(Revision.IF_MATCH) @Parameter(description = IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull NewAnswer body) {
        var text = text("/text", body.text(), Comment.BYTES);
        comments.save(lock(number, id, ifMatch).answered(), CommentAct.Kind.ANSWERED, text, MODERATOR);
        return comments.registered(number, id);
    }

    private Comment lock(String number, UUID id, @Nullable String ifMatch) {
        var comment = comments.lock(number, id);
        if (ifMatch != null) {
            Revision.of(ifMatch).requireCurrent(comment.revision());
        }
        return comment;
    }

    private static String text(String pointer, @Nullable String sent, int bytes) {
        var wrong = new ArrayList<Violation>();
        return PublicText.ofLines(pointer, sent, bytes, wrong)
                .orElseThrow(() -> Refused.invalid(List.copyOf(wrong)))
                .text();
    }
}
