package city.planofrecord.notice.supersession;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

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
import city.planofrecord.chassis.event.Ids;
import city.planofrecord.chassis.http.BodyLimit;
import city.planofrecord.chassis.http.Idempotent;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Revision;
import city.planofrecord.notice.notice.CityRules;
import city.planofrecord.notice.notice.DraftBody;
import city.planofrecord.notice.notice.Notice;
import city.planofrecord.notice.notice.NoticeStatus;
import city.planofrecord.notice.notice.NoticeView;
import city.planofrecord.notice.notice.Notices;
import city.planofrecord.notice.notice.Posting;
import city.planofrecord.notice.notice.Supersession;

@Path("/notices/{number}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Notices")
public class SupersessionResource {

    private final Notices notices;
    private final CityRules city;
    private final Clock clock;

    SupersessionResource(Notices notices, CityRules city, Clock clock) {
        this.notices = notices;
        this.city = city;
        this.clock = clock;
    }

    /** Why there is to be an updated posting, and what it says. */
    @Schema(name = "NewSupersession")
    record Body(
            @NotBlank @Size(max = 2000) @Schema(examples = "The range of item 4 was printed wrongly.")
            String reason,

            @Nullable
            @Valid
            @Schema(description = "The whole updated draft; where it is left out, it begins as what was posted")
            DraftBody draft) {}

    /** The editions of a notice. */
    @Schema(name = "NoticeEditions")
    record Editions(List<Edition> items, long total) {}

    /** One edition of a notice. */
    @Schema(name = "NoticeEdition")
    record Edition(
            @Schema(examples = "1") int edition,
            NoticeStatus status,
            @Nullable LocalDate date,
            @Nullable Posting posting,
            @Nullable Supersession supersedes,
            @Nullable Integer supersededBy) {

        static Edition of(Notice notice) {
            return new Edition(
                    notice.edition(),
                    notice.status(),
                    notice.draft().date(),
                    notice.posting(),
                    notice.ownCourse().supersedes(),
                    notice.ownCourse().supersededBy());
        }
    }

    @GET
    @Path("editions")
    @PermitAll
    @Operation(
            summary = "The editions of a notice",
            description =
                    "Every posting under the number, the first one first, and the draft of the next where there is one.")
    @APIResponse(responseCode = "200", description = "Every edition; GET /notices/{number}?edition= shows one")
    @APIResponse(responseCode = "404", description = "There is none of that number")
    public Editions editions(@PathParam("number") @Parameter(example = "1341") String number) {
        var editions = notices.shown(number);
        if (editions.isEmpty()) {
            throw Refused.notFound("There is no notice " + number + ". GET /notices lists those there are.");
        }
        return new Editions(editions.stream().map(Edition::of).toList(), editions.size());
    }

    @POST
    @Path("supersession")
    @RolesAllowed(Roles.DIRECTOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @BodyLimit(BodyLimit.IMPORT)
    @Transactional
    @Idempotent
    @Operation(
            summary = "Begin an updated posting",
            description =
                    "For the director. Drafts the next edition of a posted notice of which nothing has been approved or denied. PUT, "
                            + "check and posting then mean that draft, and it is judged anew. Until it is posted the present edition stays "
                            + "in force; at its posting that becomes SUPERSEDED and stays readable. What both propose under one code "
                            + "keeps its id.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "Beginning as what was posted",
                                            value = "{\"reason\": \"The range of item 4 was printed wrongly.\"}")))
    @APIResponse(responseCode = "201", description = "The draft of the next edition, and where it is")
    @APIResponse(responseCode = "400", description = "The body cannot be read or is out of bounds")
    @APIResponse(responseCode = "404", description = "There is none of that number")
    @APIResponse(
            responseCode = "409",
            description = "It was not posted, is decided or withdrawn, or its next edition is drafted already")
    @APIResponse(responseCode = "412", description = "If-Match was given, and it was changed since it was read")
    @APIResponse(
            responseCode = "422",
            description = "The number in the draft is another, or its items are not in order")
    @APIResponse(
            responseCode = "503",
            description = "Two imports are being worked on already; Retry-After says when to come again")
    public RestResponse<NoticeView> supersede(
            @PathParam("number") @Parameter(example = "1341") String number,
            @HeaderParam(Revision.IF_MATCH) @Parameter(description = "The ETag of the notice as it was read") @Nullable
                    String ifMatch,
            @Valid @NotNull Body body) {
        var notice = notices.lock(number);
        if (ifMatch != null) {
            Revision.of(ifMatch).requireCurrent(notice.revision());
        }
        var before = notice.asRescheduled();
        var draft = body.draft() == null ? before : body.draft().replacing(before, city);
        var next = notice.nextEdition(Ids.next(), draft, body.reason().strip());
        notices.add(next);
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, NoticeView.of(next, clock))
                .location(URI.create("/notices/" + number + "?edition=" + next.edition()))
                .build();
    }
}
