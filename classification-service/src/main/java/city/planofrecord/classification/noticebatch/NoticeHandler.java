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

/** Takes decided notices, and their confirmation or release. */
@Singleton
class NoticeHandler implements EventHandler {

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
        return Set.of("notice.decided.v1", "notice.confirmed.v1", "notice.released.v1");
    }

    @Override
    public void handle(Received event) {
        var data = event.data();
        var batch = data.path("batch").asText();
        var attempt = data.path("try").asInt();
        if (batch.isEmpty() || attempt < 1) {
            throw new UnprocessableEventException("names no batch and try");
        }
        switch (event.type()) {
            case "notice.decided.v1" -> exchange.offered(readable(batch, attempt, data), batches);
            case "notice.confirmed.v1" -> exchange.confirmed(batch, attempt, batches);
            case "notice.released.v1" -> exchange.released(batch, attempt);
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
