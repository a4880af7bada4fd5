package city.planofrecord.notice.enactment;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
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
import city.planofrecord.chassis.http.Idempotent;
import city.planofrecord.chassis.http.Page;
import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;
import city.planofrecord.notice.notice.ItemEnactment.Outcome;

@Path("/enactments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Enactments", description = "What the Council did with approved items")
public class EnactmentResource {

    private static final LocalDate ANY_DAY = LocalDate.of(9999, 12, 31);

    private final Enacting enacting;
    private final Enactments enactments;

    EnactmentResource(Enacting enacting, Enactments enactments) {
        this.enacting = enacting;
        this.enactments = enactments;
    }

    /** What the Council did, and with which notices. */
    @Schema(name = "NewEnactment")
    record Body(
            @NotBlank @Size(max = 200) @Schema(examples = "Ordinance 207 of 2011")
            String ordinance,

            @NotNull
            @Schema(examples = "2011-05-03", description = "The day of the Council's decision; it may lie in the past")
            LocalDate enactedOn,

            @NotEmpty
            @Size(max = NamedNotices.MOST)
            @Schema(
                    examples = "[\"1805-1820\", \"1823\"]",
                    description = "Numbers, and ranges from one number to another with both included")
            List<@NotBlank @Size(max = 100) String> notices,

            @Nullable
            @Size(max = NamedNotices.MOST)
            @Schema(
                    description = "What is left out: a whole notice by its number alone, or some of its items",
                    examples = "[\"1814\", {\"notice\": \"1815\", \"items\": [2]}]")
            List<@NotNull @Valid LeftOut> except,

            @Nullable @Schema(description = "Default: ENACTED")
            Outcome outcome,

            @Nullable @Size(min = 1, max = 2000) @Schema(description = "Why the Council refused; needed then")
            String reason) {}

    /**
     * What an ordinance leaves out.
     *
     * @param items null where the whole notice is left out
     */
    @Schema(name = "EnactmentException")
    record LeftOut(
            @NotBlank @Size(max = 100) @Schema(examples = "1814")
            String notice,

            @Nullable
            @Size(min = 1, max = 5000)
            @Schema(examples = "[2]", description = "Left out where the whole notice is")
            List<@NotNull Integer> items) {

        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        LeftOut(@JsonProperty("notice") String notice, @JsonProperty("items") @Nullable List<Integer> items) {
            this.notice = notice;
            this.items = items;
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static LeftOut of(String notice) {
            return new LeftOut(notice, null);
        }
    }

    @POST
    @RolesAllowed(Roles.CLERK)
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Idempotent
    @Operation(
            summary = "Record what the Council did with approved notices",
            description =
                    "For the clerk, who must be another than those who drafted the notices. One ordinance enacts many notices, all that are named or none. What had to wait for it is dated from it by "
                            + "rule, checked by the publish gate once more and goes to both registers; what was approved provisionally is recorded already "
                            + "and no longer lapses. With REFUSED nothing of the former is ever recorded, and the latter lapses: what has not taken effect is "
                            + "rescinded, what has ends on the day of the refusal. The same ordinance sent again, with the same day and outcome, adds "
                            + "notices that were forgotten.")
    @RequestBody(
            content =
                    @Content(
                            examples = {
                                @ExampleObject(
                                        name = "One notice",
                                        value =
                                                "{\"ordinance\": \"Ordinance 207 of 2011\", \"enactedOn\": \"2011-05-03\", \"notices\": [\"1341\"]}"),
                                @ExampleObject(
                                        name = "Many, except one and an item",
                                        value =
                                                "{\"ordinance\": \"Ordinance 1405 of 2018\", \"enactedOn\": \"2018-12-10\", \"notices\": [\"1805-1820\"],"
                                                        + " \"except\": [\"1814\", {\"notice\": \"1815\", \"items\": [2]}]}"),
                                @ExampleObject(
                                        name = "Refused",
                                        value =
                                                "{\"ordinance\": \"Council Bill 11-0345\", \"enactedOn\": \"2011-05-03\", \"notices\": [\"1341\"],"
                                                        + " \"outcome\": \"REFUSED\", \"reason\": \"The appropriation is missing.\"}")
                            }))
    @APIResponse(responseCode = "201", description = "The enactment, and where it leads")
    @APIResponse(responseCode = "200", description = "The enactment that was recorded before, with the notices added")
    @APIResponse(responseCode = "400", description = "The body cannot be read or is out of bounds")
    @APIResponse(
            responseCode = "409",
            description =
                    "The same ordinance was recorded with another day or outcome, or items are on their way to the registers")
    @APIResponse(
            responseCode = "422",
            description =
                    "A notice is unknown, named twice, not decided, needs no enactment or was settled before; the day cannot be; or the gate found something. Nothing is recorded")
    public RestResponse<Enactments.Recorded> enact(@Valid @NotNull Body body) {
        var enacted = enacting.enact(body);
        if (!enacted.isNew()) {
            return RestResponse.ok(enacted.recorded());
        }
        return RestResponse.ResponseBuilder.<Enactments.Recorded>created(
                        URI.create("/enactments/" + enacted.recorded().id()))
                .entity(enacted.recorded())
                .build();
    }

    @GET
    @PermitAll
    @Operation(
            summary = "What the Council did",
            description = "For everybody. Every enactment and refusal, in the order in which they were recorded.")
    @APIResponse(responseCode = "200", description = "A page; Link leads to the next")
    @APIResponse(responseCode = "400", description = "A parameter is unknown or cannot be read")
    public RestResponse<Page<Enactments.Recorded>> all(
            @QueryParam("limit") @Parameter(description = "At most so many, 1 to 500. Default: 100.") @Nullable
                    Integer limit,
            @QueryParam("after") @Parameter(description = "Cursor from the Link of the page before") @Nullable
                    String after,
            @Context UriInfo uri) {
        var size = Page.limit(limit);
        var found = enactments.page(after == null ? null : cursor(after), size);
        var more = found.size() > size;
        var items = more ? found.subList(0, size) : found;
        return new Page<>(items, enactments.count())
                .answer(uri, more ? items.getLast().id().toString() : null);
    }

    /** What waits for the Council. */
    @Schema(name = "AwaitedEnactments")
    record AwaitedView(
            List<Enactments.Awaited> items,

            @Schema(description = "How many notices and modes there are in all")
            long total) {}

    @GET
    @Path("awaited")
    @PermitAll
    @Operation(
            summary = "What waits for the Council",
            description =
                    "For the clerk who gathers the next ordinance: by notice, the approved items that the Council must enact and has not decided "
                            + "on, the longest waiting first. Their numbers can be sent as they are.")
    @APIResponse(responseCode = "200", description = "The notices with their items")
    @APIResponse(responseCode = "400", description = "A parameter is unknown or cannot be read")
    public AwaitedView awaited(
            @QueryParam("approvedUntil")
                    @Parameter(
                            description = "Only what was approved on that day or before. Default: everything.",
                            example = "2018-12-31")
                    @Nullable
                    LocalDate approvedUntil) {
        var items = enactments.awaited(approvedUntil == null ? ANY_DAY : approvedUntil);
        return new AwaitedView(items, items.size());
    }

    @GET
    @Path("{enactment}")
    @PermitAll
    @Operation(
            summary = "One enactment",
            description = "For everybody. By its id, or by the citation of its ordinance.")
    @APIResponse(responseCode = "200", description = "The enactment with its notices and items")
    @APIResponse(responseCode = "404", description = "There is none of that id or ordinance")
    public Enactments.Recorded one(
            @PathParam("enactment") @Parameter(description = "Its id or ordinance", example = "Ordinance 207 of 2011")
                    String enactment) {
        return uuid(enactment)
                .flatMap(enactments::find)
                .or(() -> enactments.find(enactment))
                .orElseThrow(() -> Refused.notFound(
                        "There is no enactment " + enactment + ". GET /enactments lists those there are."));
    }

    private static UUID cursor(String after) {
        return uuid(after)
                .orElseThrow(() -> new Refused(
                        ProblemKind.MALFORMED,
                        "after is no cursor of this list. Follow the Link of the page before.",
                        List.of(Violation.ofParameter("after", "no cursor", after, "a cursor of a Link"))));
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
