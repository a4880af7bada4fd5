package city.planofrecord.paygrade.paytable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
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
import city.planofrecord.chassis.http.BodyLimit;
import city.planofrecord.chassis.http.Idempotent;
import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;
import city.planofrecord.chassis.ledger.Authority;
import city.planofrecord.chassis.timeline.ActKind;
import city.planofrecord.paygrade.payrange.PayRangeView;

/** Takes pay tables. */
@Path("/pay-table-imports")
@Tag(name = "Imports", description = "Whole tables and timelines, all or nothing")
@Produces(MediaType.APPLICATION_JSON)
public class PayTableImportResource {

    private static final int LONGEST = 500;

    private final PayTableImport imports;

    PayTableImportResource(PayTableImport imports) {
        this.imports = imports;
    }

    /**
     * What an import did.
     *
     * @param grades in the table
     * @param established of them, those that were new
     * @param amended acts on ranges
     * @param rows in the table
     * @param unchanged of them, those that said what was so already
     * @param differences from the plan as it was, in the order of the file
     */
    @Schema(name = "PayTableImport")
    public record Answer(
            int grades,
            int established,
            int amended,
            int rows,
            int unchanged,
            boolean dryRun,
            String message,
            List<Difference> differences) {

        static Answer of(PayTableImport.Done done, boolean dryRun) {
            return new Answer(
                    done.grades(),
                    done.established(),
                    done.amended(),
                    done.rows(),
                    done.rows() - done.steps().size(),
                    dryRun,
                    message(done, dryRun),
                    done.steps().stream().map(Difference::of).toList());
        }

        private static String message(PayTableImport.Done done, boolean dryRun) {
            if (done.established() + done.amended() == 0) {
                return "The plan says all of this already; nothing was changed.";
            }
            return dryRun ? "Nothing was stored; this is what would be." : "The table was recorded.";
        }
    }

    /**
     * What a row changes.
     *
     * @param line of the file
     * @param effectiveUntil exclusive end of the range after it; absent where there is no end
     * @param kind ESTABLISHED where the grade begins with it, else AMENDED
     * @param before the range of that day before the import; absent where there was none
     * @param after absent where the grade begins without a range
     */
    @Schema(name = "PayTableDifference")
    public record Difference(
            long line,
            @Schema(examples = "616-S") String grade,
            LocalDate effectiveFrom,
            @Nullable LocalDate effectiveUntil,
            ActKind kind,
            @Nullable PayRangeView before,
            @Nullable PayRangeView after) {

        static Difference of(ImportedGrade.Step step) {
            return new Difference(
                    step.row().line(),
                    step.row().grade().canonical(),
                    step.row().effectiveFrom(),
                    step.until().orElse(null),
                    step.kind(),
                    step.before().map(PayRangeView::of).orElse(null),
                    step.row().range().map(PayRangeView::of).orElse(null));
        }
    }

    @POST
    @RolesAllowed(Roles.ANALYST)
    @Consumes({"text/csv", Workbook.TYPE})
    @Transactional
    @Idempotent
    @BodyLimit(BodyLimit.IMPORT)
    @Operation(
            summary = "Record a pay table",
            description =
                    "CSV or XLSX. One row for each grade and date; columns Grade, Effective from, Minimum, Maximum and, where there "
                            + "are, Schedule, Midpoint, Basis, Currency, in any order and usual spelling; money as people write it. The "
                            + "first row of an unknown grade establishes it, later ones amend its range; rows that say what is so already "
                            + "do nothing. All or nothing. The answer, also of a dry run, shows for each grade and date what was so and "
                            + "what is. A row holds until the grade's next; where it says until when (Effective until), that must come out "
                            + "so. The columns of a snapshot of pay grades that a table lacks are passed over, other unknown ones refused. "
                            + "At most 5,000 rows, 200 of a grade, 10 MB.")
    @RequestBody(
            content = {
                @Content(
                        mediaType = "text/csv",
                        schema = @Schema(implementation = String.class),
                        examples =
                                @ExampleObject(
                                        name = "two rows",
                                        value =
                                                "Grade,Effective from,Minimum,Maximum\n616-S,2030-01-06,\"$36,724\",\"$53,604\"\n616-S,2031-01-05,37826.00,55212.00\n")),
                @Content(mediaType = Workbook.TYPE, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "201", description = "What was recorded")
    @APIResponse(
            responseCode = "200",
            description = "Nothing was stored: a dry run, or the plan said all of it already")
    @APIResponse(responseCode = "400", description = "A parameter is missing or cannot be read")
    @APIResponse(responseCode = "409", description = "A decided notice holds one of the grades")
    @APIResponse(responseCode = "413", description = "The body is larger than 10 MB, or the table has too many rows")
    @APIResponse(responseCode = "415", description = "The body is neither text/csv nor XLSX")
    @APIResponse(
            responseCode = "422",
            description = "The file cannot be read, or a cell is wrong; each violation names line and column")
    @APIResponse(
            responseCode = "503",
            description = "Two imports are being worked on already; Retry-After says when to come again")
    public RestResponse<Answer> record(
            byte[] file,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true) String contentType,
            @QueryParam("authority") @Parameter(description = "What allows it", example = "ORDINANCE")
                    Authority.@Nullable Kind authority,
            @QueryParam("citation") @Parameter(example = "Ordinance 2029-1204") @Nullable String citation,
            @QueryParam("decidedOn")
                    @Parameter(description = "With it rows may speak of past dates", example = "2029-11-19")
                    @Nullable
                    LocalDate decidedOn,
            @QueryParam("reason") @Parameter(example = "Yearly adjustment of the pay tables") @Nullable String reason,
            @QueryParam("effectiveFrom")
                    @Parameter(description = "For rows that have no date of their own", example = "2030-01-06")
                    @Nullable
                    LocalDate effectiveFrom,
            @QueryParam("sheet")
                    @Parameter(description = "Name of the sheet of a workbook. Default: the first.")
                    @Nullable
                    String sheet,
            @QueryParam("dryRun")
                    @Parameter(description = "true: show the difference from the plan, store nothing", example = "true")
                    @Nullable
                    Boolean dryRun) {
        var by = authority(authority, citation, decidedOn, reason);
        var rows = rows(file, contentType, sheet);
        var table = PayTable.read(rows, new PayTableDefaults(Optional.ofNullable(effectiveFrom)));
        var done = imports.record(table, by, reason == null ? "" : reason.strip());
        var dry = Boolean.TRUE.equals(dryRun);
        if (dry) {
            QuarkusTransaction.setRollbackOnly();
        }
        var stored = !dry && done.established() + done.amended() > 0;
        return RestResponse.ResponseBuilder.<Answer>create(stored ? 201 : 200)
                .entity(Answer.of(done, dry))
                .build();
    }

    private static Authority authority(
            Authority.@Nullable Kind kind,
            @Nullable String citation,
            @Nullable LocalDate decidedOn,
            @Nullable String reason) {
        var violations = new ArrayList<Violation>();
        if (kind == null) {
            violations.add(Violation.ofParameter("authority", "is missing", null, "such as ORDINANCE"));
        }
        requireText("citation", citation, violations);
        requireText("reason", reason, violations);
        if (kind == null || citation == null || !violations.isEmpty()) {
            throw new Refused(
                    ProblemKind.MALFORMED,
                    "An import says by what authority and why; the violations name what is missing.",
                    violations);
        }
        return new Authority(kind, null, null, citation.strip(), decidedOn);
    }

    private static void requireText(String name, @Nullable String text, List<Violation> violations) {
        if (text == null || text.isBlank()) {
            violations.add(Violation.ofParameter(name, "is missing", null, "1 to " + LONGEST + " characters"));
        } else if (text.length() > LONGEST) {
            violations.add(Violation.ofParameter(
                    name, "is too long", text.length() + " characters", "1 to " + LONGEST + " characters"));
        }
    }

    private static List<TableRow> rows(byte[] file, String contentType, @Nullable String sheet) {
        if (contentType.startsWith(Workbook.TYPE)) {
            return Workbook.rows(file, sheet);
        }
        if (sheet != null) {
            throw new Refused(
                    ProblemKind.MALFORMED,
                    "A CSV has no sheets.",
                    List.of(Violation.ofParameter("sheet", "is only for workbooks", sheet, "left out")));
        }
        return CsvTable.rows(TableText.of(file, contentType));
    }
}
