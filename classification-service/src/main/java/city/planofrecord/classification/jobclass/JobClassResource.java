package city.planofrecord.classification.jobclass;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;

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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
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
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Revision;
import city.planofrecord.chassis.http.Violation;
import city.planofrecord.chassis.ledger.Entry;
import city.planofrecord.chassis.ledger.NewAct;
import city.planofrecord.chassis.register.Abolishment;
import city.planofrecord.chassis.register.ActRules;
import city.planofrecord.chassis.register.Amendment;
import city.planofrecord.chassis.register.Cancellation;
import city.planofrecord.chassis.register.Correction;
import city.planofrecord.chassis.register.Fields;
import city.planofrecord.chassis.register.Outcome;
import city.planofrecord.chassis.time.AsKnown;
import city.planofrecord.chassis.time.Horizon;
import city.planofrecord.chassis.timeline.ActKind;
import city.planofrecord.chassis.timeline.Period;

/** One job class, by any code that it bears, bore or will bear. */
@Path("/job-classes/{jobCode}")
@Tag(name = "Job classes")
@Produces(MediaType.APPLICATION_JSON)
public class JobClassResource {

    private final JobClasses classes;
    private final JobClassViews views;
    private final Fields fields;
    private final Horizon horizon;
    private final Clock clock;
    private final ObjectMapper json;

    JobClassResource(
            JobClasses classes, JobClassViews views, Fields fields, Horizon horizon, Clock clock, ObjectMapper json) {
        this.classes = classes;
        this.views = views;
        this.fields = fields;
        this.horizon = horizon;
        this.clock = clock;
        this.json = json;
    }

    @GET
    @PermitAll
    @Operation(
            summary = "A class on a day",
            description =
                    "The class that bears the code on the day; else the last that bore it; else the first that will. It is "
                            + "shown with the code, title and grade of that day.")
    @APIResponse(responseCode = "200", description = "The class, with the dates of the row that answers")
    @APIResponse(responseCode = "400", description = "A parameter cannot be read, or knownAt is not settled")
    @APIResponse(
            responseCode = "404",
            description =
                    "No class ever bears the code, or it is not in effect that day: then it says when, and in `heirs` which "
                            + "classes in effect that day descend from it")
    public JobClassView on(
            @PathParam("jobCode") @Schema(implementation = String.class, examples = "CS2155") JobCode jobCode,
            @BeanParam AsKnown when) {
        var day = when.day(clock);
        var knownAt = when.known(horizon).orElse(null);
        return views.on(classes.meant(jobCode, day, knownAt), jobCode, day, knownAt);
    }

    @GET
    @Path("timeline")
    @PermitAll
    @Operation(
            summary = "Every row of a class, past, present and future, and its acts",
            description = "With include=superseded also the rows that were believed before.")
    @APIResponse(responseCode = "200", description = "Rows by effective date, acts by recording")
    @APIResponse(responseCode = "404", description = "No class ever bears the code")
    public JobClassTimeline timeline(
            @PathParam("jobCode") @Schema(implementation = String.class, examples = "CS2155") JobCode jobCode,
            @QueryParam("include") @Parameter(description = "superseded") @Nullable String include,
            @BeanParam AsKnown when) {
        if (include != null && !include.equals("superseded")) {
            throw new Refused(
                    city.planofrecord.chassis.http.ProblemKind.MALFORMED,
                    "include can only be 'superseded'.",
                    List.of(Violation.ofParameter("include", "is unknown", include, "superseded")));
        }
        var knownAt = when.known(horizon).orElse(null);
        return views.timeline(classes.meant(jobCode, when.day(clock), knownAt), include != null, knownAt);
    }

    @POST
    @Path("amendments")
    @RolesAllowed(Roles.ANALYST)
    @Transactional
    @Idempotent
    @Operation(
            summary = "Amend a class from a date on",
            description =
                    "Retitle, recode, respecify or reclassify: only the fields in `set` change. The answer names later acts that "
                            + "it runs into. dryRun=true shows the periods that would change and records nothing.")
    @APIResponse(responseCode = "200", description = "What was recorded, and the class from that date on")
    @APIResponse(
            responseCode = "409",
            description = "The code is borne by another class, or a decided notice holds the class")
    @APIResponse(responseCode = "412", description = "If-Match is stale")
    @APIResponse(responseCode = "422", description = "A rule forbids it; the violations name the field")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public RestResponse<Outcome<JobClassView>> amend(
            @PathParam("jobCode") @Schema(implementation = String.class, examples = "CS2155") JobCode jobCode,
            @HeaderParam(Revision.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Amendment amendment,
            @QueryParam("dryRun") @Nullable Boolean dryRun) {
        return act(jobCode, amendment.effectiveFrom(), ifMatch, amendment.set(), dryRun, (rules, entry) -> {
            requireFields(entry, amendment.effectiveFrom(), amendment.set());
            return rules.amend(Ids.next(), entry, amendment);
        });
    }

    @POST
    @Path("corrections")
    @RolesAllowed(Roles.ANALYST)
    @Transactional
    @Idempotent
    @Operation(
            summary = "Correct what was recorded wrongly for a period",
            description =
                    "The period ends, by default, at the next act on the same field. What was believed stays answerable with "
                            + "knownAt. With `exists` a wrong beginning or end is repaired.")
    @APIResponse(responseCode = "200", description = "What was recorded, and the class from that date on")
    @APIResponse(
            responseCode = "409",
            description = "The code is borne by another class, or a decided notice holds the class")
    @APIResponse(responseCode = "412", description = "If-Match is stale")
    @APIResponse(responseCode = "422", description = "A rule forbids it; the violations name the field")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public RestResponse<Outcome<JobClassView>> correct(
            @PathParam("jobCode") @Schema(implementation = String.class, examples = "CS2155") JobCode jobCode,
            @HeaderParam(Revision.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Correction correction,
            @QueryParam("dryRun") @Nullable Boolean dryRun) {
        return act(jobCode, correction.effectiveFrom(), ifMatch, correction.fields(), dryRun, (rules, entry) -> {
            if (!correction.fields().isEmpty()) {
                requireFields(entry, correction.effectiveFrom(), correction.fields());
            }
            return rules.correct(Ids.next(), entry, withoutHeirs(entry, correction));
        });
    }

    /** A class that goes on after all has no heirs by the abolishment that was wrong. */
    private static Correction withoutHeirs(Entry entry, Correction correction) {
        var named = entry.timeline().inForce().stream()
                .anyMatch(act -> act.kind() == ActKind.ABOLISHED && act.set().containsKey("into"));
        if (!Boolean.TRUE.equals(correction.exists())
                || !named
                || correction.fields().containsKey("into")) {
            return correction;
        }
        var set = new HashMap<>(correction.fields());
        set.put("into", NullNode.getInstance());
        return new Correction(
                correction.effectiveFrom(),
                correction.effectiveUntil(),
                set,
                correction.exists(),
                correction.authority(),
                correction.reason());
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
    @APIResponse(responseCode = "200", description = "What was recorded, and the class")
    @APIResponse(
            responseCode = "409",
            description = "The act has taken effect or is not in force, or a decided notice holds the class")
    @APIResponse(responseCode = "412", description = "If-Match is stale")
    @APIResponse(responseCode = "422", description = "There is no such act")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public RestResponse<Outcome<JobClassView>> cancel(
            @PathParam("jobCode") @Schema(implementation = String.class, examples = "CS2155") JobCode jobCode,
            @HeaderParam(Revision.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Cancellation cancellation,
            @QueryParam("dryRun") @Nullable Boolean dryRun) {
        var expected = Revision.of(ifMatch);
        var id = classes.ofAct(cancellation.act(), jobCode)
                .orElseGet(() -> classes.meant(jobCode, LocalDate.now(clock), null));
        return act(
                id,
                jobCode,
                expected,
                Map.of(),
                dryRun,
                (rules, entry) -> rules.cancel(Ids.next(), entry, cancellation));
    }

    @POST
    @Path("abolishment")
    @RolesAllowed(Roles.ANALYST)
    @Transactional
    @Idempotent
    @Operation(summary = "Abolish a class", description = "It is no more from the date on; it is never deleted.")
    @APIResponse(responseCode = "200", description = "What was recorded")
    @APIResponse(responseCode = "409", description = "A decided notice holds the class")
    @APIResponse(responseCode = "412", description = "If-Match is stale")
    @APIResponse(responseCode = "422", description = "It is not in effect on the day, or another rule forbids it")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public RestResponse<Outcome<JobClassView>> abolish(
            @PathParam("jobCode") @Schema(implementation = String.class, examples = "CS2156") JobCode jobCode,
            @HeaderParam(Revision.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Abolishment abolishment,
            @QueryParam("dryRun") @Nullable Boolean dryRun) {
        var heirs = new HashMap<String, JsonNode>();
        if (!abolishment.heirs().isEmpty()) {
            heirs.put("into", json.valueToTree(abolishment.heirs()));
        }
        return act(
                jobCode,
                abolishment.effectiveFrom(),
                ifMatch,
                Map.of(),
                dryRun,
                (rules, entry) -> rules.abolish(Ids.next(), entry, abolishment, heirs));
    }

    private RestResponse<Outcome<JobClassView>> act(
            JobCode jobCode,
            LocalDate day,
            @Nullable String ifMatch,
            Map<String, JsonNode> set,
            @Nullable Boolean dryRun,
            BiFunction<ActRules, Entry, NewAct> decide) {
        var expected = Revision.of(ifMatch);
        return act(classes.meant(jobCode, day, null), jobCode, expected, set, dryRun, decide);
    }

    private RestResponse<Outcome<JobClassView>> act(
            UUID id,
            JobCode jobCode,
            Revision expected,
            Map<String, JsonNode> set,
            @Nullable Boolean dryRun,
            BiFunction<ActRules, Entry, NewAct> decide) {
        var code = set.get("jobCode");
        var entry = classes.lock(id, expected, code == null ? Set.of() : Set.of(code.asText()));
        var act = decide.apply(new ActRules(LocalDate.now(clock), "analyst"), entry);
        classes.requireNamedClasses(id, act, (_, _) -> false);
        var recorded = classes.record(entry, act);
        var shown = Outcome.dayToShow(recorded)
                .map(shownOn -> views.on(id, jobCode, shownOn, null))
                .orElse(null);
        if (Boolean.TRUE.equals(dryRun)) {
            QuarkusTransaction.setRollbackOnly();
        }
        return RestResponse.ok(Outcome.of(recorded, shown, Boolean.TRUE.equals(dryRun)));
    }

    private void requireFields(Entry entry, LocalDate day, Map<String, JsonNode> set) {
        var image = entry.on(day).map(Period::image).orElse(Map.of());
        if (image.isEmpty()) {
            var last = entry.timeline().periods();
            image = last.isEmpty() ? image : last.getFirst().image();
        }
        fields.read(JobClassImage.class, image, set, "/set");
    }
}
