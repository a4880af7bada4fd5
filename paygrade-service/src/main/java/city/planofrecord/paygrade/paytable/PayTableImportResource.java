package city.planofrecord.paygrade.paytable;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.narayana.jta.QuarkusTransaction;
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

import city.planofrecord.chassis.http.BodyLimit;
import city.planofrecord.chassis.http.Idempotent;
import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;
import city.planofrecord.chassis.ledger.Authority;

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
     * @param rows in the table; those that said what was so already changed nothing
     */
    @Schema(name = "PayTableImport")
    public record Answer(int grades, int established, int amended, int rows, boolean dryRun, String message) {

        static Answer of(PayTableImport.Done done, boolean dryRun) {
            return new Answer(
                    done.grades(), done.established(), done.amended(), done.rows(), dryRun, message(done, dryRun));
        }

        private static String message(PayTableImport.Done done, boolean dryRun) {
            if (done.established() + done.amended() == 0) {
                return "The plan says all of this already; nothing was changed.";
            }
            return dryRun ? "Nothing was stored; this is what would be." : "The table was recorded.";
        }
    }

    @POST
    @Consumes("text/csv")
    @Transactional
    @Idempotent
    @BodyLimit(BodyLimit.IMPORT)
    @Operation(
            summary = "Record a pay table",
            description =
                    "One row for each grade and date; columns Grade, Effective from, Minimum, Maximum and, where there are, "
                            + "Midpoint, Basis, Currency, in any order. The first row of an unknown grade establishes it, later ones amend "
                            + "its range; rows that say what is so already do nothing. All or nothing.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "text/csv",
                            schema = @Schema(implementation = String.class),
                            examples =
                                    @ExampleObject(
                                            name = "two rows",
                                            value =
                                                    "Grade,Effective from,Minimum,Maximum\n616-S,2030-01-06,\"$36,724\",\"$53,604\"\n616-S,2031-01-05,37826.00,55212.00\n")))
    @APIResponse(responseCode = "201", description = "What was recorded")
    @APIResponse(
            responseCode = "200",
            description = "Nothing was stored: a dry run, or the plan said all of it already")
    @APIResponse(responseCode = "400", description = "A parameter is missing or cannot be read")
    @APIResponse(responseCode = "409", description = "A decided notice holds one of the grades")
    @APIResponse(responseCode = "413", description = "The body is larger than 10 MB")
    @APIResponse(responseCode = "415", description = "The body is not text/csv")
    @APIResponse(responseCode = "422", description = "A cell is wrong; each violation names line and column")
    public RestResponse<Answer> record(
            byte[] csv,
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
            @QueryParam("dryRun") @Parameter(description = "true: judge it, store nothing", example = "true") @Nullable
                    Boolean dryRun) {
        var by = authority(authority, citation, decidedOn, reason);
        var table = PayTable.read(text(csv), new PayTableDefaults(Optional.ofNullable(effectiveFrom)));
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

    private static String text(byte[] csv) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(csv))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Refused(
                    ProblemKind.UNREADABLE_DOCUMENT, "The pay table is not UTF-8 text. Export it as CSV in UTF-8.");
        }
    }
}
