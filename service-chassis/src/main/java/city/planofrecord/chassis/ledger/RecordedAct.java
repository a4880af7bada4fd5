package city.planofrecord.chassis.ledger;

import java.time.Instant;

import com.fasterxml.jackson.databind.JsonNode;

import city.planofrecord.chassis.timeline.Act;

/** An act as it stands in the ledger. Its order is the revision that it raised its thing to. */
public record RecordedAct(
        Act<JsonNode> act, Authority authority, String reason, String actor, boolean late, Instant recordedAt) {}
