package city.planofrecord.chassis.event;

import java.time.Instant;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.access.Roles;
import city.planofrecord.chassis.http.Page;
import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;

/** Events of others that this service could not process, for the operator. */
@Path("/dead-letters")
@Tag(name = "Dead letters", description = "For the operator: events that could not be processed")
@Produces(MediaType.APPLICATION_JSON)
public class DeadLettersResource {

    private final Jdbi jdbi;
    private final Inbox inbox;
    private final DeadLetterTrail trail;

    DeadLettersResource(Jdbi jdbi, Inbox inbox, DeadLetterTrail trail) {
        this.jdbi = jdbi;
        this.inbox = inbox;
        this.trail = trail;
    }

    /** A parked record, without its content. */
    public record DeadLetter(
            long id,
            String topic,
            int partition,
            long offset,
            @Nullable String key,
            String reason,
            Instant parkedAt) {}

    /** What a replay did. */
    public record Replay(int replayed) {}

    @GET
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "What is parked, oldest first", description = "At most 500 of them; the total is true.")
    public Page<DeadLetter> parked() {
        return jdbi.withHandle(handle -> new Page<>(
                handle
                        .createQuery("select " + ParkedEvent.COLUMNS
                                + " from parked_event where replayed_at is null order by id limit 500")
                        .map((rs, _) -> ParkedEvent.of(rs))
                        .list()
                        .stream()
                        .map(DeadLettersResource::shown)
                        .toList(),
                handle.createQuery("select count(*) from parked_event where replayed_at is null")
                        .mapTo(Long.class)
                        .one()));
    }

    @POST
    @Path("{id}/replay")
    @RolesAllowed(Roles.OPERATOR)
    @Transactional
    @Operation(
            summary = "Process a parked event, and those that stand behind it, once more",
            description = "All of the key are processed in their order, or none.")
    @APIResponse(responseCode = "200", description = "They are processed")
    @APIResponse(responseCode = "404", description = "Nothing of that id is parked")
    @APIResponse(responseCode = "409", description = "One of them still cannot be processed; nothing was done")
    public Replay replay(@PathParam("id") Long id) {
        var parked = parked(id);
        inbox.waitForOthersOn(parked.topic(), parked.key());
        var behind = jdbi.withHandle(handle -> handle.createQuery("select " + ParkedEvent.COLUMNS
                        + " from parked_event where replayed_at is null and topic = :topic and key is not distinct from :key"
                        + " order by kafka_partition, kafka_offset for update")
                .bind("topic", parked.topic())
                .bind("key", parked.key())
                .map((rs, _) -> ParkedEvent.of(rs))
                .list());
        for (var event : behind) {
            try {
                inbox.handle(event.asReceived());
            } catch (UnprocessableEventException e) {
                throw new Refused(
                        ProblemKind.CONFLICT, "Event " + event.id() + " still cannot be processed: " + e.getMessage());
            }
            jdbi.useHandle(handle -> handle.createUpdate(
                            "update parked_event set replayed_at = clock_timestamp() where id = :id")
                    .bind("id", event.id())
                    .execute());
            trail.replayed(event.id());
        }
        return new Replay(behind.size());
    }

    private ParkedEvent parked(long id) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + ParkedEvent.COLUMNS
                                + " from parked_event where id = :id and replayed_at is null")
                        .bind("id", id)
                        .map((rs, _) -> ParkedEvent.of(rs))
                        .findOne())
                .orElseThrow(() ->
                        Refused.notFound("No event of the id " + id + " is parked. GET /dead-letters lists what is."));
    }

    private static DeadLetter shown(ParkedEvent event) {
        return new DeadLetter(
                event.id(),
                event.topic(),
                event.partition(),
                event.offset(),
                event.key(),
                event.reason(),
                event.parkedAt());
    }
}
