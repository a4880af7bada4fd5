package city.planofrecord.paygrade.payschedule;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.access.Roles;
import city.planofrecord.chassis.event.Ids;
import city.planofrecord.chassis.http.Idempotent;
import city.planofrecord.chassis.http.Page;
import city.planofrecord.chassis.ledger.Authority;
import city.planofrecord.chassis.time.AsKnown;
import city.planofrecord.chassis.time.Horizon;
import city.planofrecord.paygrade.acts.Acts;
import city.planofrecord.paygrade.acts.Collection;
import city.planofrecord.paygrade.code.Notation;

/** All pay schedules. */
@Path("/pay-schedules")
@Tag(name = "Pay schedules", description = "The tables of the pay plan")
@Produces(MediaType.APPLICATION_JSON)
public class PaySchedulesResource {

    private final PaySchedules schedules;
    private final Acts acts;
    private final Horizon horizon;
    private final Clock clock;

    PaySchedulesResource(PaySchedules schedules, Acts acts, Horizon horizon, Clock clock) {
        this.schedules = schedules;
        this.acts = acts;
        this.horizon = horizon;
        this.clock = clock;
    }

    /**
     * A schedule that begins.
     *
     * @param effectiveFrom its first day
     */
    @Schema(name = "PayScheduleEstablishment")
    public record Establishment(
            @NotBlank @Size(max = 3) @Schema(examples = "J") String schedule,

            @Nullable @Size(min = 1, max = 200) @Schema(examples = "Labor and trades")
            String name,

            @Nullable Notation notation,
            @NotNull @Schema(examples = "2030-01-06") LocalDate effectiveFrom,
            @NotNull @Valid Authority authority,
            @NotBlank @Size(max = 2000) String reason) {

        Map<String, JsonNode> set() {
            var set = new HashMap<String, JsonNode>();
            set.put("schedule", TextNode.valueOf(schedule));
            if (name != null) {
                set.put("name", TextNode.valueOf(name));
            }
            if (notation != null) {
                set.put("notation", TextNode.valueOf(notation.name()));
            }
            return set;
        }
    }

    @GET
    @PermitAll
    @Operation(
            summary = "The pay schedules of a day",
            description = "Sorted by letter; follow the Link header for more.")
    @APIResponse(responseCode = "200", description = "One page, with the true total")
    @APIResponse(responseCode = "400", description = "A parameter is unknown or cannot be read")
    public RestResponse<Page<PayScheduleView>> find(
            @QueryParam("inEffect")
                    @Parameter(description = "false: those abolished or to come. Default: true.")
                    @Nullable
                    Boolean inEffect,
            @BeanParam AsKnown when,
            @QueryParam("limit") @Parameter(description = "At most so many, 1 to 500. Default: 100.") @Nullable
                    Integer limit,
            @QueryParam("after") @Parameter(description = "From a Link header") @Nullable String after,
            @Context UriInfo uri) {
        var day = when.day(clock);
        var knownAt = when.known(horizon).orElse(null);
        var found = schedules.find(new Collection.Question(
                day, knownAt, !Boolean.FALSE.equals(inEffect), Page.limit(limit), after, Map.of()));
        return new Page<>(
                        found.rows().stream()
                                .map(row -> schedules.view(row, day, knownAt))
                                .toList(),
                        found.total())
                .answer(uri, found.next());
    }

    @POST
    @RolesAllowed(Roles.ANALYST)
    @Transactional
    @Idempotent
    @Operation(summary = "Establish a pay schedule", description = "dryRun=true answers 200 and records nothing.")
    @APIResponse(responseCode = "201", description = "The schedule; Location names it")
    @APIResponse(responseCode = "400", description = "The body or a parameter cannot be read")
    @APIResponse(responseCode = "409", description = "The letter is taken, or a decided notice holds it")
    @APIResponse(responseCode = "422", description = "A rule forbids it; the violations name the field")
    public RestResponse<PayScheduleView> establish(
            @NotNull @Valid Establishment establishment,
            @QueryParam("dryRun") @Parameter(description = "true: record nothing") @Nullable Boolean dryRun) {
        return acts.establish(
                schedules,
                Ids.next(),
                establishment.effectiveFrom(),
                schedules.meaning(establishment.set(), establishment.effectiveFrom(), ""),
                establishment.authority(),
                establishment.reason(),
                shown -> URI.create("/pay-schedules/" + shown.schedule()),
                dryRun);
    }
}
