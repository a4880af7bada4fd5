package city.planofrecord.notice.decision;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
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
import city.planofrecord.chassis.event.Outbox;
import city.planofrecord.chassis.http.Idempotent;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Revision;
import city.planofrecord.chassis.http.Violation;
import city.planofrecord.notice.hearing.NewHearing;
import city.planofrecord.notice.hearing.RescheduledEvent;
import city.planofrecord.notice.notice.CityRules;
import city.planofrecord.notice.notice.Drafters;
import city.planofrecord.notice.notice.ItemDecision;
import city.planofrecord.notice.notice.ItemIds;
import city.planofrecord.notice.notice.Notice;
import city.planofrecord.notice.notice.NoticeStatus;
import city.planofrecord.notice.notice.NoticeView;
import city.planofrecord.notice.notice.Notices;
import city.planofrecord.notice.notice.ProposedItem;
import city.planofrecord.notice.notice.Terms;
import city.planofrecord.notice.noticerule.EffectiveDate;
import city.planofrecord.notice.posting.ItemResolution;
import city.planofrecord.notice.publishgate.NoticeCheck;
import city.planofrecord.notice.registration.Registration;

@Path("/notices/{number}/decision")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Notices")
public class DecisionResource {

    private final Notices notices;
    private final Decisions decisions;
    private final NoticeCheck check;
    private final ItemResolution resolution;
    private final Registration registration;
    private final RescheduledEvent rescheduled;
    private final Outbox outbox;
    private final Drafters drafters;
    private final CityRules city;
    private final Clock clock;

    DecisionResource(
            Notices notices,
            Decisions decisions,
            NoticeCheck check,
            ItemResolution resolution,
            Registration registration,
            RescheduledEvent rescheduled,
            Outbox outbox,
            Drafters drafters,
            CityRules city,
            Clock clock) {
        this.notices = notices;
        this.decisions = decisions;
        this.check = check;
        this.resolution = resolution;
        this.registration = registration;
        this.rescheduled = rescheduled;
        this.outbox = outbox;
        this.drafters = drafters;
        this.city = city;
        this.clock = clock;
    }

    /** What was decided, by whom and when. */
    @Schema(name = "NewDecision")
    record Body(
            @NotNull @Schema(examples = "2011-04-07", description = "The day of the decision; it may lie in the past")
            LocalDate decidedOn,

            @NotBlank @Size(max = 200) @Schema(examples = "Career Service Board")
            String body,

            @NotNull BoardDecision.Outcome outcome,

            @Nullable @Size(max = 5000) @Schema(description = "Only with BY_ITEM: every open item, once")
            List<@NotNull @Valid ItemBody> items,

            @Nullable
            @Valid
            @Schema(description = "When what is continued is heard again; it can be recorded later as a hearing, too")
            ContinuedTo continuedTo,

            @Nullable
            @Size(max = 20)
            @Schema(description = "How many voted which way", examples = "{\"for\": 5, \"against\": 0}")
            Map<@Size(max = 50) String, @NotNull @PositiveOrZero Integer> votes,

            @Nullable
            @Schema(
                    description =
                            "That the body approves before the Council enacts, by the rule that allows it. It follows from the body; said, it is refused where no rule allows it.")
            Boolean provisional) {

        BoardDecision decision() {
            return new BoardDecision(
                    decidedOn,
                    body.strip(),
                    outcome,
                    items == null
                            ? List.of()
                            : items.stream().map(ItemBody::outcomeOfItem).toList(),
                    votes);
        }
    }

    /** When and where continued items are heard again. */
    @Schema(name = "NewContinuation")
    record ContinuedTo(
            @NotNull @Schema(examples = "2011-04-21T17:00:00-06:00")
            OffsetDateTime at,

            @Nullable @Size(min = 1, max = 500) @Schema(description = "Left out where it stays")
            String place) {}

    /** From when an item counts where that is not the rule's date. */
    @Schema(name = "NewItemEffectiveDate")
    record ItemDate(
            @NotNull @Schema(examples = "2011-07-01") LocalDate date,

            @NotBlank @Size(max = 500) @Schema(examples = "Ordinance 207 of 2011", description = "What fixes the date")
            String citation) {}

    /** The outcome of one item. */
    @Schema(name = "NewItemDecision")
    record ItemBody(
            @NotNull @Schema(examples = "4") Integer item,
            @NotNull BoardDecision.OfItem outcome,

            @Nullable @Valid @Schema(description = "Terms that were approved in place of the proposed ones")
            Terms amended,

            @Nullable @Valid @Schema(description = "Only with APPROVED, and where the date is not the rule's")
            ItemDate effectiveDate) {

        BoardDecision.ItemOutcome outcomeOfItem() {
            var fixed = effectiveDate == null
                    ? null
                    : new BoardDecision.FixedDate(
                            effectiveDate.date(), effectiveDate.citation().strip());
            return new BoardDecision.ItemOutcome(item, outcome, amended, fixed);
        }
    }

    @POST
    @RolesAllowed(Roles.CLERK)
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Idempotent
    @Operation(
            summary = "Record the decision",
            description =
                    "For the clerk, who must be another than those who drafted the notice. For the whole, or by item: approved, also with other terms or from another date that is cited, denied, or "
                            + "continued, to be heard again and decided then. The publish gate runs once more on what is approved. The effective date follows "
                            + "from the rule, with its citation and steps, and the approved items go to both registers: both record "
                            + "them, or neither. GET the items to see how far they have come. Where the Council must enact them before, nothing is "
                            + "dated or recorded until it has (POST /enactments); what is approved provisionally is recorded, and still to be enacted.")
    @RequestBody(
            content =
                    @Content(
                            examples = {
                                @ExampleObject(
                                        name = "Approved as a whole",
                                        value =
                                                "{\"decidedOn\": \"2011-04-07\", \"body\": \"Career Service Board\", \"outcome\": \"APPROVED\"}"),
                                @ExampleObject(
                                        name = "By item",
                                        value =
                                                "{\"decidedOn\": \"2011-04-07\", \"body\": \"Career Service Board\", \"outcome\": \"BY_ITEM\","
                                                        + " \"items\": [{\"item\": 1, \"outcome\": \"APPROVED\"}, {\"item\": 2, \"outcome\": \"CONTINUED\"}], \"continuedTo\": {\"at\": \"2011-04-21T17:00:00-06:00\"}}")
                            }))
    @APIResponse(responseCode = "200", description = "The notice, decided")
    @APIResponse(responseCode = "400", description = "The body cannot be read or is out of bounds")
    @APIResponse(responseCode = "404", description = "There is none of that number")
    @APIResponse(
            responseCode = "409",
            description = "It was not posted, is decided or withdrawn, or waits for another hearing")
    @APIResponse(responseCode = "412", description = "If-Match was given, and it was changed since it was read")
    @APIResponse(
            responseCode = "422",
            description = "The day cannot be, an item is unknown or left out, or the gate found something")
    public RestResponse<NoticeView> decide(
            @PathParam("number") @Parameter(example = "1341") String number,
            @HeaderParam(Revision.IF_MATCH) @Parameter(description = "The ETag of the notice as it was read") @Nullable
                    String ifMatch,
            @Valid @NotNull Body body) {
        var notice = notices.lock(number);
        if (ifMatch != null) {
            Revision.of(ifMatch).requireCurrent(notice.revision());
        }
        drafters.requireAnother(number);
        DecisionTime.require(notice, body.decidedOn(), OffsetDateTime.now(clock), city.zone());
        var decision = body.decision();
        var rules = city.on(Objects.requireNonNull(notice.draft().date()));
        decision.requireFixable(rules);
        var decided = decision.on(notice, Instant.now());
        var approval = Approval.of(decision, Boolean.TRUE.equals(body.provisional()), rules);
        var approved = approved(notice, decided);
        var days = days(decided, approval.expected());
        if (approval.provisional() != null) {
            check.requireProvisionallyApprovable(notice, approved, approval.provisional());
        }
        check.requireApprovable(notice, approved, days);
        var next = notice.decided(
                decided, approval.effective(), amendedIds(notice, decided, approved, days), approval.enactment());
        notices.save(next);
        var id = decisions.add(next, decision, decided);
        var offered = registration.offer(next, id, decided);
        return RestResponse.ok(NoticeView.of(continued(offered, body), clock));
    }

    private static Map<Integer, LocalDate> days(Map<Integer, ItemDecision> decided, EffectiveDate effective) {
        var days = new TreeMap<Integer, LocalDate>();
        decided.forEach(
                (item, decision) -> decision.effectiveFrom(effective.date()).ifPresent(day -> days.put(item, day)));
        return days;
    }

    /** The notice with the hearing of what is continued, where that was named. */
    private Notice continued(Notice notice, Body body) {
        var to = body.continuedTo();
        if (to == null) {
            return notice;
        }
        if (notice.status() != NoticeStatus.CONTINUED) {
            throw Refused.invalid(List.of(Violation.at(
                    "/continuedTo",
                    "Nothing is continued by this decision.",
                    to.at().toString(),
                    "left out")));
        }
        var hearing = new NewHearing(
                "/continuedTo",
                city.local(to.at()),
                to.place() == null ? null : to.place().strip(),
                null,
                null,
                "Continued by the " + body.body().strip() + " on " + body.decidedOn());
        var rules = city.on(Objects.requireNonNull(notice.draft().date()));
        var how = hearing.of(notice, rules, Instant.now());
        var next = notice.rescheduled(how);
        notices.save(next);
        outbox.add(rescheduled.of(notice, next, how));
        return next;
    }

    @GET
    @PermitAll
    @Operation(
            summary = "Every decision on a notice",
            description =
                    "On its edition in force, in the order in which they were recorded: also those that continued items.")
    @APIResponse(responseCode = "200", description = "The decisions with body, votes and the outcome of each item")
    @APIResponse(responseCode = "404", description = "There is none of that number")
    public Decisions.History history(@PathParam("number") @Parameter(example = "1341") String number) {
        return decisions.of(notices.get(number));
    }

    private static List<ProposedItem> approved(Notice notice, Map<Integer, ItemDecision> decided) {
        var approved = new ArrayList<ProposedItem>();
        for (var item : notice.draft().items()) {
            var decision = decided.get(item.item());
            if (decision != null && decision.outcome().approves()) {
                approved.add(notice.asDecided(item, decision));
            }
        }
        return approved;
    }

    /** What an item was amended to may be another code or grade than the posting fixed. */
    private Map<Integer, ItemIds> amendedIds(
            Notice notice,
            Map<Integer, ItemDecision> decided,
            List<ProposedItem> approved,
            Map<Integer, LocalDate> days) {
        var ids = new TreeMap<Integer, ItemIds>();
        for (var item : approved) {
            var decision = decided.get(item.item());
            if (decision != null && decision.amended() != null) {
                var day = Objects.requireNonNull(days.get(item.item()));
                ids.putAll(resolution.resolve(notice.number(), List.of(item), approved, day));
            }
        }
        return ids;
    }
}
