package city.planofrecord.notice.publishgate;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import city.planofrecord.chassis.access.Roles;
import city.planofrecord.notice.notice.Notices;

@Path("/notices/{number}/check")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Publish gate", description = "What keeps a notice from being posted and decided")
public class CheckResource {

    private final Notices notices;
    private final NoticeCheck check;

    CheckResource(Notices notices, NoticeCheck check) {
        this.notices = notices;
        this.check = check;
    }

    @GET
    @RolesAllowed({Roles.ANALYST, Roles.DIRECTOR, Roles.CLERK})
    @Operation(
            summary = "What the publish gate finds",
            description =
                    "Of the draft, where there is one. Judged as if the notice were approved on the day of its hearing. Only items that are still open are "
                            + "checked. The plan is known from what both registers have told; checkedAgainst says when each was last heard.")
    @APIResponse(responseCode = "200", description = "The findings; an ERROR stops the posting, a WARNING does not")
    @APIResponse(responseCode = "404", description = "There is none of that number")
    public NoticeCheck.Checked check(@PathParam("number") @Parameter(example = "1341") String number) {
        return check.check(notices.working(number));
    }
}
