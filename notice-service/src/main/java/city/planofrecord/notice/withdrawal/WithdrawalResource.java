package city.planofrecord.notice.withdrawal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

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

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
import city.planofrecord.chassis.event.Event;
import city.planofrecord.chassis.event.Outbox;
import city.planofrecord.chassis.http.Idempotent;
import city.planofrecord.chassis.http.Revision;
import city.planofrecord.notice.notice.CityRules;
import city.planofrecord.notice.notice.Notice;
import city.planofrecord.notice.notice.NoticeEvents;
import city.planofrecord.notice.notice.NoticeView;
import city.planofrecord.notice.notice.Notices;
import city.planofrecord.notice.notice.Withdrawal;

@Path("/notices/{number}/withdrawal")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Notices")
public class WithdrawalResource {

    private final Notices notices;
    private final Outbox outbox;
    private final CityRules city;
    private final Clock clock;

    WithdrawalResource(Notices notices, Outbox outbox, CityRules city, Clock clock) {
        this.notices = notices;
        this.outbox = outbox;
        this.city = city;
        this.clock = clock;
    }

    /** Why a notice is withdrawn. */
    @Schema(name = "NewWithdrawal")
    record Body(
            @Nullable
            @Schema(examples = "2011-03-30", description = "The day of the withdrawal; today where it is left out")
            LocalDate withdrawnOn,

            @NotBlank @Size(max = 2000) @Schema(examples = "The study of the series is to be repeated.")
            String reason,

            @Nullable @Size(min = 1, max = 500) @Schema(description = "What allows the withdrawal")
            String citation) {

        Withdrawal on(LocalDate day) {
            return new Withdrawal(day, reason.strip(), citation == null ? null : citation.strip(), Instant.now());
        }
    }

    @POST
    @RolesAllowed(Roles.DIRECTOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Idempotent
    @Operation(
            summary = "Withdraw a notice",
            description =
                    "For the director. A posted notice of which nothing has been approved or denied. It stays readable as it was "
                            + "posted, with the reason; nothing of it can be decided afterwards. A draft is deleted instead.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "A withdrawal of today",
                                            value = "{\"reason\": \"The study of the series is to be repeated.\"}")))
    @APIResponse(responseCode = "200", description = "The notice, withdrawn")
    @APIResponse(responseCode = "400", description = "The body cannot be read or is out of bounds")
    @APIResponse(responseCode = "404", description = "There is none of that number")
    @APIResponse(responseCode = "409", description = "It was not posted, is decided, or was withdrawn before")
    @APIResponse(responseCode = "412", description = "If-Match was given, and it was changed since it was read")
    @APIResponse(responseCode = "422", description = "The day cannot be")
    public RestResponse<NoticeView> withdraw(
            @PathParam("number") @Parameter(example = "1341") String number,
            @HeaderParam(Revision.IF_MATCH) @Parameter(description = "The ETag of the notice as it was read") @Nullable
                    String ifMatch,
            @Valid @NotNull Body body) {
        var notice = notices.lock(number);
        if (ifMatch != null) {
            Revision.of(ifMatch).requireCurrent(notice.revision());
        }
        notice.requireUndecided("withdrawn");
        var today = LocalDate.now(clock);
        var day = body.withdrawnOn() == null ? today : body.withdrawnOn();
        var posting = notice.whenPosted().orElseThrow();
        WithdrawalTime.require(day, city.day(posting.postedAt()), today);
        var how = body.on(day);
        var next = notice.withdrawn(how);
        notices.save(next);
        outbox.add(event(next, how));
        return RestResponse.ok(NoticeView.of(next, clock));
    }

    private static Event event(Notice notice, Withdrawal how) {
        var data = JsonNodeFactory.instance.objectNode();
        data.put("number", notice.number());
        data.put("edition", notice.edition());
        data.put("revision", notice.revision());
        data.put("withdrawnOn", how.withdrawnOn().toString());
        data.put("reason", how.reason());
        if (how.citation() != null) {
            data.put("citation", how.citation());
        }
        return NoticeEvents.of(notice, "notice.withdrawn.v1", data);
    }
}
