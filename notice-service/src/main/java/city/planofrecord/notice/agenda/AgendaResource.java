package city.planofrecord.notice.agenda;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.Page;
import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;
import city.planofrecord.notice.notice.CityRules;
import city.planofrecord.notice.notice.Desk;

@Path("/agenda")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agenda", description = "The clerk's weeks")
public class AgendaResource {

    private static final int ORDINARY_DAYS = 14;
    private static final int MOST_DAYS = 366;

    private final ScheduledNotices notices;
    private final CityRules city;
    private final AgendaConfig config;
    private final Desk desk;
    private final Clock clock;

    AgendaResource(ScheduledNotices notices, CityRules city, AgendaConfig config, Desk desk, Clock clock) {
        this.notices = notices;
        this.city = city;
        this.config = config;
        this.desk = desk;
        this.clock = clock;
    }

    /** Days of the city with what happens on them. */
    @Schema(name = "Agenda", description = "Days of the city with what happens on them, in order of time")
    record View(
            LocalDate from,
            @Schema(description = "The last day, included") LocalDate until,
            List<AgendaEntry> items,

            @Schema(description = "How many there are in all, over every page")
            long total,

            @Schema(description = "What collides on these days, over every page")
            List<Collision> collisions) {}

    @GET
    @PermitAll
    @Operation(
            summary = "Hearings, deadlines and decisions due",
            description =
                    "For the clerk, over all notices; drafts, with their status, are shown to analyst, director and clerk: until when each is posted, when requests to speak and "
                            + "comments close, when it is heard, and that a decision is due from the day of its hearing on while it is "
                            + "not recorded. What collides is told: hearings that overlap in one place, deadlines that do not "
                            + "lie before their hearing, and what falls on a holiday or outside office hours.")
    @APIResponse(responseCode = "200", description = "A page; Link leads to the next")
    @APIResponse(
            responseCode = "400",
            description = "A parameter is unknown or cannot be read, or the days are none or more than 366")
    public RestResponse<View> agenda(
            @QueryParam("from")
                    @Parameter(description = "The first day. Default: the city's today.", example = "2011-04-03")
                    @Nullable
                    LocalDate from,
            @QueryParam("until")
                    @Parameter(
                            description = "The last day, included. Default: the 14th, the first day counted.",
                            example = "2011-04-16")
                    @Nullable
                    LocalDate until,
            @QueryParam("limit") @Parameter(description = "At most so many, 1 to 500. Default: 100.") @Nullable
                    Integer limit,
            @QueryParam("after") @Parameter(description = "Cursor from the Link of the page before") @Nullable
                    String after,
            @Context UriInfo uri) {
        var today = LocalDate.now(clock);
        var first = from == null ? today : from;
        var last = until == null ? first.plusDays(ORDINARY_DAYS - 1) : until;
        requireSome(first, last);
        var size = Page.limit(limit);
        var agenda = new Agenda(first, last, today, city.zone(), config.hearingLasts());
        var scheduled = notices.between(first.minusDays(1), last.plusDays(1), desk.seesDrafts());
        var entries = agenda.entries(scheduled);
        var begin = after == null ? 0 : beginAfter(entries, after);
        var end = Math.min(entries.size(), begin + size);
        var view = new View(
                first,
                last,
                List.copyOf(entries.subList(begin, end)),
                entries.size(),
                agenda.collisions(scheduled, city.all()));
        var address =
                uri.getRequestUriBuilder().replaceQueryParam("from", first).replaceQueryParam("until", last);
        return Page.answer(view, address, end < entries.size() ? cursor(entries.get(end - 1)) : null);
    }

    private static void requireSome(LocalDate first, LocalDate last) {
        if (last.isBefore(first) || last.isAfter(first.plusDays(MOST_DAYS - 1))) {
            throw new Refused(
                    ProblemKind.MALFORMED,
                    "until must lie on from or after it, by less than " + MOST_DAYS + " days.",
                    List.of(Violation.ofParameter(
                            "until",
                            "out of bounds",
                            last.toString(),
                            first + " to " + first.plusDays(MOST_DAYS - 1))));
        }
    }

    private static String cursor(AgendaEntry entry) {
        return String.join(
                "~",
                entry.date().toString(),
                entry.notice(),
                entry.edition() + "",
                entry.kind().name());
    }

    private static int beginAfter(List<AgendaEntry> entries, String cursor) {
        for (var place = 0; place < entries.size(); place++) {
            if (cursor(entries.get(place)).equals(cursor)) {
                return place + 1;
            }
        }
        throw new Refused(
                ProblemKind.MALFORMED,
                "The entry that the cursor stands for is no longer there. Begin again at the first page.",
                List.of(Violation.ofParameter("after", "stands for nothing", cursor, "a cursor from Link")));
    }
}
