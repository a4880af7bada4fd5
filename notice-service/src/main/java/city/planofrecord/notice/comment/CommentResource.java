package city.planofrecord.notice.comment;

import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.Idempotent;
import city.planofrecord.chassis.http.Page;
import city.planofrecord.chassis.limit.PublicWrite;
import city.planofrecord.notice.correspondence.Intake;
import city.planofrecord.notice.correspondence.NotKept;
import city.planofrecord.notice.correspondence.PersonalNumber;
import city.planofrecord.notice.correspondence.PersonalText;
import city.planofrecord.notice.correspondence.Sent;
import city.planofrecord.notice.correspondence.SubmissionRegister;
import city.planofrecord.notice.correspondence.Submissions;
import city.planofrecord.notice.notice.PublicNotices;

@Path("/notices/{number}/comments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Comments", description = "Written comments of the public, and what became of them")
public class CommentResource {

    private final PublicNotices notices;
    private final Intake intake;
    private final SubmissionRegister<CommentState> comments;

    CommentResource(PublicNotices notices, Intake intake, Submissions submissions) {
        this.notices = notices;
        this.intake = intake;
        comments = submissions.of(CommentKind.COMMENT);
    }

    /** A comment and who wrote it. Bounds are looked at by the rule itself: its errors do not repeat what is personal. */
    @Schema(
            name = "NewComment",
            requiredProperties = {"text", "name"})
    record Body(
            @Nullable
            @JsonDeserialize(using = PersonalText.class)
            @Schema(
                    description = "Plain text, at most 16 KB in UTF-8. Markup is text like any other.",
                    examples = "The new title says better what we do.")
            String text,

            @Nullable
            @JsonDeserialize(using = PersonalText.class)
            @Schema(description = "Seen only by clerk and auditor; at most 200 bytes", examples = "Pat Rivera")
            String name,

            @Nullable
            @JsonDeserialize(using = PersonalText.class)
            @Schema(description = "For an answer; seen only by clerk and auditor", examples = "720-555-0142")
            String phone,

            @Nullable
            @JsonDeserialize(using = PersonalText.class)
            @Schema(
                    description = "For an answer, postal or e-mail; seen only by clerk and auditor",
                    examples = "pat.rivera@example.org")
            String address,

            @Nullable
            @JsonDeserialize(using = PersonalNumber.class)
            @Schema(description = "The edition that the writer read; the latest where it is not said", examples = "1")
            Integer edition,

            @Nullable
            @JsonDeserialize(using = PersonalText.class)
            @Schema(
                    description =
                            "What GET /notices/{number}/comment-form gave when the form was shown. A program that shows no form leaves it out.")
            String form,

            @Nullable
            @JsonDeserialize(using = PersonalText.class)
            @Schema(
                    description =
                            "Leave this out. A page has a field of this name that people do not see; what fills it in is taken for a robot.")
            String website) {}

    @POST
    @PublicWrite
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Idempotent
    @Operation(
            summary = "Comment on a notice",
            description =
                    "No login. The answer holds a receipt, by which the writer sees what becomes of the comment. It is taken "
                            + "until the notice's deadline, its instant included, by the city's clock when it arrives. Control "
                            + "characters, direction overrides and characters without width are taken out, and the answer "
                            + "says so; all else is kept as it was sent. Nobody is refused for looking like a robot: such a comment "
                            + "is taken and answered like any other, and marked for the moderator.")
    @APIResponse(responseCode = "201", description = "The receipt, and where it leads")
    @APIResponse(responseCode = "400", description = "The body cannot be read")
    @APIResponse(responseCode = "404", description = "No notice of that number was posted")
    @APIResponse(
            responseCode = "409",
            description =
                    "Comments are closed, or not open yet: the detail says when and why. Or a request with this Idempotency-Key is in flight")
    @APIResponse(responseCode = "413", description = "The body is larger than 256 KB")
    @APIResponse(
            responseCode = "422",
            description = "The text or the name is empty or too long, or there is no such edition")
    public RestResponse<CommentStatus> comment(
            @PathParam("number") @Parameter(example = "1341") String number, @NotNull Body body) {
        var sent = new Sent(
                body.text(), body.name(), body.phone(), body.address(), body.edition(), body.form(), body.website());
        var status = CommentStatus.of(intake.take(CommentKind.COMMENT, number, sent));
        return NotKept.created("/notices/" + number + "/comments/" + status.receipt(), status);
    }

    @GET
    @PermitAll
    @Operation(
            summary = "The published comments on a notice",
            description =
                    "In the order of their arrival, without who wrote them, for ever. The text is plain: show it escaped, with no link to follow.")
    @APIResponse(responseCode = "200", description = "A page; Link leads to the next")
    @APIResponse(responseCode = "400", description = "A parameter is unknown or cannot be read")
    @APIResponse(responseCode = "404", description = "No notice of that number was posted")
    public RestResponse<Page<PublishedComment>> published(
            @PathParam("number") @Parameter(example = "1341") String number,
            @QueryParam("limit") @Parameter(description = "At most so many, 1 to 500. Default: 100.") @Nullable
                    Integer limit,
            @QueryParam("after") @Parameter(description = "Cursor from the Link of the page before") @Nullable
                    UUID after,
            @Context UriInfo uri) {
        notices.get(number);
        return comments.page(number, CommentState.PUBLISHED, null, after, Page.limit(limit))
                .map(PublishedComment::of)
                .answer(uri);
    }

    @GET
    @Path("{receipt}")
    @PermitAll
    @Operation(
            summary = "What became of one's own comment",
            description = "By the receipt that its writer was given; not by the comment's id.")
    @APIResponse(responseCode = "200", description = "The comment, its state, and the answer if there is one")
    @APIResponse(responseCode = "404", description = "No comment on that notice has that receipt")
    public RestResponse<CommentStatus> own(
            @PathParam("number") @Parameter(example = "1341") String number,
            @PathParam("receipt") @Parameter(example = "7K2QX-M4D9T-0ABCD-EFGHJ-KMNPQ") String receipt) {
        return NotKept.ok(CommentStatus.of(comments.byReceipt(number, receipt)));
    }
}
