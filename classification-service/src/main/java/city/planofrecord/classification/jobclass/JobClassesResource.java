package city.planofrecord.classification.jobclass;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.event.Ids;
import city.planofrecord.chassis.http.Idempotent;
import city.planofrecord.chassis.http.Page;
import city.planofrecord.chassis.ledger.Authority;
import city.planofrecord.chassis.register.ActRules;
import city.planofrecord.chassis.register.Fields;
import city.planofrecord.chassis.time.AsKnown;
import city.planofrecord.chassis.time.Horizon;
import city.planofrecord.classification.specification.ClassSpecification;

/** All job classes. */
@Path("/job-classes")
@Tag(name = "Job classes", description = "The class register")
@Produces(MediaType.APPLICATION_JSON)
public class JobClassesResource {

    private final JobClasses classes;
    private final JobClassSearch search;
    private final JobClassViews views;
    private final Fields fields;
    private final Horizon horizon;
    private final Clock clock;

    JobClassesResource(
            JobClasses classes,
            JobClassSearch search,
            JobClassViews views,
            Fields fields,
            Horizon horizon,
            Clock clock) {
        this.classes = classes;
        this.search = search;
        this.views = views;
        this.fields = fields;
        this.horizon = horizon;
        this.clock = clock;
    }

    /**
     * A class that begins.
     *
     * @param effectiveFrom its first day
     */
    public record Establishment(
            @NotNull @Schema(implementation = String.class, examples = "CA2999")
            JobCode jobCode,

            @NotBlank @Size(max = 200) @Schema(examples = "Records Technician")
            String title,

            @NotNull @Schema(examples = "2027-01-03") LocalDate effectiveFrom,
            @Nullable String occupationalGroup,
            @Nullable String series,
            @Nullable FlsaStatus flsaStatus,
            @Nullable FlsaExemption flsaExemption,
            @Nullable Eeo4Category eeo4Category,
            @Nullable SocCode socCode,
            @Nullable ClassSpecification specification,
            @Nullable List<String> inPlaceOf,
            @NotNull @Valid Authority authority,
            @NotBlank @Size(max = 2000) String reason) {

        JobClassImage image() {
            return new JobClassImage(
                    jobCode.value(),
                    title,
                    occupationalGroup,
                    series,
                    flsaStatus,
                    flsaExemption,
                    eeo4Category,
                    socCode,
                    specification,
                    inPlaceOf,
                    null);
        }
    }

    @GET
    @Operation(
            summary = "Find job classes",
            description =
                    "By words, by code or by field, on a day. Sorted by job code; follow the Link header for more.")
    @APIResponse(responseCode = "200", description = "One page, with the true total")
    @APIResponse(responseCode = "400", description = "A parameter is unknown or cannot be read")
    public RestResponse<Page<JobClassSummary>> find(
            @QueryParam("q")
                    @Parameter(
                            description = "Words of title or specification; titles are found by misspelt words too",
                            example = "customer servise")
                    @Size(max = 200)
                    @Nullable
                    String q,
            @QueryParam("jobCode") @Parameter(example = "CS2155") @Nullable String jobCode,
            @QueryParam("occupationalGroup") @Nullable String occupationalGroup,
            @QueryParam("series") @Nullable String series,
            @QueryParam("flsaStatus") @Nullable FlsaStatus flsaStatus,
            @QueryParam("inEffect")
                    @Parameter(description = "false: those abolished or to come. Default: true.")
                    @Nullable
                    Boolean inEffect,
            @BeanParam AsKnown when,
            @QueryParam("limit") @Parameter(description = "At most so many, 1 to 500. Default: 100.") @Nullable
                    Integer limit,
            @QueryParam("after") @Parameter(description = "From a Link header") @Nullable String after,
            @Context UriInfo uri) {
        var most = Page.limit(limit);
        var found = search.find(
                new JobClassSearch.Question(
                        q == null || q.isBlank() ? null : q.strip(),
                        jobCode == null ? null : jobCode.strip().toUpperCase(Locale.ROOT),
                        occupationalGroup,
                        series,
                        flsaStatus,
                        !Boolean.FALSE.equals(inEffect),
                        when.day(clock),
                        when.known(horizon).orElse(null)),
                after == null ? null : JobClassSearch.Cursor.of(after),
                most + 1);
        var items = views.summaries(found.rows().stream().limit(most).toList());
        var next = found.rows().size() > most
                ? JobClassSearch.Cursor.after(items.getLast()).text()
                : null;
        return new Page<>(items, found.total()).answer(uri, next);
    }

    @POST
    @Transactional
    @Idempotent
    @Operation(
            summary = "Establish a class",
            description = "The class begins on its first day. Its code must be free from then on.")
    @APIResponse(responseCode = "201", description = "The class, with its Location")
    @APIResponse(responseCode = "400", description = "A field is unknown, missing or cannot be read")
    @APIResponse(responseCode = "409", description = "The code is borne by another class, or held by a decided notice")
    @APIResponse(responseCode = "422", description = "A rule forbids it; the violations name the field")
    public RestResponse<JobClassView> establish(
            @NotNull @Valid Establishment establishment,
            @QueryParam("dryRun") @Parameter(description = "Answer as if recorded, and record nothing") @Nullable
                    Boolean dryRun) {
        var image = fields.read(JobClassImage.class, Map.of(), fields.of(establishment.image()), "");
        var rules = new ActRules(LocalDate.now(clock), "analyst");
        var entry = classes.open(Ids.next(), establishment.jobCode());
        var act = rules.establish(
                Ids.next(),
                establishment.effectiveFrom(),
                fields.of(image),
                establishment.authority(),
                establishment.reason());
        classes.record(entry, act);
        var view = views.on(entry.id(), establishment.jobCode(), establishment.effectiveFrom(), null);
        if (Boolean.TRUE.equals(dryRun)) {
            QuarkusTransaction.setRollbackOnly();
            return RestResponse.ok(view);
        }
        return RestResponse.ResponseBuilder.<JobClassView>create(RestResponse.Status.CREATED)
                .entity(view)
                .location(URI.create("/job-classes/" + view.jobCode()))
                .build();
    }
}
