package city.planofrecord.notice.hearing;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;

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
import city.planofrecord.chassis.event.Outbox;
import city.planofrecord.chassis.http.Idempotent;
import city.planofrecord.chassis.http.Revision;
import city.planofrecord.notice.notice.CityRules;
import city.planofrecord.notice.notice.NoticeView;
import city.planofrecord.notice.notice.Notices;

@Path("/notices/{number}/hearing")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Notices")
public class HearingResource {

    private final Notices notices;
    private final RescheduledEvent rescheduled;
    private final Outbox outbox;
    private final CityRules city;
    private final Clock clock;

    HearingResource(Notices notices, RescheduledEvent rescheduled, Outbox outbox, CityRules city, Clock clock) {
        this.notices = notices;
        this.rescheduled = rescheduled;
        this.outbox = outbox;
        this.city = city;
        this.clock = clock;
    }

    /** When and where a posted notice is heard instead, or again. */
    @Schema(name = "NewHearing")
    record Body(
            @NotNull @Schema(examples = "2011-04-14T17:00:00-06:00")
            OffsetDateTime at,

            @Nullable
            @Size(min = 1, max = 500)
            @Schema(examples = "The Board Room", description = "Left out where it stays")
            String place,

            @NotBlank @Size(max = 2000) @Schema(examples = "The Board lacks a quorum on 7 April.")
            String reason,

            @Nullable
            @Schema(
                    examples = "2011-04-13T08:00:00-06:00",
                    description = "Until when comments may be sent instead, inclusive; never earlier than before")
            OffsetDateTime commentsUntil,

            @Nullable
            @Schema(
                    examples = "2011-04-12T12:00:00-06:00",
                    description = "Until when people may ask to speak instead, inclusive; never earlier than before")
            OffsetDateTime speakersUntil) {

        NewHearing hearing(CityRules city) {
            return new NewHearing(
                    "",
                    city.local(at),
                    place == null ? null : place.strip(),
                    city.localOrNull(commentsUntil),
                    city.localOrNull(speakersUntil),
                    reason.strip());
        }
    }

    @POST
    @RolesAllowed(Roles.CLERK)
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Idempotent
    @Operation(
            summary = "Move the hearing, or hear continued items again",
            description =
                    "For the clerk. Of a notice that is posted or continued. The posting period and the deadlines are judged by "
                            + "the rules of the notice's date. What was posted stays as it was; hearings lists every hearing that was set. "
                            + "Deadlines can be extended with it, and are never shortened.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "A week later",
                                            value =
                                                    "{\"at\": \"2011-04-14T17:00:00-06:00\", \"place\": \"The Board Room\","
                                                            + " \"reason\": \"The Board lacks a quorum on 7 April.\"}")))
    @APIResponse(responseCode = "200", description = "The notice with its new hearing")
    @APIResponse(responseCode = "400", description = "The body cannot be read or is out of bounds")
    @APIResponse(responseCode = "404", description = "There is none of that number")
    @APIResponse(
            responseCode = "409",
            description = "It waits for no hearing: it was not posted, or is decided or withdrawn")
    @APIResponse(responseCode = "412", description = "If-Match was given, and it was changed since it was read")
    @APIResponse(responseCode = "422", description = "The hearing or a deadline breaks a rule")
    public RestResponse<NoticeView> reschedule(
            @PathParam("number") @Parameter(example = "1341") String number,
            @HeaderParam(Revision.IF_MATCH) @Parameter(description = "The ETag of the notice as it was read") @Nullable
                    String ifMatch,
            @Valid @NotNull Body body) {
        var notice = notices.lock(number);
        if (ifMatch != null) {
            Revision.of(ifMatch).requireCurrent(notice.revision());
        }
        var rules = city.on(Objects.requireNonNullElse(notice.draft().date(), city.day(body.at())));
        var how = body.hearing(city).of(notice, rules, Instant.now());
        var next = notice.rescheduled(how);
        notices.save(next);
        outbox.add(rescheduled.of(notice, next, how));
        return RestResponse.ok(NoticeView.of(next, clock));
    }
}
