package city.planofrecord.notice.posting;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.access.Roles;
import city.planofrecord.chassis.event.Outbox;
import city.planofrecord.chassis.http.Idempotent;
import city.planofrecord.chassis.http.Revision;
import city.planofrecord.notice.notice.CityRules;
import city.planofrecord.notice.notice.ExpectedEnactment;
import city.planofrecord.notice.notice.Notice;
import city.planofrecord.notice.notice.NoticeView;
import city.planofrecord.notice.notice.Notices;
import city.planofrecord.notice.notice.Posting;
import city.planofrecord.notice.noticerule.RuleName;
import city.planofrecord.notice.publishgate.NoticeCheck;
import city.planofrecord.notice.publishgate.Overriding;

@Path("/notices/{number}/posting")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Notices")
public class PostingResource {

    /** Whose business postings are. */
    private static final String RECORDED_BY = "director";

    private final Notices notices;
    private final NoticeCheck check;
    private final ItemResolution resolution;
    private final PostedEvent posted;
    private final PostedDocuments documents;
    private final ProofsOfPosting proofs;
    private final ObjectMapper json;
    private final Outbox outbox;
    private final CityRules city;
    private final Clock clock;

    PostingResource(
            Notices notices,
            NoticeCheck check,
            ItemResolution resolution,
            PostedEvent posted,
            PostedDocuments documents,
            ProofsOfPosting proofs,
            ObjectMapper json,
            Outbox outbox,
            CityRules city,
            Clock clock) {
        this.notices = notices;
        this.check = check;
        this.resolution = resolution;
        this.posted = posted;
        this.documents = documents;
        this.proofs = proofs;
        this.json = json;
        this.outbox = outbox;
        this.city = city;
        this.clock = clock;
    }

    /** That a notice was posted: when and where. */
    @Schema(name = "NewPosting")
    record Body(
            @NotNull
            @Schema(examples = "2011-03-23T09:00:00-06:00", description = "When it was posted; it may lie in the past")
            OffsetDateTime at,

            @NotEmpty @Size(max = 100) @Schema(examples = "[\"Webb Municipal Building, first floor\"]")
            List<@NotBlank @Size(max = 500) String> places,

            @Nullable
            @Size(max = 10)
            @Schema(description = "Rules of hearing and deadlines that it breaks and is posted in spite of")
            List<@NotNull @Valid NewOverride> overrides) {

        List<Overriding> overriding() {
            return overrides == null
                    ? List.of()
                    : overrides.stream().map(NewOverride::overriding).toList();
        }
    }

    /** A rule that shall not stop the notice, and what allows that. */
    @Schema(name = "NewRuleOverride")
    record NewOverride(
            @NotNull @Schema(examples = "POSTING_PERIOD") RuleName rule,

            @NotBlank @Size(max = 500) @Schema(examples = "Executive Order 84", description = "What allows it")
            String citation,

            @NotBlank @Size(max = 2000) @Schema(examples = "The court ordered a hearing within the week.")
            String reason) {

        Overriding overriding() {
            return new Overriding(rule, citation.strip(), reason.strip());
        }
    }

    @POST
    @RolesAllowed(Roles.DIRECTOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Idempotent
    @Operation(
            summary = "Post a notice",
            description =
                    "For the director. The publish gate runs first; a rule of hearing or deadlines can be overridden with what allows it, and the notice shows "
                            + "that for ever. Then the classes and grades that the items name are fixed, the sheets and the proof "
                            + "of posting are made and kept, and the notice is never edited again. At the posting of an updated edition the one before is superseded. A posting of the past is recorded with its own time; recordedAt is now.")
    @APIResponse(responseCode = "200", description = "The notice, posted")
    @APIResponse(responseCode = "400", description = "The body cannot be read or is out of bounds")
    @APIResponse(responseCode = "404", description = "There is none of that number")
    @APIResponse(responseCode = "409", description = "It was posted before")
    @APIResponse(responseCode = "412", description = "If-Match was given, and it was changed since it was read")
    @APIResponse(responseCode = "422", description = "The gate found something, or the time cannot be")
    public RestResponse<NoticeView> post(
            @PathParam("number") @Parameter(example = "1341") String number,
            @HeaderParam(Revision.IF_MATCH)
                    @Parameter(description = "The ETag of the draft as it was read, to post that and no other")
                    @Nullable
                    String ifMatch,
            @Valid @NotNull Body body) {
        var notice = notices.lockWorking(number);
        if (ifMatch != null) {
            Revision.of(ifMatch).requireCurrent(notice.revision());
        }
        notice.requireDraft();
        var former = former(notice);
        PostingTime.require(notice, former, body.at(), OffsetDateTime.now(clock), city.zone());
        var postedOn = city.day(body.at());
        var overrides = check.requirePostable(notice, postedOn, body.overriding());
        var date = given(notice.draft().date());
        var document = PostedDocument.of(notice.draft(), notice.edition(), json);
        var posting = new Posting(
                city.local(body.at()),
                given(city.on(date).postedUntil(postedOn).value()),
                body.places(),
                document.sha256(),
                Instant.now(),
                RECORDED_BY);
        var items = notice.draft().items();
        var day = check.expectedEffective(notice).orElseThrow();
        var ids = resolution.resolve(number, items, items, day);
        if (former.isPresent()) {
            var superseded = former.get().supersededBy(notice);
            notices.save(superseded);
            outbox.add(SupersededEvent.of(superseded, notice.edition(), posting));
            notice = notice.after(superseded);
        }
        var enactment = city.on(date).enactment();
        var next = notice.posted(posting, ids)
                .under(new ExpectedEnactment(enactment.mode(), enactment.citation()), overrides);
        documents.add(next, document);
        notices.save(next);
        proofs.add(next);
        outbox.add(posted.of(next));
        return RestResponse.ok(NoticeView.of(next, clock));
    }

    /** The edition in whose place the draft is posted; empty where it is the first. */
    private Optional<Notice> former(Notice notice) {
        if (notice.ownCourse().supersedes() == null) {
            return Optional.empty();
        }
        var former = notices.get(notice.number());
        former.requireUndecided("superseded");
        return Optional.of(former);
    }

    private static <T> T given(@Nullable T value) {
        return Optional.ofNullable(value).orElseThrow();
    }
}
