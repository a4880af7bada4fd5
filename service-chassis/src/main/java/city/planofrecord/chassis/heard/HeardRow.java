package city.planofrecord.chassis.heard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.ledger.Authority;

/**
 * One image of another service's thing, as it was told.
 *
 * @param effectiveFrom inclusive
 * @param effectiveUntil exclusive; null where there is no end
 * @param recordedAt when its owner recorded it
 * @param receivedAt from when on it was known here, inclusive
 */
public record HeardRow(
        UUID subject,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveUntil,
        Instant recordedAt,
        Instant receivedAt,
        UUID act,
        Authority authority,
        ObjectNode image) {

    public boolean covers(LocalDate day) {
        return !day.isBefore(effectiveFrom) && (effectiveUntil == null || day.isBefore(effectiveUntil));
    }
}
