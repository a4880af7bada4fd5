package city.planofrecord.notice.noticeimport;

import java.net.URI;
import java.time.Clock;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
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
import city.planofrecord.chassis.document.DocumentReader;
import city.planofrecord.chassis.event.Ids;
import city.planofrecord.chassis.http.BodyLimit;
import city.planofrecord.chassis.http.Idempotent;
import city.planofrecord.notice.draftdocument.DocumentIntake;
import city.planofrecord.notice.draftdocument.DraftDocuments;
import city.planofrecord.notice.draftdocument.HandedIn;
import city.planofrecord.notice.notice.CityRules;
import city.planofrecord.notice.notice.Draft;
import city.planofrecord.notice.notice.Notice;
import city.planofrecord.notice.notice.NoticeView;
import city.planofrecord.notice.notice.Notices;

@Path("/notice-imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports", description = "Notices from the documents they are written in")
public class NoticeImportResource {

    private static final String CSV = "text/csv";

    private final DocumentIntake intake;
    private final NoticeDocumentReader reader;
    private final DraftDocuments documents;
    private final Notices notices;
    private final CityRules city;
    private final Clock clock;

    NoticeImportResource(
            DocumentIntake intake,
            NoticeDocumentReader reader,
            DraftDocuments documents,
            Notices notices,
            CityRules city,
            Clock clock) {
        this.intake = intake;
        this.reader = reader;
        this.documents = documents;
        this.notices = notices;
        this.city = city;
        this.clock = clock;
    }

    @POST
    @RolesAllowed(Roles.ANALYST)
    @Consumes({DocumentReader.TEXT, DocumentReader.MARKDOWN, DocumentReader.PDF, DocumentReader.DOCX, CSV})
    @BodyLimit(BodyLimit.IMPORT)
    @Transactional
    @Idempotent
    @Operation(
            summary = "Draft a notice from its document",
            description =
                    "The document is the body, its kind the Content-Type. Attached specifications are read too and joined to their "
                            + "items by title. What was doubtful is listed in findings. A document with an error, such as torn "
                            + "columns of unequal length, is refused with all its findings, and nothing is stored. "
                            + "Items alone come as CSV in UTF-8, one row for each, of up to 5,000; what the notice says beside them "
                            + "are query parameters then. Columns are found by their header, in any order: item, kind, present job "
                            + "code, present title, present grade, present minimum, present maximum, present schedule, proposed job "
                            + "code, proposed title, proposed grade, proposed schedule, schedule name, minimum, maximum, basis, "
                            + "currency, in place of, into, flsa status, flsa exemption, occupational group, series, grade is new (yes where the "
                            + "class goes to the grade that the table establishes under the name of its present one). Kind is "
                            + "required; several job codes in one cell stand apart by a semicolon; a leading apostrophe is the "
                            + "spreadsheet's. A table with a cell that cannot be read is refused with a finding for each, with line "
                            + "and column.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = CSV,
                        schema = @Schema(implementation = String.class),
                        examples = @ExampleObject(name = "Two items", value = """
                                                    item,kind,present job code,present title,proposed title,proposed job code,proposed grade
                                                    1,REVISE,CS2154,3-1-1 Customer Service Agent,311 Customer Service Agent,,
                                                    2,ESTABLISH,,,311 Operations Analyst,CA9433,809-A
                                                    """)),
                @Content(
                        mediaType = "text/plain",
                        schema = @Schema(implementation = String.class),
                        examples = @ExampleObject(name = "A notice of one change", value = """
                                                    POSTING IS REQUIRED

                                                    Classification Notice No. 2001

                                                    To: Agency Heads and Employees
                                                    From: The Director
                                                    Date: March 23, 2011
                                                    Subject: Proposed Change to the Classification and Pay Plan

                                                    One class is to be renamed.

                                                    REVISED CLASS SPECIFICATIONS INCLUDING TITLE CHANGES

                                                    Job Code:\tCurrent Classification Title:\tProposed Classification Title
                                                    CS2154\t3-1-1 Customer Service Agent\t311 Customer Service Agent

                                                    The scheduled time for the public hearing is Thursday April 7, 2011 5:00 p.m. in the Board Room.

                                                    Note: Please submit any questions or comments in writing to A. Clerk by 8:00 a.m. on Wednesday, April 6, 2011.

                                                    If anyone wishes to be heard by the Board on this item, please call A. Clerk at (720) 555-0168 no later than noon on Tuesday, April 5, 2011.
                                                    """))
            })
    @APIResponse(responseCode = "201", description = "The draft, and where it is")
    @APIResponse(responseCode = "200", description = "With dryRun: the draft as it would be; nothing is stored")
    @APIResponse(responseCode = "400", description = "A parameter is unknown or cannot be read")
    @APIResponse(responseCode = "409", description = "There is a notice of that number")
    @APIResponse(responseCode = "413", description = "The document is larger than is read")
    @APIResponse(responseCode = "415", description = "Documents of that type are not read")
    @APIResponse(
            responseCode = "422",
            description = "It is no notice, or cannot be read with certainty; the findings say why")
    @APIResponse(
            responseCode = "503",
            description =
                    "The attached specifications cannot be read now, or two imports are being worked on already; nothing was stored")
    public RestResponse<NoticeView> read(
            @QueryParam("dryRun") @Parameter(description = "Only show the draft. Default: false.") @Nullable
                    Boolean dryRun,
            @BeanParam TableTerms terms,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true) @Nullable String contentType,
            byte[] document) {
        var read = read(terms, contentType == null ? DocumentReader.TEXT : contentType, document);
        var notice = Notice.drafted(Ids.next(), read.draft());
        if (Boolean.TRUE.equals(dryRun)) {
            return RestResponse.ok(NoticeView.of(notice, clock));
        }
        notices.add(notice);
        documents.add(notice, read.document());
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, NoticeView.of(notice, clock))
                .location(URI.create("/notices/" + notice.number()))
                .build();
    }

    private record Read(Draft draft, HandedIn document) {}

    private Read read(TableTerms terms, String contentType, byte[] document) {
        if (MediaType.valueOf(contentType).isCompatible(MediaType.valueOf(CSV))) {
            var table = ItemTable.read(document);
            return new Read(terms.draft(table, city), HandedIn.of(document, contentType, table.lines()));
        }
        terms.requireNone();
        var handedIn = intake.take(document, contentType);
        return new Read(reader.read(handedIn.lines()), handedIn);
    }
}
