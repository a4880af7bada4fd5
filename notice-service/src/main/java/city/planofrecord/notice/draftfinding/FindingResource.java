package city.planofrecord.notice.draftfinding;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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
import city.planofrecord.chassis.http.Idempotent;
import city.planofrecord.chassis.http.Revision;
import city.planofrecord.notice.notice.DraftFinding;
import city.planofrecord.notice.notice.Notice;
import city.planofrecord.notice.notice.NoticeView;
import city.planofrecord.notice.notice.Notices;
import city.planofrecord.notice.notice.Settlement;

@Path("/notices/{number}/findings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Drafts", description = "What a draft was read from, and the doubts about it")
public class FindingResource {

    private static final String ACTOR = "analyst";

    private final Notices notices;
    private final Clock clock;

    FindingResource(Notices notices, Clock clock) {
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * How a finding is settled.
     *
     * @param reason required for what is accepted
     */
    @Schema(name = "NewFindingSettlement")
    record Body(
            @NotNull @Schema(examples = "ACCEPTED") Settlement.How how,

            @Nullable
            @Size(max = 2000)
            @Schema(
                    examples = "The month is all that the department's file has.",
                    description = "Required for what is accepted")
            String reason) {}

    /** How several findings are settled at once. */
    @Schema(name = "NewFindingSettlements")
    record Bodies(
            @NotEmpty @Size(max = 1000) @Schema(examples = "[1, 2]")
            List<@NotNull Integer> findings,

            @NotNull @Schema(examples = "ACCEPTED") Settlement.How how,

            @Nullable
            @Size(max = 2000)
            @Schema(
                    examples = "The month is all that the department's file has.",
                    description = "Required for what is accepted")
            String reason) {}

    /** The findings of a notice. */
    @Schema(name = "NoticeFindings")
    record Found(
            List<DraftFinding> items,
            long total,

            @Schema(examples = "2", description = "How many of all must be settled before it can be posted")
            long open) {}

    @GET
    @RolesAllowed({Roles.ANALYST, Roles.DIRECTOR, Roles.CLERK})
    @Operation(
            summary = "What was read with doubt",
            description =
                    "For the analyst. Of the draft, where there is one: every finding of the readers, each with its number, and how it was settled. "
                            + "An ERROR or a WARNING that is not settled keeps the draft from being posted; an INFO tells how a fact was reached.")
    @APIResponse(responseCode = "200", description = "The findings in their order")
    @APIResponse(responseCode = "400", description = "A parameter is unknown or cannot be read")
    @APIResponse(responseCode = "404", description = "There is none of that number")
    public Found all(
            @PathParam("number") @Parameter(example = "1341") String number,
            @QueryParam("settled")
                    @Parameter(
                            description = "true: only those that are settled; false: only those that are not",
                            example = "false")
                    @Nullable
                    Boolean settled) {
        var findings = notices.working(number).draft().findings();
        var listed = findings.stream()
                .filter(finding -> settled == null || settled == finding.isSettled())
                .toList();
        return new Found(
                listed,
                listed.size(),
                findings.stream().filter(DraftFinding::isOpen).count());
    }

    @POST
    @Path("{finding}/settlement")
    @RolesAllowed(Roles.ANALYST)
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Idempotent
    @Operation(
            summary = "Settle a doubt",
            description =
                    "For the analyst, while it is a draft. FIXED: the draft or its document was mended. ACCEPTED: it stays as it is, "
                            + "for the reason given; an ERROR cannot be accepted. Settled findings stay on the record, and one "
                            + "can be settled anew.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "A date without a day",
                                            value =
                                                    "{\"how\": \"ACCEPTED\", \"reason\": \"The month is all that the department's file has.\"}")))
    @APIResponse(responseCode = "200", description = "The draft as it is now")
    @APIResponse(responseCode = "400", description = "The body cannot be read or is out of bounds")
    @APIResponse(responseCode = "404", description = "There is no notice or no finding of that number")
    @APIResponse(responseCode = "409", description = "It is no draft any more")
    @APIResponse(responseCode = "412", description = "If-Match was given, and it was changed since it was read")
    @APIResponse(responseCode = "422", description = "An error cannot be accepted, or the reason is missing")
    public RestResponse<NoticeView> settle(
            @PathParam("number") @Parameter(example = "1341") String number,
            @PathParam("finding") @Parameter(example = "1") int finding,
            @HeaderParam(Revision.IF_MATCH) @Parameter(description = "The ETag of the draft as it was read") @Nullable
                    String ifMatch,
            @Valid @NotNull Body body) {
        var notice = lockDraft(number, ifMatch);
        new Settling(notice.draft().findings()).get(finding);
        return settled(notice, List.of(finding), body.how(), body.reason());
    }

    @POST
    @Path("settlement")
    @RolesAllowed(Roles.ANALYST)
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Idempotent
    @Operation(
            summary = "Settle several doubts alike",
            description = "For the analyst, while it is a draft. As for one finding; all of them or none are settled.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "Two dates without a day",
                                            value =
                                                    "{\"findings\": [1, 2], \"how\": \"ACCEPTED\", \"reason\": \"The month is all that the department's file has.\"}")))
    @APIResponse(responseCode = "200", description = "The draft as it is now")
    @APIResponse(responseCode = "400", description = "The body cannot be read or is out of bounds")
    @APIResponse(responseCode = "404", description = "There is none of that number")
    @APIResponse(responseCode = "409", description = "It is no draft any more")
    @APIResponse(responseCode = "412", description = "If-Match was given, and it was changed since it was read")
    @APIResponse(
            responseCode = "422",
            description = "There is no such finding, an error cannot be accepted, or the reason is missing")
    public RestResponse<NoticeView> settleAll(
            @PathParam("number") @Parameter(example = "1341") String number,
            @HeaderParam(Revision.IF_MATCH) @Parameter(description = "The ETag of the draft as it was read") @Nullable
                    String ifMatch,
            @Valid @NotNull Bodies body) {
        return settled(lockDraft(number, ifMatch), body.findings(), body.how(), body.reason());
    }

    @DELETE
    @Path("{finding}/settlement")
    @RolesAllowed(Roles.ANALYST)
    @Transactional
    @Operation(
            summary = "Open a doubt again",
            description = "For the analyst, while it is a draft: the finding was settled by mistake.")
    @APIResponse(responseCode = "200", description = "The draft as it is now")
    @APIResponse(responseCode = "404", description = "There is no notice or no finding of that number")
    @APIResponse(responseCode = "409", description = "It is no draft any more")
    @APIResponse(responseCode = "412", description = "If-Match was given, and it was changed since it was read")
    public RestResponse<NoticeView> reopen(
            @PathParam("number") @Parameter(example = "1341") String number,
            @PathParam("finding") @Parameter(example = "1") int finding,
            @HeaderParam(Revision.IF_MATCH) @Parameter(description = "The ETag of the draft as it was read") @Nullable
                    String ifMatch) {
        var notice = lockDraft(number, ifMatch);
        return saved(notice, new Settling(notice.draft().findings()).reopen(finding));
    }

    private Notice lockDraft(String number, @Nullable String ifMatch) {
        var notice = notices.lockWorking(number);
        if (ifMatch != null) {
            Revision.of(ifMatch).requireCurrent(notice.revision());
        }
        notice.requireDraft();
        return notice;
    }

    private RestResponse<NoticeView> settled(
            Notice notice, Collection<Integer> findings, Settlement.How how, @Nullable String said) {
        var reason = said == null || said.isBlank() ? null : said.strip();
        var settlement = new Settlement(how, reason, ACTOR, Instant.now());
        return saved(notice, new Settling(notice.draft().findings()).settle(findings, settlement));
    }

    private RestResponse<NoticeView> saved(Notice notice, List<DraftFinding> findings) {
        var next = notice.redrafted(notice.draft().withFindings(findings));
        notices.save(next);
        return RestResponse.ok(NoticeView.of(next, clock));
    }
}
