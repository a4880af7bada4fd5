package city.planofrecord.classification.noticebatch;

import java.time.DateTimeException;
import java.util.Set;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;

import city.planofrecord.chassis.batch.BatchExchange;
import city.planofrecord.chassis.batch.Offer;
import city.planofrecord.chassis.event.EventHandler;
import city.planofrecord.chassis.event.Received;
import city.planofrecord.chassis.event.UnprocessableEventException;

/** Takes decided notices, what revises them afterwards, and the confirmation or release of either. */
@Singleton
class NoticeHandler implements EventHandler {

    private static final String DECIDED = "notice.decided.v1";
    private static final String RESCINDED = "notice.rescinded.v1";
    private static final String RESCHEDULED = "notice.rescheduled.v1";
    private static final String CONFIRMED = "notice.confirmed.v1";
    private static final String RELEASED = "notice.released.v1";

    private final BatchExchange exchange;
    private final NoticeBatches batches;

    NoticeHandler(BatchExchange exchange, NoticeBatches batches) {
        this.exchange = exchange;
        this.batches = batches;
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
        var data = event.data();
        if (!data.has("batch") && Set.of(RESCINDED, RESCHEDULED).contains(event.type())) {
            // Another hearing, or items that were never recorded: nothing is asked of a register.
            return;
        }
        var batch = data.path("batch").asText();
        var attempt = data.path("try").asInt();
        if (batch.isEmpty() || attempt < 1) {
            throw new UnprocessableEventException("names no batch and try");
        }
        switch (event.type()) {
            case DECIDED, RESCINDED, RESCHEDULED -> exchange.offered(readable(batch, attempt, data), batches);
            case CONFIRMED -> exchange.confirmed(batch, attempt, batches);
            case RELEASED -> exchange.released(batch, attempt);
            default -> throw new UnprocessableEventException("is of no known type: " + event.type());
        }
    }

    private Offer readable(String batch, int attempt, JsonNode data) {
        var offer = new Offer(
                batch,
                attempt,
                data.path("edition").asInt(),
                data.path("number").asText(),
                data);
        try {
            batches.requireReadable(offer);
            return offer;
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new UnprocessableEventException("offers what cannot be read: " + e.getMessage(), e);
        }
    }
}
