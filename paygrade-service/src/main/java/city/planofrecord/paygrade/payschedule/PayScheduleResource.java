package city.planofrecord.paygrade.payschedule;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.access.Roles;
import city.planofrecord.chassis.http.Idempotent;
import city.planofrecord.chassis.http.Revision;
import city.planofrecord.chassis.register.Abolishment;
import city.planofrecord.chassis.register.Amendment;
import city.planofrecord.chassis.register.Cancellation;
import city.planofrecord.chassis.register.Correction;
import city.planofrecord.chassis.register.Outcome;
import city.planofrecord.chassis.time.AsKnown;
import city.planofrecord.chassis.time.Horizon;
import city.planofrecord.paygrade.acts.Acts;
import city.planofrecord.paygrade.acts.TimelineView;

/** One schedule. */
@Path("/pay-schedules/{schedule}")
@Tag(name = "Pay schedules")
@Produces(MediaType.APPLICATION_JSON)
public class PayScheduleResource {

    private final PaySchedules schedules;
    private final Acts acts;
    private final Horizon horizon;
    private final Clock clock;

    PayScheduleResource(PaySchedules schedules, Acts acts, Horizon horizon, Clock clock) {
        this.schedules = schedules;
        this.acts = acts;
        this.horizon = horizon;
        this.clock = clock;
    }

    @GET
    @PermitAll
    @Operation(
            summary = "A schedule on a day",
            description =
                    "The one that bears the name on the day; else the last that bore it; else the first that will.")
    @APIResponse(responseCode = "200", description = "As it stands on the day, with the dates of the row that answers")
    @APIResponse(responseCode = "304", description = "The answer is the one named by If-None-Match")
    @APIResponse(responseCode = "400", description = "A parameter cannot be read, or knownAt is not settled")
    @APIResponse(responseCode = "404", description = "It never was, or is not in effect that day: then it says when")
    public PayScheduleView on(@PathParam("schedule") @Schema(examples = "S") String schedule, @BeanParam AsKnown when) {
        var day = when.day(clock);
        var knownAt = when.known(horizon).orElse(null);
        return schedules.on(schedules.meant(schedule, day, knownAt), schedule, day, knownAt);
    }

    @GET
    @Path("timeline")
    @PermitAll
    @Operation(
            summary = "Every row of a schedule, past, present and future, and its acts",
            description = "With include=superseded also the rows that were believed before.")
    @APIResponse(responseCode = "200", description = "Rows by effective date, acts by recording")
    @APIResponse(responseCode = "400", description = "A parameter cannot be read, or knownAt is not settled")
    @APIResponse(responseCode = "404", description = "There never was such a schedule")
    public TimelineView timeline(
            @PathParam("schedule") @Schema(examples = "S") String schedule,
            @QueryParam("include") @Parameter(description = "superseded") @Nullable String include,
            @BeanParam AsKnown when) {
        var day = when.day(clock);
        var knownAt = when.known(horizon).orElse(null);
        return TimelineView.of(
                schedules.register().ledger(), schedules.meant(schedule, day, knownAt), include, knownAt);
    }

    @POST
    @Path("amendments")
    @RolesAllowed(Roles.ANALYST)
    @Transactional
    @Idempotent
    @Operation(
            summary = "Amend a schedule from a date on",
            description =
                    "Name, notation or letter: only the fields in `set` change. The letter can change only while no grade is a line of it.")
    @APIResponse(responseCode = "200", description = "What was recorded, and the schedule from that date on")
    @APIResponse(responseCode = "400", description = "The body or a parameter cannot be read")
    @APIResponse(responseCode = "404", description = "There never was such a schedule")
    @APIResponse(responseCode = "409", description = "It contradicts what is recorded, or a decided notice holds it")
    @APIResponse(responseCode = "412", description = "If-Match is stale")
    @APIResponse(responseCode = "422", description = "A rule forbids it; the violations name the field")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public RestResponse<Outcome<PayScheduleView>> amend(
            @PathParam("schedule") @Schema(examples = "S") String schedule,
            @HeaderParam(Revision.IF_MATCH) @Parameter(example = "\"1\"") @Nullable String ifMatch,
            @NotNull @Valid Amendment amendment,
            @QueryParam("dryRun") @Parameter(description = "true: show what would change, record nothing") @Nullable
                    Boolean dryRun) {
        var expected = Revision.of(ifMatch);
        return acts.amend(schedules, meant(schedule, amendment.effectiveFrom()), expected, amendment, dryRun);
    }

    @POST
    @Path("corrections")
    @RolesAllowed(Roles.ANALYST)
    @Transactional
    @Idempotent
    @Operation(
            summary = "Correct what was recorded wrongly for a period",
            description =
                    "The period ends, by default, at the next act on the same field. What was believed stays answerable with knownAt.")
    @APIResponse(responseCode = "200", description = "What was recorded, and the schedule from that date on")
    @APIResponse(responseCode = "400", description = "The body or a parameter cannot be read")
    @APIResponse(responseCode = "404", description = "There never was such a schedule")
    @APIResponse(responseCode = "409", description = "It contradicts what is recorded, or a decided notice holds it")
    @APIResponse(responseCode = "412", description = "If-Match is stale")
    @APIResponse(responseCode = "422", description = "A rule forbids it; the violations name the field")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public RestResponse<Outcome<PayScheduleView>> correct(
            @PathParam("schedule") @Schema(examples = "S") String schedule,
            @HeaderParam(Revision.IF_MATCH) @Parameter(example = "\"1\"") @Nullable String ifMatch,
            @NotNull @Valid Correction correction,
            @QueryParam("dryRun") @Parameter(description = "true: show what would change, record nothing") @Nullable
                    Boolean dryRun) {
        var expected = Revision.of(ifMatch);
        return acts.correct(schedules, meant(schedule, correction.effectiveFrom()), expected, correction, dryRun);
    }

    @POST
    @Path("cancellations")
    @RolesAllowed(Roles.ANALYST)
    @Transactional
    @Idempotent
    @Operation(
            summary = "Cancel an act that has not taken effect",
            description =
                    "The timeline is again as if the act had never been recorded. What has begun is mended by a correction.")
    @APIResponse(responseCode = "200", description = "What was recorded, and the schedule from that date on")
    @APIResponse(responseCode = "400", description = "The body or a parameter cannot be read")
    @APIResponse(responseCode = "404", description = "There never was such a schedule")
    @APIResponse(responseCode = "409", description = "It contradicts what is recorded, or a decided notice holds it")
    @APIResponse(responseCode = "412", description = "If-Match is stale")
    @APIResponse(responseCode = "422", description = "A rule forbids it; the violations name the field")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public RestResponse<Outcome<PayScheduleView>> cancel(
            @PathParam("schedule") @Schema(examples = "S") String schedule,
            @HeaderParam(Revision.IF_MATCH) @Parameter(example = "\"1\"") @Nullable String ifMatch,
            @NotNull @Valid Cancellation cancellation,
            @QueryParam("dryRun") @Parameter(description = "true: show what would change, record nothing") @Nullable
                    Boolean dryRun) {
        var expected = Revision.of(ifMatch);
        return acts.cancel(schedules, meant(schedule, LocalDate.now(clock)), expected, cancellation, dryRun);
    }

    @POST
    @Path("abolishment")
    @RolesAllowed(Roles.ANALYST)
    @Transactional
    @Idempotent
    @Operation(
            summary = "Abolish a schedule",
            description = "It is no more from the date on; it is never deleted. Nothing may rest on it after that.")
    @APIResponse(responseCode = "200", description = "What was recorded, and the schedule from that date on")
    @APIResponse(responseCode = "400", description = "The body or a parameter cannot be read")
    @APIResponse(responseCode = "404", description = "There never was such a schedule")
    @APIResponse(responseCode = "409", description = "It contradicts what is recorded, or a decided notice holds it")
    @APIResponse(responseCode = "412", description = "If-Match is stale")
    @APIResponse(responseCode = "422", description = "A rule forbids it; the violations name the field")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public RestResponse<Outcome<PayScheduleView>> abolish(
            @PathParam("schedule") @Schema(examples = "S") String schedule,
            @HeaderParam(Revision.IF_MATCH) @Parameter(example = "\"1\"") @Nullable String ifMatch,
            @NotNull @Valid Abolishment abolishment,
            @QueryParam("dryRun") @Parameter(description = "true: show what would change, record nothing") @Nullable
                    Boolean dryRun) {
        var expected = Revision.of(ifMatch);
        return acts.abolish(schedules, meant(schedule, abolishment.effectiveFrom()), expected, abolishment, dryRun);
    }

    private UUID meant(String schedule, LocalDate day) {
        return schedules.meant(schedule, day, null);
    }
}
