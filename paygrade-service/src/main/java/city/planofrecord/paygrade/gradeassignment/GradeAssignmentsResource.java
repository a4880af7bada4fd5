package city.planofrecord.paygrade.gradeassignment;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

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

import com.fasterxml.jackson.databind.node.TextNode;
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
import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;
import city.planofrecord.chassis.ledger.Authority;
import city.planofrecord.chassis.time.AsKnown;
import city.planofrecord.chassis.time.Horizon;
import city.planofrecord.paygrade.acts.Acts;
import city.planofrecord.paygrade.acts.Collection;
import city.planofrecord.paygrade.code.GradeCode;
import city.planofrecord.paygrade.jobclass.JobClasses;
import city.planofrecord.paygrade.paygrade.PayGrades;

/** The grades of all classes. */
@Path("/grade-assignments")
@Tag(name = "Grade assignments", description = "Which grade a class carries")
@Produces(MediaType.APPLICATION_JSON)
public class GradeAssignmentsResource {

    private final GradeAssignments assignments;
    private final PayGrades grades;
    private final JobClasses classes;
    private final Acts acts;
    private final Horizon horizon;
    private final Clock clock;

    GradeAssignmentsResource(
            GradeAssignments assignments,
            PayGrades grades,
            JobClasses classes,
            Acts acts,
            Horizon horizon,
            Clock clock) {
        this.assignments = assignments;
        this.grades = grades;
        this.classes = classes;
        this.acts = acts;
        this.horizon = horizon;
        this.clock = clock;
    }

    /**
     * The first grade of a class.
     *
     * @param effectiveFrom the first day on which the class carries it
     */
    @Schema(name = "GradeAssignmentEstablishment")
    public record Establishment(
            @NotBlank @Size(max = 20) @Schema(examples = "CS2154")
            String jobCode,

            @NotBlank @Size(max = 20) @Schema(examples = "612-S")
            String grade,

            @NotNull @Schema(examples = "2030-01-06") LocalDate effectiveFrom,
            @NotNull @Valid Authority authority,
            @NotBlank @Size(max = 2000) String reason) {}

    @GET
    @PermitAll
    @Operation(
            summary = "Which grades the classes carry on a day",
            description = "In the order in which the classes came to be known; follow the Link header for more.")
    @APIResponse(responseCode = "200", description = "One page, with the true total")
    @APIResponse(responseCode = "400", description = "A parameter is unknown or cannot be read")
    public RestResponse<Page<GradeAssignmentView>> find(
            @QueryParam("jobCode")
                    @Parameter(
                            description = "The class that bears it on the day, else the last that bore it",
                            example = "CS2155")
                    @Nullable
                    String jobCode,
            @QueryParam("grade") @Parameter(description = "In either notation", example = "614-S") @Nullable
                    String grade,
            @BeanParam AsKnown when,
            @QueryParam("limit") @Parameter(description = "At most so many, 1 to 500. Default: 100.") @Nullable
                    Integer limit,
            @QueryParam("after") @Parameter(description = "From a Link header") @Nullable String after,
            @Context UriInfo uri) {
        var day = when.day(clock);
        var knownAt = when.known(horizon).orElse(null);
        var filters = new HashMap<String, Object>();
        var conditions = new ArrayList<String>();
        if (jobCode != null) {
            conditions.add("r.subject_id = cast(:classId as uuid)");
            filters.put(
                    "classId",
                    classes.find(jobCode, day, knownAt).map(UUID::toString).orElse(NOBODY));
        }
        if (grade != null) {
            conditions.add("r.grade_id = :gradeId");
            filters.put(
                    "gradeId",
                    grades.find(code(grade), day, knownAt).map(UUID::toString).orElse(NOBODY));
        }
        var found = assignments.find(
                new Collection.Question(day, knownAt, true, Page.limit(limit), after, filters), conditions);
        return new Page<>(
                        found.rows().stream()
                                .map(row -> assignments.view(row, day, knownAt))
                                .toList(),
                        found.total())
                .answer(uri, found.next());
    }

    private static final String NOBODY = new UUID(0, 0).toString();

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
    @Operation(
            summary = "Record the first grade of a class",
            description = "The class must be in effect on the day. dryRun=true answers 200 and records nothing.")
    @APIResponse(responseCode = "201", description = "The assignment; Location names it")
    @APIResponse(responseCode = "400", description = "The body or a parameter cannot be read")
    @APIResponse(
            responseCode = "409",
            description = "The class carries a grade already, or a decided notice holds class or grade")
    @APIResponse(responseCode = "422", description = "Class or grade is unknown or not in effect on the day")
    public RestResponse<GradeAssignmentView> establish(
            @NotNull @Valid Establishment establishment,
            @QueryParam("dryRun") @Parameter(description = "true: record nothing") @Nullable Boolean dryRun) {
        var from = establishment.effectiveFrom();
        return acts.establish(
                assignments,
                classInEffect(establishment.jobCode(), from),
                from,
                assignments.meaning(Map.of("grade", TextNode.valueOf(establishment.grade())), from, ""),
                establishment.authority(),
                establishment.reason(),
                _ -> URI.create("/grade-assignments/" + establishment.jobCode()),
                dryRun);
    }

    private UUID classInEffect(String jobCode, LocalDate from) {
        var id = classes.find(jobCode, from, null)
                .orElseThrow(() -> Refused.invalid(List.of(Violation.at(
                        "/jobCode", "no class is known here that bears it", jobCode, "the job code of a class"))));
        if (!classes.isInEffect(id, from)) {
            throw Refused.invalid(List.of(Violation.at(
                    "/effectiveFrom",
                    "the class is not in effect on that day",
                    from.toString(),
                    "a day on which it is")));
        }
        return id;
    }
}
