package city.planofrecord.notice.comment;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

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
import city.planofrecord.chassis.http.Idempotent;
import city.planofrecord.chassis.http.Page;
import city.planofrecord.chassis.http.Revision;
import city.planofrecord.notice.correspondence.Contact;
import city.planofrecord.notice.correspondence.NotKept;
import city.planofrecord.notice.correspondence.PublicText;
import city.planofrecord.notice.correspondence.Submission;
import city.planofrecord.notice.correspondence.SubmissionRegister;
import city.planofrecord.notice.correspondence.Submissions;
import city.planofrecord.notice.notice.PublicNotices;

@Path("/notices/{number}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Comments")
public class CommentRegisterResource {

    private static final String MODERATOR = "moderator";
    private static final int MOST = 500;
    private static final String IF_MATCH = "The ETag of the comment as it was read, to act on that state and no other";

    private final PublicNotices notices;
    private final SubmissionRegister<CommentState> comments;

    CommentRegisterResource(PublicNotices notices, Submissions submissions) {
        this.notices = notices;
        comments = submissions.of(CommentKind.COMMENT);
    }

    /** What is decided about a comment. */
    @Schema(name = "CommentModeration")
    record Moderation(
            @NotNull CommentDecision decision,

            @Nullable
            @Schema(
                    description = "Required where it is withheld; its writer can read it",
                    examples = "It concerns a person, not the notice.")
            String reason) {}

    /** What is decided about many comments alike. */
    @Schema(name = "CommentModerations")
    record Moderations(
            @NotNull
            @Size(min = 1, max = MOST)
            @Schema(description = "Ids of comments on the notice, up to 500, each once")
            List<@NotNull UUID> ids,

            @NotNull CommentDecision decision,

            @Nullable
            @Schema(
                    description = "Required where they are withheld; the writer of each can read it",
                    examples = "It does not concern the notice.")
            String reason) {}

    /** The comments that were decided about. */
    @Schema(name = "ModeratedComments")
    record Moderated(
            @Schema(description = "In the order in which they were named")
            List<ModeratedComment> items,

            @Schema(examples = "2") long total) {

        static Moderated of(List<Submission<CommentState>> comments) {
            return new Moderated(
                    comments.stream()
                            .map(one -> new ModeratedComment(one.id(), one.state()))
                            .toList(),
                    comments.size());
        }
    }

    /** One of them. */
    @Schema(name = "ModeratedComment")
    record ModeratedComment(UUID id, CommentState state) {}

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
    @RolesAllowed({Roles.CLERK, Roles.MODERATOR, Roles.AUDITOR})
    @Operation(
            summary = "All comments on a notice",
            description =
                    "For moderator, clerk and auditor: every comment in the order of its arrival with what was done with it. Who "
                            + "wrote it is an operation of its own.")
    @APIResponse(responseCode = "200", description = "A page; Link leads to the next")
    @APIResponse(responseCode = "400", description = "A parameter is unknown or cannot be read")
    @APIResponse(responseCode = "404", description = "No notice of that number was posted")
    public RestResponse<Page<RegisteredComment>> all(
            @PathParam("number") @Parameter(example = "1341") String number,
            @QueryParam("state") @Parameter(description = "Only those in that state", example = "RECEIVED") @Nullable
                    CommentState state,
            @QueryParam("held")
                    @Parameter(
                            description =
                                    "true: only those that may be a robot's, each with its signs; false: only the others. Default: all.",
                            example = "false")
                    @Nullable
                    Boolean held,
            @QueryParam("limit") @Parameter(description = "At most so many, 1 to 500. Default: 100.") @Nullable
                    Integer limit,
            @QueryParam("after") @Parameter(description = "Cursor from the Link of the page before") @Nullable
                    UUID after,
            @Context UriInfo uri) {
        notices.get(number);
        return comments.page(number, state, held, after, Page.limit(limit))
                .map(RegisteredComment::of)
                .answer(uri);
    }

    @GET
    @Path("comment-register/{id}")
    @RolesAllowed({Roles.CLERK, Roles.MODERATOR, Roles.AUDITOR})
    @Operation(
            summary = "A comment with its history",
            description = "For moderator, clerk and auditor. Its ETag is what a moderation may be bound to.")
    @APIResponse(responseCode = "200", description = "The comment")
    @APIResponse(responseCode = "400", description = "The id is no UUID")
    @APIResponse(responseCode = "404", description = "The notice has no such comment")
    public RegisteredComment one(
            @PathParam("number") @Parameter(example = "1341") String number, @PathParam("id") UUID id) {
        return RegisteredComment.of(comments.get(number, id));
    }

    @GET
    @Path("comment-register/{id}/writer")
    @RolesAllowed({Roles.CLERK, Roles.AUDITOR})
    @Operation(summary = "Who wrote a comment", description = "Personal data, for clerk and auditor only.")
    @APIResponse(responseCode = "200", description = "Name, telephone number and address, as written")
    @APIResponse(responseCode = "400", description = "The id is no UUID")
    @APIResponse(responseCode = "404", description = "The notice has no such comment")
    @APIResponse(
            responseCode = "410",
            description = "That was erased when its retention was over; the detail says when and by which rule")
    public RestResponse<Contact> writer(
            @PathParam("number") @Parameter(example = "1341") String number, @PathParam("id") UUID id) {
        return NotKept.ok(comments.sender(number, id));
    }

    @POST
    @Path("comments/{id}/moderation")
    @RolesAllowed(Roles.MODERATOR)
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
    public RestResponse<RegisteredComment> moderate(
            @PathParam("number") @Parameter(example = "1341") String number,
            @PathParam("id") UUID id,
            @HeaderParam(Revision.IF_MATCH) @Parameter(description = IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull Moderation body) {
        return RestResponse.ok(
                RegisteredComment.of(comments.decide(number, id, ifMatch, body.decision(), body.reason(), MODERATOR)));
    }

    @POST
    @Path("comments/moderation")
    @RolesAllowed(Roles.MODERATOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Idempotent
    @Operation(
            summary = "Publish or withhold many comments alike",
            description =
                    "For the moderator, on the day on which robots write: GET /notices/{number}/comment-register?held=true lists what they "
                            + "sent. One decision and one reason for all that are named, by the rules of the operation for one comment; each "
                            + "bears them in its own history, and its writer reads them. All are decided, or, where one cannot be, none.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "Two comments of a robot",
                                            value = "{\"ids\": [\"0199f3a0-0000-7000-8000-000000000001\","
                                                    + " \"0199f3a0-0000-7000-8000-000000000002\"], \"decision\": \"WITHHELD\","
                                                    + " \"reason\": \"It does not concern the notice.\"}")))
    @APIResponse(responseCode = "200", description = "The comments and the state of each")
    @APIResponse(responseCode = "400", description = "The body cannot be read, or names none or more than 500")
    @APIResponse(responseCode = "404", description = "The notice has no such comment; the violations name each id")
    @APIResponse(
            responseCode = "409",
            description = "That was decided already of the comments that the violations name; nothing was recorded")
    @APIResponse(
            responseCode = "422",
            description = "They are withheld without a reason, the reason is too long, or one is named twice")
    public RestResponse<Moderated> moderateAll(
            @PathParam("number") @Parameter(example = "1341") String number, @Valid @NotNull Moderations body) {
        return RestResponse.ok(
                Moderated.of(comments.decideAll(number, body.ids(), body.decision(), body.reason(), MODERATOR)));
    }

    @POST
    @Path("comments/{id}/answer")
    @RolesAllowed(Roles.MODERATOR)
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
    public RestResponse<RegisteredComment> answer(
            @PathParam("number") @Parameter(example = "1341") String number,
            @PathParam("id") UUID id,
            @HeaderParam(Revision.IF_MATCH) @Parameter(description = IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull NewAnswer body) {
        var text = PublicText.required("/text", body.text(), CommentKind.BYTES);
        return RestResponse.ok(RegisteredComment.of(comments.answer(number, id, ifMatch, text, MODERATOR)));
    }
}
