package city.planofrecord.notice.rulebook;

import java.time.LocalDate;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import city.planofrecord.notice.notice.CityRules;

@Path("/notice-rules")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dates", description = "What the rules make of the dates of a notice")
public class NoticeRulesResource {

    private final CityRules city;

    NoticeRulesResource(CityRules city) {
        this.city = city;
    }

    /** The rules, and the zone of the city's dates. */
    @Schema(name = "NoticeRules")
    record View(
            @Schema(examples = "America/Denver", description = "In which its dates and deadlines are local")
            String zone,

            List<RuleView> items,

            @Schema(description = "How many rules there are in the answer")
            long total) {}

    @GET
    @PermitAll
    @Operation(
            summary = "The rules of the notice",
            description =
                    "For everybody. Every rule that ever applied, with its citation, figures and period; with on only those that apply to a "
                            + "notice of that date, and the office hours and holidays that hold on it. A rule is never changed: another begins when it ends.")
    @APIResponse(responseCode = "200", description = "The rules, in the order in which the city wrote them")
    @APIResponse(responseCode = "400", description = "A parameter is unknown or cannot be read")
    public View rules(
            @QueryParam("on")
                    @Parameter(
                            description = "The date of a notice. Default: the rules of all times.",
                            example = "2011-03-23")
                    @Nullable
                    LocalDate on) {
        var rules = on == null ? city.all().rules() : city.all().in(on);
        var items = rules.stream().map(RuleView::of).toList();
        return new View(city.zone().getId(), items, items.size());
    }
}
