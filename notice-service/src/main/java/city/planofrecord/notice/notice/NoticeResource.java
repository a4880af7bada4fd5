package city.planofrecord.notice.notice;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

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
import city.planofrecord.chassis.http.Page;
import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Revision;
import city.planofrecord.chassis.http.Violation;

@Path("/notices")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Notices", description = "Classification notices, from draft to decision")
public class NoticeResource {

    private final Notices notices;
    private final NoticeSearch search;
    private final Mendings mendings;
    private final CityRules city;
    private final Desk desk;
    private final Clock clock;

    NoticeResource(Notices notices, NoticeSearch search, Mendings mendings, CityRules city, Desk desk, Clock clock) {
        this.notices = notices;
        this.search = search;
        this.mendings = mendings;
        this.city = city;
        this.desk = desk;
        this.clock = clock;
    }

    @GET
    @PermitAll
    @Operation(
            summary = "Find notices",
            description =
                    "The latest recorded first, each with its edition. Superseded editions are listed only with that status. Filters are combined; without any, every notice is listed. Drafts are listed for analyst, director and clerk.")
    @APIResponse(responseCode = "200", description = "A page; Link leads to the next")
    @APIResponse(responseCode = "400", description = "A parameter is unknown or cannot be read")
    public RestResponse<Page<NoticeSummary>> list(
            @QueryParam("status") @Parameter(description = "Where it stands in its life", example = "POSTED") @Nullable
                    NoticeStatus status,
            @QueryParam("openForComment")
                    @Parameter(
                            description = "true: comments are taken now, by the city's clock; false: they are not",
                            example = "true")
                    @Nullable
                    Boolean openForComment,
            @QueryParam("jobCode")
                    @Parameter(
                            description =
                                    "A job code that it names, present or proposed, in place of another or into another",
                            example = "CA2434")
                    @Nullable
                    String jobCode,
            @QueryParam("grade")
                    @Parameter(description = "A grade that it names, in either notation", example = "613-A")
                    @Nullable
                    String grade,
            @QueryParam("q")
                    @Parameter(description = "Words of its subject, summary or titles", example = "contact center")
                    @Nullable
                    String q,
            @QueryParam("postedFrom")
                    @Parameter(description = "Posted on that day or later", example = "2011-03-01")
                    @Nullable
                    LocalDate postedFrom,
            @QueryParam("postedUntil")
                    @Parameter(description = "Posted on that day or earlier", example = "2011-03-31")
                    @Nullable
                    LocalDate postedUntil,
            @QueryParam("hearingFrom")
                    @Parameter(description = "Heard on that day or later", example = "2011-04-03")
                    @Nullable
                    LocalDate hearingFrom,
            @QueryParam("hearingUntil")
                    @Parameter(description = "Heard on that day or earlier", example = "2011-04-09")
                    @Nullable
                    LocalDate hearingUntil,
            @QueryParam("deadlineFrom")
                    @Parameter(
                            description = "Comments or requests to speak close on that day or later",
                            example = "2011-04-03")
                    @Nullable
                    LocalDate deadlineFrom,
            @QueryParam("deadlineUntil")
                    @Parameter(
                            description = "Comments or requests to speak close on that day or earlier",
                            example = "2011-04-09")
                    @Nullable
                    LocalDate deadlineUntil,
            @QueryParam("from")
                    @Parameter(
                            description =
                                    "Posted, heard, or closing for comments or requests to speak on that day or later; with until, what falls in a week",
                            example = "2011-04-03")
                    @Nullable
                    LocalDate from,
            @QueryParam("until")
                    @Parameter(description = "The same on that day or earlier", example = "2011-04-09")
                    @Nullable
                    LocalDate until,
            @QueryParam("limit") @Parameter(description = "At most so many, 1 to 500. Default: 100.") @Nullable
                    Integer limit,
            @QueryParam("after") @Parameter(description = "Cursor from the Link of the page before") @Nullable
                    UUID after,
            @Context UriInfo uri) {
        var wanted = new NoticeSearch.Wanted(
                status,
                openForComment,
                jobCode,
                canonical(grade),
                q,
                postedFrom,
                postedUntil,
                desk.seesDrafts(),
                new NoticeSearch.Days(hearingFrom, hearingUntil),
                new NoticeSearch.Days(deadlineFrom, deadlineUntil),
                new NoticeSearch.Days(from, until),
                clock.instant(),
                city.zone());
        var found = search.find(wanted, after, Page.limit(limit));
        var next = found.next();
        return new Page<>(found.notices(), found.total()).answer(uri, next == null ? null : next.toString());
    }

    private static @Nullable String canonical(@Nullable String grade) {
        return grade == null
                ? null
                : GradeName.parse(grade)
                        .map(GradeName::canonical)
                        .orElseThrow(() -> new Refused(
                                ProblemKind.MALFORMED,
                                "'" + grade + "' is no grade such as 613-A or A-613.",
                                List.of(Violation.ofParameter("grade", "is no grade", grade, "613-A or A-613"))));
    }

    @GET
    @Path("{number}")
    @PermitAll
    @Operation(
            summary = "A notice",
            description =
                    "What it proposes, its deadlines, and for each item what was decided and how far it has come. Where an error of it was mended "
                            + "after its approval, mendedBy lists the notices and the corrections of the registers that did; mends "
                            + "lists the notices whose errors it mends itself. As text/plain and as PDF it is the "
                            + "sheet for the bulletin board, which is made at the posting and stays as it was posted. How its document was "
                            + "read (findings, sources) is told to analyst, director and clerk only, also once it is posted.")
    @APIResponse(
            responseCode = "200",
            description = "The notice, or its sheet",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = NoticeView.class)),
                @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(implementation = String.class)),
                @Content(
                        mediaType = "application/pdf",
                        schema = @Schema(implementation = String.class, format = "binary"))
            })
    @APIResponse(responseCode = "400", description = "A parameter is unknown or cannot be read")
    @APIResponse(responseCode = "404", description = "There is none of that number, or no such edition")
    @APIResponse(responseCode = "406", description = "It is to be had as JSON, text and PDF only")
    public NoticeView one(
            @PathParam("number") @Parameter(example = "1341") String number,
            @QueryParam("edition")
                    @Parameter(
                            description =
                                    "Which posting under the number. Default: the last that was posted, or the draft.",
                            example = "1")
                    @Nullable
                    Integer edition) {
        var notice = edition == null ? notices.get(number) : notices.get(number, edition);
        return NoticeView.of(notice, clock, mendings.of(notice), showsHowItWasRead(notice));
    }

    /** Doubts about a document are for the desk, also after they were settled and the notice was posted. */
    private boolean showsHowItWasRead(Notice notice) {
        var nothing =
                notice.draft().findings().isEmpty() && notice.draft().sources().isEmpty();
        return nothing || desk.seesDrafts();
    }

    @POST
    @RolesAllowed(Roles.ANALYST)
    @Consumes(MediaType.APPLICATION_JSON)
    @BodyLimit(BodyLimit.IMPORT)
    @Transactional
    @Idempotent
    @Operation(
            summary = "Draft a notice by hand",
            description = "A draft may be incomplete; the check lists what its posting still needs.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "A notice of one change",
                                            value =
                                                    "{\"number\": \"2002\", \"to\": \"Agency Heads and Employees\", \"from\": \"The Director\","
                                                            + " \"date\": \"2011-03-23\", \"subject\": \"Proposed Change to the Classification and Pay Plan\","
                                                            + " \"summary\": [\"One class is to be renamed.\"], \"items\": [{\"kind\": \"REVISE\","
                                                            + " \"present\": {\"jobCode\": \"CS2374\", \"title\": \"3-1-1 Customer Service Specialist\"},"
                                                            + " \"proposed\": {\"title\": \"311 Customer Service Specialist\"}}],"
                                                            + " \"hearing\": {\"at\": \"2011-04-07T17:00:00-06:00\", \"place\": \"The Board Room\"},"
                                                            + " \"comments\": {\"until\": \"2011-04-06T08:00:00-06:00\", \"to\": {\"name\": \"The Clerk\"}},"
                                                            + " \"speakers\": {\"until\": \"2011-04-05T12:00:00-06:00\", \"contact\": {\"name\": \"The Clerk\"}}}")))
    @APIResponse(responseCode = "201", description = "The draft, and where it is")
    @APIResponse(responseCode = "400", description = "The body cannot be read or is out of bounds")
    @APIResponse(responseCode = "409", description = "The number is taken")
    @APIResponse(responseCode = "422", description = "Items are not numbered in their order")
    @APIResponse(
            responseCode = "503",
            description = "Two imports are being worked on already; Retry-After says when to come again")
    public RestResponse<NoticeView> draft(@Valid @NotNull DraftBody body) {
        var notice = Notice.drafted(Ids.next(), body.draft(city));
        notices.add(notice);
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, NoticeView.of(notice, clock))
                .location(URI.create("/notices/" + notice.number()))
                .build();
    }

    @PUT
    @Path("{number}")
    @RolesAllowed(Roles.ANALYST)
    @Consumes(MediaType.APPLICATION_JSON)
    @BodyLimit(BodyLimit.IMPORT)
    @Transactional
    @Operation(
            summary = "Replace a draft",
            description = "The body is the whole draft. What was read from its document with doubt stays listed.")
    @APIResponse(responseCode = "200", description = "The draft as it is now")
    @APIResponse(responseCode = "400", description = "The body cannot be read or is out of bounds")
    @APIResponse(responseCode = "404", description = "There is none of that number")
    @APIResponse(responseCode = "409", description = "It is no draft any more")
    @APIResponse(responseCode = "412", description = "It was changed since it was read")
    @APIResponse(responseCode = "422", description = "The number in the body is another")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    @APIResponse(
            responseCode = "503",
            description = "Two imports are being worked on already; Retry-After says when to come again")
    public NoticeView replace(
            @PathParam("number") @Parameter(example = "1341") String number,
            @HeaderParam(Revision.IF_MATCH) @Parameter(description = "The ETag of the draft as it was read") @Nullable
                    String ifMatch,
            @Valid @NotNull DraftBody body) {
        var expected = Revision.of(ifMatch);
        var notice = notices.lockWorking(number);
        expected.requireCurrent(notice.revision());
        var next = notice.redrafted(body.replacing(notice.draft(), city));
        notices.save(next);
        return NoticeView.of(next, clock);
    }

    @DELETE
    @Path("{number}")
    @RolesAllowed(Roles.ANALYST)
    @Transactional
    @Operation(summary = "Delete a draft", description = "Only a draft: what was posted stays readable for ever.")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "404", description = "There is none of that number")
    @APIResponse(responseCode = "409", description = "It is no draft any more")
    @APIResponse(responseCode = "412", description = "It was changed since it was read")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public void delete(
            @PathParam("number") @Parameter(example = "1341") String number,
            @HeaderParam(Revision.IF_MATCH) @Parameter(description = "The ETag of the draft as it was read") @Nullable
                    String ifMatch) {
        var expected = Revision.of(ifMatch);
        var notice = notices.lockWorking(number);
        expected.requireCurrent(notice.revision());
        notice.requireDraft();
        notices.remove(notice);
    }
}
