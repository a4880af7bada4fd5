package city.planofrecord.notice.speaker;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import city.planofrecord.notice.correspondence.Intake;
import city.planofrecord.notice.correspondence.NotKept;
import city.planofrecord.notice.correspondence.SubmissionForm;

@Path("/notices/{number}/speaker-request-form")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Speakers")
public class SpeakerRequestFormResource {

    private final Intake intake;

    SpeakerRequestFormResource(Intake intake) {
        this.intake = intake;
    }

    @GET
    @PermitAll
    @Operation(
            summary = "What a page puts into its form for a request to speak",
            description =
                    "Asked for when the form is shown, and sent along with it. It tells how long the form was open, which tells people "
                            + "from robots: people take a few seconds at least. Nobody is refused by it, however slow, and a program "
                            + "that shows no form needs none.")
    @APIResponse(responseCode = "200", description = "The form; good for one request")
    @APIResponse(responseCode = "400", description = "A parameter is unknown")
    @APIResponse(responseCode = "404", description = "No notice of that number was posted")
    public RestResponse<SubmissionForm> form(@PathParam("number") @Parameter(example = "1341") String number) {
        return NotKept.ok(intake.form(SpeakerRequestKind.SPEAKER_REQUEST, number));
    }
}
