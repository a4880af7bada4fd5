package city.planofrecord.notice.speaker;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.Idempotent;
import city.planofrecord.chassis.limit.PublicWrite;
import city.planofrecord.notice.correspondence.Intake;
import city.planofrecord.notice.correspondence.NotKept;
import city.planofrecord.notice.correspondence.PersonalNumber;
import city.planofrecord.notice.correspondence.PersonalText;
import city.planofrecord.notice.correspondence.Sent;
import city.planofrecord.notice.correspondence.SubmissionRegister;
import city.planofrecord.notice.correspondence.Submissions;

@Path("/notices/{number}/speaker-requests")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Speakers", description = "Requests to speak at a hearing")
public class SpeakerRequestResource {

    private final Intake intake;
    private final SubmissionRegister<SpeakerState> requests;

    SpeakerRequestResource(Intake intake, Submissions submissions) {
        this.intake = intake;
        requests = submissions.of(SpeakerRequestKind.SPEAKER_REQUEST);
    }

    /** Who wants to speak. Bounds are looked at by the rule itself: its errors do not repeat what is personal. */
    @Schema(name = "NewSpeakerRequest", requiredProperties = "name")
    record Body(
            @Nullable
            @JsonDeserialize(using = PersonalText.class)
            @Schema(description = "Seen only by clerk and auditor; at most 200 bytes", examples = "Pat Rivera")
            String name,

            @Nullable
            @JsonDeserialize(using = PersonalText.class)
            @Schema(description = "To be told of changes; seen only by clerk and auditor", examples = "720-555-0142")
            String phone,

            @Nullable
            @JsonDeserialize(using = PersonalText.class)
            @Schema(
                    description = "To be told of changes, postal or e-mail; seen only by clerk and auditor",
                    examples = "pat.rivera@example.org")
            String address,

            @Nullable
            @JsonDeserialize(using = PersonalText.class)
            @Schema(description = "Plain text, at most 2000 bytes", examples = "The retitle of the agents")
            String about,

            @Nullable
            @JsonDeserialize(using = PersonalNumber.class)
            @Schema(description = "The edition that the speaker read; the latest where it is not said", examples = "1")
            Integer edition,

            @Nullable
            @JsonDeserialize(using = PersonalText.class)
            @Schema(
                    description =
                            "What GET /notices/{number}/speaker-request-form gave when the form was shown. A program that shows no form leaves it out.")
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
            summary = "Ask to speak at the hearing of a notice",
            description =
                    "No login. The answer holds a receipt, by which the speaker sees what becomes of the request. It is taken until "
                            + "the notice's deadline for speakers, its instant included, by the city's clock when it arrives. Nobody is "
                            + "refused for looking like a robot: such a request is taken like any other, and marked for the moderator.")
    @APIResponse(responseCode = "201", description = "The receipt, and where it leads")
    @APIResponse(responseCode = "400", description = "The body cannot be read")
    @APIResponse(responseCode = "404", description = "No notice of that number was posted")
    @APIResponse(
            responseCode = "409",
            description =
                    "Requests are closed, or not open yet: the detail says when and why. Or a request with this Idempotency-Key is in flight")
    @APIResponse(responseCode = "413", description = "The body is larger than 256 KB")
    @APIResponse(
            responseCode = "422",
            description = "The name is empty, something is too long, or there is no such edition")
    public RestResponse<SpeakerStatus> ask(
            @PathParam("number") @Parameter(example = "1341") String number, @NotNull Body body) {
        var sent = new Sent(
                body.about(), body.name(), body.phone(), body.address(), body.edition(), body.form(), body.website());
        var status = SpeakerStatus.of(intake.take(SpeakerRequestKind.SPEAKER_REQUEST, number, sent));
        return NotKept.created("/notices/" + number + "/speaker-requests/" + status.receipt(), status);
    }

    @GET
    @Path("{receipt}")
    @PermitAll
    @Operation(
            summary = "What became of one's own request to speak",
            description = "By the receipt that the speaker was given; not by the request's id.")
    @APIResponse(responseCode = "200", description = "The request and its state")
    @APIResponse(responseCode = "404", description = "No request on that notice has that receipt")
    public RestResponse<SpeakerStatus> own(
            @PathParam("number") @Parameter(example = "1341") String number,
            @PathParam("receipt") @Parameter(example = "7K2QX-M4D9T-0ABCD-EFGHJ-KMNPQ") String receipt) {
        return NotKept.ok(SpeakerStatus.of(requests.byReceipt(number, receipt)));
    }
}
