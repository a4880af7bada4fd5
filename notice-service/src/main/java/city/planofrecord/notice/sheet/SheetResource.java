package city.planofrecord.notice.sheet;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import city.planofrecord.notice.notice.CityRules;
import city.planofrecord.notice.notice.Notice;
import city.planofrecord.notice.notice.Notices;

@Path("/notices")
@Tag(name = "Notices")
public class SheetResource {

    private final Notices notices;
    private final PostedSheets posted;
    private final CityRules city;

    SheetResource(Notices notices, PostedSheets posted, CityRules city) {
        this.notices = notices;
        this.posted = posted;
        this.city = city;
    }

    // The operation of the same URL that answers JSON describes these two as well.
    @GET
    @Path("{number}")
    @PermitAll
    @Produces(Rendering.PRODUCES_TEXT)
    @Operation(hidden = true)
    public Response text(
            @PathParam("number") String number,
            @QueryParam("edition") @Nullable Integer edition,
            @Context Request request) {
        var notice = notice(number, edition);
        return posted.find(notice, MediaType.TEXT_PLAIN)
                .orElseGet(() -> Rendering.text(NoticeSheet.of(notice, city.zone())))
                .answer(request, file(notice));
    }

    @GET
    @Path("{number}")
    @PermitAll
    @Produces(Rendering.PRODUCES_PDF)
    @Operation(hidden = true)
    public Response pdf(
            @PathParam("number") String number,
            @QueryParam("edition") @Nullable Integer edition,
            @Context Request request) {
        var notice = notice(number, edition);
        return posted.find(notice, Rendering.PDF)
                .orElseGet(() -> Rendering.pdf(NoticeSheet.of(notice, city.zone())))
                .answer(request, file(notice));
    }

    private Notice notice(String number, @Nullable Integer edition) {
        return edition == null ? notices.get(number) : notices.get(number, edition);
    }

    private static String file(Notice notice) {
        return "notice-" + notice.number() + "-" + notice.edition();
    }
}
