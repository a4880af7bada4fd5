package city.planofrecord.classification.lineage;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.ledger.Row;
import city.planofrecord.chassis.time.AsKnown;
import city.planofrecord.chassis.time.Horizon;
import city.planofrecord.classification.jobclass.JobClasses;
import city.planofrecord.classification.jobclass.JobCode;
import city.planofrecord.classification.lineage.LineageView.Called;
import city.planofrecord.classification.lineage.LineageView.Recode;
import city.planofrecord.classification.lineage.LineageView.Unresolved;

/** Recodes, splits and merges of a class. */
@Path("/job-classes/{jobCode}/lineage")
@Tag(name = "Job classes")
@Produces(MediaType.APPLICATION_JSON)
public class LineageResource {

    private final JobClasses classes;
    private final Lineages lineages;
    private final Horizon horizon;
    private final Clock clock;

    LineageResource(JobClasses classes, Lineages lineages, Horizon horizon, Clock clock) {
        this.classes = classes;
        this.lineages = lineages;
        this.horizon = horizon;
        this.clock = clock;
    }

    @GET
    @PermitAll
    @Operation(
            summary = "Recodes, splits, merges and heirs of a class",
            description =
                    "Of the class that the code means on the day, in effect or not: every code that it has borne; from "
                            + "which classes it comes (established 'in place of' others) and which come from it (abolished 'into' "
                            + "others), generation by generation, past and to come; and what it resolves to on the day: itself, or "
                            + "the classes in effect that descend from it.")
    @APIResponse(responseCode = "200", description = "The lineage, by date")
    @APIResponse(responseCode = "400", description = "A parameter cannot be read, or knownAt is not settled")
    @APIResponse(responseCode = "404", description = "No class ever bears the code")
    public LineageView of(
            @PathParam("jobCode") @Schema(implementation = String.class, examples = "CS2155") JobCode jobCode,
            @BeanParam AsKnown when) {
        var day = when.day(clock);
        var knownAt = when.known(horizon).orElse(null);
        return view(classes.meant(jobCode, day, knownAt), day, knownAt);
    }

    private LineageView view(UUID id, LocalDate day, @Nullable Instant knownAt) {
        var known = lineages.known(id, knownAt);
        var lineage = known.lineage();
        var heirs = lineage.heirs(id);
        var predecessors = lineage.predecessors(id);
        var life = lineage.life(id);
        return new LineageView(
                id,
                life.called(day).jobCode(),
                life.called(day).title(),
                life.inEffect(day),
                recodes(classes.register().ledger().rows(id, knownAt)),
                steps(lineage, predecessors),
                steps(lineage, heirs),
                lineage.standingFor(id, day).stream()
                        .map(heir -> Lineages.heir(lineage, heir, day))
                        .sorted(Comparator.comparing(heir -> heir.jobCode()))
                        .toList(),
                known.unresolved().stream()
                        .filter(statement -> statement.id().equals(id))
                        .map(statement -> new Unresolved(statement.jobCode(), statement.on(), statement.otherIsHeir()))
                        .toList(),
                heirs.complete() && predecessors.complete(),
                classes.register().ledger().revision(id, knownAt));
    }

    private static List<LineageView.Step> steps(Lineage lineage, Lineage.Steps steps) {
        return steps.steps().stream()
                .map(step -> {
                    var link = step.link();
                    return new LineageView.Step(
                            link.on(),
                            step.kind(),
                            step.generation(),
                            called(link.elder(), lineage.elder(link)),
                            called(link.heir(), lineage.heir(link)),
                            link.act(),
                            link.authority());
                })
                .toList();
    }

    private static Called called(UUID id, Life.Stretch stretch) {
        return new Called(id, stretch.jobCode(), stretch.title());
    }

    private static List<Recode> recodes(List<Row> rows) {
        var recodes = new ArrayList<Recode>();
        for (var i = 1; i < rows.size(); i++) {
            var row = rows.get(i);
            var from = code(rows.get(i - 1));
            if (!from.equals(code(row))) {
                recodes.add(new Recode(row.effectiveFrom(), from, code(row), row.act(), row.authority()));
            }
        }
        return recodes;
    }

    private static String code(Row row) {
        return row.image().path("jobCode").asText();
    }
}
