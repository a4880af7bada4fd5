package city.planofrecord.notice.effectivedate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

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
import city.planofrecord.chassis.http.Revision;
import city.planofrecord.notice.notice.Notice;
import city.planofrecord.notice.notice.NoticeView;
import city.planofrecord.notice.notice.Notices;
import city.planofrecord.notice.registration.Registration;
import city.planofrecord.notice.registration.RevisedItem;

@Path("/notices/{number}/effective-date")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Registration")
public class EffectiveDateResource {

    private final Notices notices;
    private final Registration registration;
    private final Clock clock;

    EffectiveDateResource(Notices notices, Registration registration, Clock clock) {
        this.notices = notices;
        this.registration = registration;
        this.clock = clock;
    }

    /** From when on items count instead, and what allows it. */
    @Schema(name = "NewEffectiveDate")
    record Body(
            @Nullable
            @Size(min = 1, max = 5000)
            @Schema(examples = "[4]", description = "Numbers of the items; left out, all that were approved and stand")
            List<@NotNull Integer> items,

            @NotNull @Schema(examples = "2011-04-24", description = "Inclusive; after the city's today")
            LocalDate date,

            @NotBlank
            @Size(max = 500)
            @Schema(examples = "Board resolution of 8 April 2011", description = "What allows it")
            String citation,

            @NotBlank @Size(max = 2000) @Schema(examples = "Payroll needs another period.")
            String reason) {

        List<RevisedItem> of(Notice notice) {
            return (items == null ? notice.standing() : items)
                    .stream()
                            .<RevisedItem>map(item -> new RevisedItem.Moved(item, date))
                            .toList();
        }
    }

    @POST
    @RolesAllowed(Roles.DIRECTOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Idempotent
    @Operation(
            summary = "Give approved items another effective date",
            description =
                    "For the director, before they take effect. The registers that have recorded an item move it, all"
                            + " of what is named or nothing; each item shows how they follow under dateChange, and once"
                            + " they have, effectiveDate is the new date and ownEffectiveDate.override names the former"
                            + " one. What no register has recorded has the other date at once, and is offered with it."
                            + " POST /notices/{number}/retry asks again what a register has refused.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "All items two weeks later",
                                            value = "{\"date\": \"2011-04-24\", \"citation\": \"Board resolution of 8"
                                                    + " April 2011\", \"reason\": \"Payroll needs another"
                                                    + " period.\"}")))
    @APIResponse(responseCode = "200", description = "The notice, the registers being asked")
    @APIResponse(responseCode = "400", description = "The body cannot be read or is out of bounds")
    @APIResponse(responseCode = "404", description = "There is none of that number")
    @APIResponse(
            responseCode = "409",
            description = "An item is not approved, was rescinded before or is in effect, or items are being recorded")
    @APIResponse(responseCode = "412", description = "If-Match was given, and it was changed since it was read")
    @APIResponse(responseCode = "422", description = "An item is unknown or named twice, or the date cannot be")
    public RestResponse<NoticeView> move(
            @PathParam("number") @Parameter(example = "1341") String number,
            @HeaderParam(Revision.IF_MATCH) @Parameter(description = "The ETag of the notice as it was read") @Nullable
                    String ifMatch,
            @Valid @NotNull Body body) {
        var notice = notices.lock(number);
        if (ifMatch != null) {
            Revision.of(ifMatch).requireCurrent(notice.revision());
        }
        var next = registration.revise(
                notice, body.of(notice), body.citation().strip(), body.reason().strip());
        return RestResponse.ok(NoticeView.of(next, clock));
    }
}
