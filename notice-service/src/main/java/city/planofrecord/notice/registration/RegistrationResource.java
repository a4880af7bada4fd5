package city.planofrecord.notice.registration;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.access.Roles;
import city.planofrecord.chassis.http.HasRevision;
import city.planofrecord.chassis.http.Idempotent;
import city.planofrecord.chassis.http.Revision;
import city.planofrecord.notice.notice.Application;
import city.planofrecord.notice.notice.ItemDecision;
import city.planofrecord.notice.notice.Notice;
import city.planofrecord.notice.notice.NoticeView;
import city.planofrecord.notice.notice.Notices;
import city.planofrecord.notice.notice.ProposedItem;
import city.planofrecord.notice.noticedocument.Change;
import city.planofrecord.notice.noticedocument.ItemKind;

@Path("/notices/{number}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Registration", description = "The way of approved items into both registers")
public class RegistrationResource {

    private final Notices notices;
    private final Registration registration;
    private final Clock clock;

    RegistrationResource(Notices notices, Registration registration, Clock clock) {
        this.notices = notices;
        this.registration = registration;
        this.clock = clock;
    }

    /** The items of a notice, each with how far it has come. */
    @Schema(name = "NoticeItemFates")
    record Fates(
            @com.fasterxml.jackson.annotation.JsonIgnore long revision,
            List<Fate> items,

            @Schema(description = "How many items the notice has")
            long total)
            implements HasRevision {}

    /**
     * One item and how far it has come.
     *
     * @param jobCode the code that it is about: the present one, or that of a new class
     */
    @Schema(name = "NoticeItemFate")
    record Fate(
            @Schema(examples = "4") int item,
            ItemKind kind,
            List<Change> changes,
            @Nullable @Schema(examples = "CC2158") String jobCode,
            @Nullable String grade,
            ItemDecision.@Nullable Outcome outcome,
            @Nullable @Schema(examples = "2011-04-10") LocalDate effectiveDate,
            @Nullable Application application,
            NoticeView.@Nullable RevisionView rescission,
            NoticeView.@Nullable RevisionView dateChange,

            @Schema(description = "Whether it is recorded in every register that it concerns and its date has come")
            boolean inEffect) {

        static Fate of(Notice notice, ProposedItem item, LocalDate today) {
            var course = notice.course(item.item());
            var about = item.present() == null ? item.proposed() : item.present();
            var decision = course.decision();
            return new Fate(
                    item.item(),
                    item.kind(),
                    item.changes(),
                    about == null ? null : about.jobCode(),
                    about == null ? null : about.grade(),
                    decision == null ? null : decision.outcome(),
                    course.effectiveDate(),
                    course.application(),
                    NoticeView.RevisionView.rescission(course),
                    NoticeView.RevisionView.dateChange(course),
                    course.takesEffectBy(today));
        }
    }

    @GET
    @Path("items")
    @PermitAll
    @Operation(
            summary = "How far each item has come",
            description = "By register: PENDING until it has answered, HELD when it has accepted, APPLIED when it has"
                    + " recorded, REJECTED with the reason when it refuses. A register that has nothing to do with"
                    + " an item is not listed for it. Where an item was rescinded or moved after its approval,"
                    + " rescission or dateChange says how that has come along.")
    @APIResponse(responseCode = "200", description = "Every item, in the notice's order")
    @APIResponse(responseCode = "404", description = "There is none of that number")
    public Fates items(@PathParam("number") @Parameter(example = "1341") String number) {
        var notice = notices.get(number);
        var today = LocalDate.now(clock);
        var items = notice.draft().items().stream()
                .map(item -> Fate.of(notice, item, today))
                .toList();
        return new Fates(notice.revision(), items, items.size());
    }

    @POST
    @Path("retry")
    @RolesAllowed({Roles.DIRECTOR, Roles.CLERK})
    @Transactional
    @Idempotent
    @Operation(
            summary = "Offer a refused batch again",
            description =
                    "Once what a register refused has been mended. All items that were approved together are offered"
                            + " again, but for those rescinded since; and what was asked for of recorded items, unless"
                            + " something else has been asked for since.")
    @APIResponse(responseCode = "200", description = "The notice, its items on their way again")
    @APIResponse(responseCode = "404", description = "There is none of that number")
    @APIResponse(responseCode = "409", description = "Nothing waits to be offered again")
    @APIResponse(responseCode = "412", description = "If-Match was given, and it was changed since it was read")
    public RestResponse<NoticeView> retry(
            @PathParam("number") @Parameter(example = "1341") String number,
            @HeaderParam(Revision.IF_MATCH) @Parameter(description = "The ETag of the notice as it was read") @Nullable
                    String ifMatch) {
        var notice = notices.lock(number);
        if (ifMatch != null) {
            Revision.of(ifMatch).requireCurrent(notice.revision());
        }
        return RestResponse.ok(NoticeView.of(registration.retry(notice), clock));
    }
}
