package city.planofrecord.notice.recipient;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.access.Roles;
import city.planofrecord.chassis.http.Page;
import city.planofrecord.chassis.snapshot.SpreadsheetCell;
import city.planofrecord.notice.correspondence.NotKept;
import city.planofrecord.notice.notice.PublicNotices;

@Path("/notices/{number}/recipients")
@Tag(name = "Recipients", description = "Whom the city's mail system tells of changes")
public class RecipientResource {

    private static final String CSV = "text/csv";

    private final PublicNotices notices;
    private final Recipients recipients;

    RecipientResource(PublicNotices notices, Recipients recipients) {
        this.notices = notices;
        this.recipients = recipients;
    }

    @GET
    @RolesAllowed({Roles.CLERK, Roles.AUDITOR})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Whom to tell of changes of a notice",
            description =
                    "Personal data, for clerk and auditor only: everybody who asked to speak, and who left a telephone number or an "
                            + "address with a comment, through all editions, each once. With Accept: text/csv all of them as a "
                            + "table for the city's mail system, whose cells no spreadsheet takes for formulas.")
    @APIResponse(responseCode = "200", description = "A page; Link leads to the next. The table is whole.")
    @APIResponse(responseCode = "400", description = "A parameter is unknown or cannot be read")
    @APIResponse(responseCode = "404", description = "No notice of that number was posted")
    @APIResponse(responseCode = "406", description = "Neither form is accepted")
    public RestResponse<Page<Recipient>> page(
            @PathParam("number") @Parameter(example = "1341") String number,
            @QueryParam("limit") @Parameter(description = "At most so many, 1 to 500. Default: 100.") @Nullable
                    Integer limit,
            @QueryParam("after") @Parameter(description = "Cursor from the Link of the page before") @Nullable
                    UUID after,
            @Context UriInfo uri) {
        notices.get(number);
        return NotKept.of(recipients.of(number, after, Page.limit(limit)).answer(uri));
    }

    @GET
    @RolesAllowed({Roles.CLERK, Roles.AUDITOR})
    @Produces(CSV)
    @Operation(summary = "Whom to tell of changes of a notice, as a table")
    @APIResponse(
            responseCode = "200",
            description = "Name, telephone number, address, and as what they wrote",
            content = @Content(mediaType = CSV, schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "404", description = "No notice of that number was posted")
    public RestResponse<String> table(@PathParam("number") @Parameter(example = "1341") String number) {
        notices.get(number);
        return NotKept.of(RestResponse.ResponseBuilder.ok(table(recipients.all(number)))
                .type(CSV + ";charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"recipients.csv\"")
                .build());
    }

    private static String table(List<Recipient> recipients) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord("name", "phone", "address", "as");
            for (var one : recipients) {
                csv.writeRecord(
                        cell(one.name()),
                        cell(one.phone()),
                        cell(one.address()),
                        one.as().stream().map(Enum::name).collect(Collectors.joining(" ")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String cell(@Nullable String text) {
        return text == null ? "" : SpreadsheetCell.of(text);
    }
}
