package city.planofrecord.chassis.batch;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A decided batch as it is offered to a register.
 *
 * @param reference by what people know the batch
 * @param attempt which try it is, from 1
 * @param data the whole offer
 */
public record Offer(String batch, int attempt, int edition, String reference, JsonNode data) {}
