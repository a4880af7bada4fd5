package city.planofrecord.classification.classsearch;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.dated.NextChange;
import city.planofrecord.chassis.http.Page;
import city.planofrecord.chassis.time.AsKnown;
import city.planofrecord.chassis.time.Horizon;
import city.planofrecord.classification.classsearch.ClassSearch.FoundClass;
import city.planofrecord.classification.classsearch.Question.Field;
import city.planofrecord.classification.jobclass.FlsaExemption;
import city.planofrecord.classification.jobclass.FlsaStatus;

/** Finding job classes. */
@Path("/job-classes")
@Tag(name = "Job classes")
@Produces(MediaType.APPLICATION_JSON)
public class ClassSearchResource {

    private final ClassSearch search;
    private final Horizon horizon;
    private final Clock clock;

    ClassSearchResource(ClassSearch search, Horizon horizon, Clock clock) {
        this.search = search;
        this.horizon = horizon;
        this.clock = clock;
    }

    /**
     * One page of what was found.
     *
     * @param total how many there are in all, over every page
     */
    @Schema(name = "JobClassPage")
    public record FoundPage(
            List<JobClassSummary> items,

            @Schema(description = "How many there are in all, over every page")
            long total,

            Facets facets) {}

    @GET
    @PermitAll
    @Operation(
            summary = "Find job classes",
            description =
                    "By words, by code or by field, on a day, with counts by field over all that is found. With q the best "
                            + "come first, else they come by job code; follow the Link header for more.\n\n"
                            + "Every word of q must be found: as the job code, in the specification (in any form: 'agents' finds "
                            + "'agent'), or in the title, there also as a beginning ('custo') or misspelt ('custmer servise'): a word "
                            + "that no title has stands for those that are one letter off, or two in words of seven letters and "
                            + "more that no specification has either. \"Quoted words\" must stand so; a word behind a minus must "
                            + "not stand there.\n\n"
                            + "`highlights` show the title and up to 10 texts of the specification in which words were found.")
    @APIResponse(responseCode = "200", description = "One page, with the true total")
    @APIResponse(responseCode = "400", description = "A parameter is unknown or cannot be read")
    public RestResponse<FoundPage> find(
            @QueryParam("q")
                    @Parameter(
                            description = "Words of title or specification; titles are found by misspelt words too",
                            example = "custmer servise")
                    @Size(max = 200)
                    @Nullable
                    String q,
            @QueryParam("jobCode") @Parameter(example = "CS2155") @Nullable String jobCode,
            @QueryParam("occupationalGroup") @Nullable String occupationalGroup,
            @QueryParam("series") @Nullable String series,
            @QueryParam("flsaStatus") @Nullable FlsaStatus flsaStatus,
            @QueryParam("flsaExemption") @Nullable FlsaExemption flsaExemption,
            @QueryParam("eeo4Category") @Parameter(description = "Its code, 1 to 8") @Nullable String eeo4Category,
            @QueryParam("socCode") @Parameter(description = "Its code, such as 43-4051") @Nullable String socCode,
            @QueryParam("grade")
                    @Parameter(description = "The grade of the day, as paygrade-service has told it; 809-A or A-809")
                    @Nullable
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
        var most = Page.limit(limit);
        var fields = new EnumMap<Field, String>(Field.class);
        put(fields, Field.JOB_CODE, jobCode == null ? null : jobCode.strip().toUpperCase(Locale.ROOT));
        put(fields, Field.OCCUPATIONAL_GROUP, occupationalGroup);
        put(fields, Field.SERIES, series);
        put(fields, Field.FLSA_STATUS, flsaStatus == null ? null : flsaStatus.name());
        put(fields, Field.FLSA_EXEMPTION, flsaExemption == null ? null : flsaExemption.name());
        put(fields, Field.EEO4_CATEGORY, eeo4Category);
        put(fields, Field.SOC_CODE, socCode);
        put(fields, Field.GRADE, grade == null ? null : Question.grade(grade));
        var day = when.day(clock);
        var found = search.find(
                new Question(
                        !Boolean.FALSE.equals(inEffect),
                        day,
                        when.known(horizon).orElse(null),
                        fields),
                q == null || q.isBlank() ? null : q.strip(),
                after == null ? null : Cursor.of(after),
                most + 1);
        var shown = found.classes().stream().limit(most).toList();
        var items = shown.stream()
                .map(one -> summary(one, found.titleWords(), q != null && !q.isBlank()))
                .toList();
        return Page.answer(
                new FoundPage(items, found.total(), found.facets()),
                uri.getRequestUriBuilder(),
                found.classes().size() > most ? cursor(shown.getLast()) : null);
    }

    private static void put(Map<Field, String> fields, Field field, @Nullable String value) {
        if (value != null) {
            fields.put(field, value);
        }
    }

    private static String cursor(FoundClass last) {
        return new Cursor(last.score(), last.image().jobCode(), last.id()).text();
    }

    private static JobClassSummary summary(FoundClass found, Set<String> titleWords, boolean asked) {
        var image = found.image();
        return new JobClassSummary(
                found.id(),
                image.jobCode(),
                image.title(),
                image.occupationalGroup(),
                image.series(),
                image.flsaStatus(),
                image.flsaExemption(),
                image.eeo4Category(),
                image.socCode(),
                found.grade(),
                found.from(),
                found.until(),
                next(image.jobCode(), found.next(), found.there()),
                asked ? highlights(found, titleWords) : null,
                "/job-classes/" + image.jobCode());
    }

    private static List<Highlights.Highlight> highlights(FoundClass found, Set<String> titleWords) {
        var highlights = new ArrayList<>(Highlights.ofTitle(found.image().title(), titleWords));
        if (found.marked() != null) {
            highlights.addAll(Highlights.ofSpecification(found.marked()));
        }
        return highlights;
    }

    private static @Nullable NextChange next(String jobCode, @Nullable LocalDate date, boolean there) {
        return date == null
                ? null
                : new NextChange(date, "/job-classes/" + jobCode + (there ? "?asOf=" + date : "/timeline"));
    }
}
