package city.planofrecord.paygrade.paygrade;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;
import city.planofrecord.chassis.ledger.Authority;
import city.planofrecord.chassis.time.AsKnown;
import city.planofrecord.chassis.time.Horizon;
import city.planofrecord.paygrade.acts.Acts;
import city.planofrecord.paygrade.acts.Collection;
import city.planofrecord.paygrade.code.GradeCode;
import city.planofrecord.paygrade.payrange.PayRangeView;

/** All pay grades. */
@Path("/pay-grades")
@Tag(name = "Pay grades", description = "The lines of the schedules, with their ranges")
@Produces(MediaType.APPLICATION_JSON)
public class PayGradesResource {

    private final PayGrades grades;
    private final Acts acts;
    private final Horizon horizon;
    private final Clock clock;

    PayGradesResource(PayGrades grades, Acts acts, Horizon horizon, Clock clock) {
        this.grades = grades;
        this.acts = acts;
        this.horizon = horizon;
        this.clock = clock;
    }

    /**
     * A grade that begins.
     *
     * @param effectiveFrom its first day
     */
    @Schema(name = "PayGradeEstablishment")
    public record Establishment(
            @NotBlank @Size(max = 20) @Schema(examples = "616-S")
            String grade,

            @NotNull @Schema(examples = "2030-01-06") LocalDate effectiveFrom,

            @Nullable
            @Schema(
                    implementation = PayRangeView.class,
                    description = "Without midpoint. Currency and basis can be left out: USD, ANNUAL.",
                    examples = "{\"minimum\": \"36724.00\", \"maximum\": \"53604.00\"}")
            JsonNode range,

            @NotNull @Valid Authority authority,
            @NotBlank @Size(max = 2000) String reason) {

        Map<String, JsonNode> set() {
            var set = new HashMap<String, JsonNode>();
            set.put("grade", TextNode.valueOf(grade));
            if (range != null && !range.isNull()) {
                set.put("range", range);
            }
            return set;
        }
    }

    @GET
    @PermitAll
    @Operation(
            summary = "The pay grades of a day",
            description = "Sorted by schedule, then by number; follow the Link header for more.")
    @APIResponse(responseCode = "200", description = "One page, with the true total")
    @APIResponse(responseCode = "400", description = "A parameter is unknown or cannot be read")
    public RestResponse<Page<PayGradeView>> find(
            @QueryParam("schedule") @Parameter(description = "Letter of a schedule", example = "S") @Nullable
                    String schedule,
            @QueryParam("grade") @Parameter(description = "In either notation", example = "614-S") @Nullable
                    String grade,
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
        var filters = new HashMap<String, Object>();
        var conditions = new ArrayList<String>();
        if (schedule != null) {
            conditions.add("r.schedule = :schedule");
            filters.put("schedule", schedule);
        }
        if (grade != null) {
            conditions.add("r.grade = :grade");
            filters.put("grade", code(grade).canonical());
        }
        var found = grades.find(
                new Collection.Question(
                        day, knownAt, !Boolean.FALSE.equals(inEffect), Page.limit(limit), after, filters),
                conditions);
        return new Page<>(
                        found.rows().stream()
                                .map(row -> grades.view(row, day, knownAt))
                                .toList(),
                        found.total())
                .answer(uri, found.next());
    }

    private static GradeCode code(String grade) {
        return GradeCode.read(grade)
                .orElseThrow(() -> new Refused(
                        ProblemKind.MALFORMED,
                        "'" + grade + "' is no grade.",
                        List.of(Violation.ofParameter("grade", "is no grade", grade, "a grade such as 809-A"))));
    }

    @POST
    @RolesAllowed(Roles.ANALYST)
    @Transactional
    @Idempotent
    @Operation(summary = "Establish a pay grade", description = "dryRun=true answers 200 and records nothing.")
    @APIResponse(responseCode = "201", description = "The grade; Location names it")
    @APIResponse(responseCode = "400", description = "The body or a parameter cannot be read")
    @APIResponse(responseCode = "409", description = "The code is taken, or a decided notice holds it")
    @APIResponse(responseCode = "422", description = "A rule forbids it; the violations name the field")
    public RestResponse<PayGradeView> establish(
            @NotNull @Valid Establishment establishment,
            @QueryParam("dryRun") @Parameter(description = "true: record nothing") @Nullable Boolean dryRun) {
        return acts.establish(
                grades,
                Ids.next(),
                establishment.effectiveFrom(),
                grades.meaning(establishment.set(), establishment.effectiveFrom(), ""),
                establishment.authority(),
                establishment.reason(),
                shown -> URI.create("/pay-grades/" + shown.number() + "-" + shown.schedule()),
                dryRun);
    }
}
