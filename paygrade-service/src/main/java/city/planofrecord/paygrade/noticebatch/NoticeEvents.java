package city.planofrecord.paygrade.noticebatch;

import java.time.DateTimeException;
import java.util.Set;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import city.planofrecord.chassis.batch.BatchExchange;
import city.planofrecord.chassis.batch.Offer;
import city.planofrecord.chassis.batch.RevisedItem;
import city.planofrecord.chassis.event.EventHandler;
import city.planofrecord.chassis.event.Received;
import city.planofrecord.chassis.event.UnprocessableEventException;
import city.planofrecord.chassis.ledger.Authority;

/** Hears what has been decided, what revises it afterwards, and what has been confirmed and released. */
@Singleton
class NoticeEvents implements EventHandler {

    private static final String DECIDED = "notice.decided.v1";
    private static final String RESCINDED = "notice.rescinded.v1";
    private static final String RESCHEDULED = "notice.rescheduled.v1";
    private static final String CONFIRMED = "notice.confirmed.v1";
    private static final String RELEASED = "notice.released.v1";

    private final BatchExchange exchange;
    private final PaygradeBatch work;
    private final ObjectMapper json;

    NoticeEvents(BatchExchange exchange, PaygradeBatch work, ObjectMapper json) {
        this.exchange = exchange;
        this.work = work;
        this.json = json;
    }

    @Override
    public String stream() {
        return "notices";
    }

    @Override
    public Set<String> types() {
        return Set.of(DECIDED, RESCINDED, RESCHEDULED, CONFIRMED, RELEASED);
    }

    @Override
    public void handle(Received event) {
        if (!event.data().has("batch") && Set.of(RESCINDED, RESCHEDULED).contains(event.type())) {
            // Another hearing, or items that were never recorded: nothing is asked of a register.
            return;
        }
        var batch = event.data().path("batch").asText();
        var attempt = event.data().path("try").asInt();
        if (batch.isEmpty() || attempt < 1) {
            throw new UnprocessableEventException("names no batch and try");
        }
        switch (event.type()) {
            case DECIDED, RESCINDED, RESCHEDULED -> exchange.offered(offer(event, batch, attempt), work);
            case CONFIRMED -> exchange.confirmed(batch, attempt, work);
            case RELEASED -> exchange.released(batch, attempt);
            default -> throw new UnprocessableEventException("is of no type that is heard here");
        }
    }

    private Offer offer(Received event, String batch, int attempt) {
        var data = event.data();
        try {
            if (RevisedItem.in(data)) {
                RevisedItem.of(data);
            } else {
                OfferedItems.read(data);
            }
            json.treeToValue(data.path("authority"), Authority.class);
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
            throw new UnprocessableEventException("offers items that cannot be read: " + e.getMessage(), e);
        }
        return new Offer(
                batch,
                attempt,
                data.path("edition").asInt(),
                data.path("number").asText(),
                data);
    }
}
