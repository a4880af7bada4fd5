package city.planofrecord.notice.speaker;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
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
import city.planofrecord.chassis.http.Idempotent;
import city.planofrecord.chassis.http.Page;
import city.planofrecord.chassis.http.Revision;
import city.planofrecord.notice.correspondence.Contact;
import city.planofrecord.notice.correspondence.NotKept;
import city.planofrecord.notice.correspondence.SubmissionRegister;
import city.planofrecord.notice.correspondence.Submissions;
import city.planofrecord.notice.notice.PublicNotices;

@Path("/notices/{number}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Speakers")
public class SpeakerRegisterResource {

    private static final String MODERATOR = "moderator";
    private static final String IF_MATCH = "The ETag of the request as it was read, to act on that state and no other";

    private final PublicNotices notices;
    private final SubmissionRegister<SpeakerState> requests;

    SpeakerRegisterResource(PublicNotices notices, Submissions submissions) {
        this.notices = notices;
        requests = submissions.of(SpeakerRequestKind.SPEAKER_REQUEST);
    }

    /** What is decided about a request to speak. */
    @Schema(name = "SpeakerRequestDecision")
    record Decision(
            @NotNull SpeakerDecision decision,

            @Nullable
            @Schema(
                    description = "Required where it is declined; the speaker can read it",
                    examples = "You are third; please come at 17:00.")
            String reason) {}

    @GET
    @Path("speaker-register")
    @RolesAllowed({Roles.CLERK, Roles.MODERATOR, Roles.AUDITOR})
    @Operation(
            summary = "All requests to speak on a notice",
            description =
                    "For moderator, clerk and auditor: every request in the order of its arrival with what was decided about it. Who "
                            + "made it is an operation of its own.")
    @APIResponse(responseCode = "200", description = "A page; Link leads to the next")
    @APIResponse(responseCode = "400", description = "A parameter is unknown or cannot be read")
    @APIResponse(responseCode = "404", description = "No notice of that number was posted")
    public RestResponse<Page<RegisteredSpeakerRequest>> all(
            @PathParam("number") @Parameter(example = "1341") String number,
            @QueryParam("state") @Parameter(description = "Only those in that state", example = "RECEIVED") @Nullable
                    SpeakerState state,
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
        return requests.page(number, state, held, after, Page.limit(limit))
                .map(RegisteredSpeakerRequest::of)
                .answer(uri);
    }

    @GET
    @Path("speaker-register/{id}")
    @RolesAllowed({Roles.CLERK, Roles.MODERATOR, Roles.AUDITOR})
    @Operation(
            summary = "A request to speak with its history",
            description = "For moderator, clerk and auditor. Its ETag is what a decision may be bound to.")
    @APIResponse(responseCode = "200", description = "The request")
    @APIResponse(responseCode = "400", description = "The id is no UUID")
    @APIResponse(responseCode = "404", description = "The notice has no such request")
    public RegisteredSpeakerRequest one(
            @PathParam("number") @Parameter(example = "1341") String number, @PathParam("id") UUID id) {
        return RegisteredSpeakerRequest.of(requests.get(number, id));
    }

    @GET
    @Path("speaker-register/{id}/speaker")
    @RolesAllowed({Roles.CLERK, Roles.AUDITOR})
    @Operation(summary = "Who asked to speak", description = "Personal data, for clerk and auditor only.")
    @APIResponse(responseCode = "200", description = "Name, telephone number and address, as written")
    @APIResponse(responseCode = "400", description = "The id is no UUID")
    @APIResponse(responseCode = "404", description = "The notice has no such request")
    @APIResponse(
            responseCode = "410",
            description = "That was erased when its retention was over; the detail says when and by which rule")
    public RestResponse<Contact> speaker(
            @PathParam("number") @Parameter(example = "1341") String number, @PathParam("id") UUID id) {
        return NotKept.ok(requests.sender(number, id));
    }

    @POST
    @Path("speaker-requests/{id}/decision")
    @RolesAllowed(Roles.MODERATOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Idempotent
    @Operation(
            summary = "Accept or decline a request to speak",
            description =
                    "For the moderator. A decision can be turned by another with its own reason; the history keeps both.")
    @APIResponse(responseCode = "200", description = "The request as it is now")
    @APIResponse(responseCode = "400", description = "The body cannot be read")
    @APIResponse(responseCode = "404", description = "The notice has no such request")
    @APIResponse(responseCode = "409", description = "That was decided already")
    @APIResponse(responseCode = "412", description = "If-Match was given, and something was done since it was read")
    @APIResponse(responseCode = "422", description = "It is declined without a reason, or the reason is too long")
    public RestResponse<RegisteredSpeakerRequest> decide(
            @PathParam("number") @Parameter(example = "1341") String number,
            @PathParam("id") UUID id,
            @HeaderParam(Revision.IF_MATCH) @Parameter(description = IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull Decision body) {
        return RestResponse.ok(RegisteredSpeakerRequest.of(
                requests.decide(number, id, ifMatch, body.decision(), body.reason(), MODERATOR)));
    }
}
