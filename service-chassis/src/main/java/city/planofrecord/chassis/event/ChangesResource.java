package city.planofrecord.chassis.event;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.Page;
import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;
import city.planofrecord.chassis.limit.Together;

/** The feed of changes, for consumers without Kafka: the same events, ids and order. */
@Path("/changes")
@Tag(name = "Changes", description = "Every change as an event, by position")
public class ChangesResource {

    private static final int LONGEST_WAIT = 30;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final Jdbi jdbi;
    private final Envelope envelope;
    private final Wakeup wakeup;
    private final LastPosition lastPosition;

    ChangesResource(Jdbi jdbi, Envelope envelope, Wakeup wakeup, LastPosition lastPosition) {
        this.jdbi = jdbi;
        this.envelope = envelope;
        this.wakeup = wakeup;
        this.lastPosition = lastPosition;
    }

    /** A stretch of the feed. */
    public record Changes(
            @Schema(description = "CloudEvents, each with its position")
            List<ObjectNode> changes,

            @Schema(description = "Give this as `after` to read on")
            long cursor) {}

    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Together(Together.Kind.WAIT)
    @Operation(
            summary = "Changes after a position",
            description =
                    "The same events as on Kafka, with the same ids, in one order. A change that is committed late gets "
                            + "a late position, so nothing is ever skipped. Keep the cursor and give it as `after`.")
    @APIResponse(responseCode = "200", description = "The changes, oldest first")
    @APIResponse(responseCode = "400", description = "A parameter is unknown or out of bounds")
    @APIResponse(
            responseCode = "410",
            description = "The cursor is older than what is kept; begin again from a snapshot")
    @APIResponse(responseCode = "429", description = "Too many requests, or too many that wait, from one caller")
    @APIResponse(
            responseCode = "503",
            description = "As many readers wait as the service has room for; see Retry-After")
    public Changes after(
            @QueryParam("after")
                    @Parameter(
                            description = "Position after which to begin, exclusive. Default: the beginning.",
                            example = "0")
                    @Nullable
                    Long after,
            @QueryParam("limit") @Parameter(description = "At most so many, 1 to 500. Default: 100.") @Nullable
                    Integer limit,
            @QueryParam("wait")
                    @Parameter(description = "Wait so many seconds, 0 to 30, where there is nothing yet. Default: 0.")
                    @Nullable
                    Integer wait)
            throws InterruptedException {
        var from = after == null ? 0 : after;
        if (from < 0) {
            throw new Refused(
                    ProblemKind.MALFORMED,
                    "after must be a cursor that was given, or 0 for the beginning.",
                    List.of(Violation.ofParameter("after", "out of bounds", String.valueOf(from), "0 or more")));
        }
        var most = Page.limit(limit);
        var until = Instant.now().plusSeconds(seconds(wait));
        while (true) {
            var round = wakeup.rounds();
            var stretch = read(from, most);
            if (!stretch.changes().isEmpty()) {
                return stretch;
            }
            do {
                if (!Instant.now().isBefore(until)) {
                    return stretch;
                }
                wakeup.awaitPositionsAfter(round, LOOK_AGAIN);
                round = wakeup.rounds();
            } while (lastPosition.now() <= stretch.cursor());
        }
    }

    /** The cursor comes past what the feed does not show, so that it does not fall behind what is kept. */
    private Changes read(long from, int most) {
        return jdbi.withHandle(handle -> {
            var last = handle.createQuery("select last_position from outbox_feed")
                    .mapTo(Long.class)
                    .one();
            var changes = handle.createQuery("select " + StoredEvent.COLUMNS + " from outbox"
                            + " where position > :from and position <= :last and in_feed order by position limit :most")
                    .bind("from", from)
                    .bind("last", last)
                    .bind("most", most)
                    .map((rs, _) -> StoredEvent.of(rs))
                    .list();
            // Looked up after the changes were read: what was pruned in between is missed knowingly.
            var pruned = handle.createQuery("select pruned_position from outbox_feed")
                    .mapTo(Long.class)
                    .one();
            if (from < pruned) {
                throw noLongerKept(from, pruned);
            }
            var cursor = changes.size() == most ? changes.getLast().position() : Math.max(from, last);
            return new Changes(changes.stream().map(envelope::inFeed).toList(), cursor);
        });
    }

    private static Refused noLongerKept(long from, long pruned) {
        return new Refused(
                ProblemKind.NO_LONGER_KEPT,
                "Changes are kept from position " + (pruned + 1)
                        + " on. Load a snapshot or the state topics, then read after " + pruned + ".",
                List.of(Violation.ofParameter(
                        "after", "is older than what is kept", String.valueOf(from), "at least " + pruned)),
                Map.of("keptAfter", pruned));
    }

    private static int seconds(@Nullable Integer wait) {
        var seconds = wait == null ? 0 : wait;
        if (seconds < 0 || seconds > LONGEST_WAIT) {
            throw new Refused(
                    ProblemKind.MALFORMED,
                    "wait must be between 0 and " + LONGEST_WAIT + " seconds.",
                    List.of(Violation.ofParameter("wait", "out of bounds", String.valueOf(seconds), "0 to 30")));
        }
        return seconds;
    }
}
