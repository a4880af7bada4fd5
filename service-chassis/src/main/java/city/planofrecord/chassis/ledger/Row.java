package city.planofrecord.chassis.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * One image of one thing, half-open on both axes.
 *
 * @param effectiveFrom inclusive
 * @param effectiveUntil exclusive; null where there is no end
 * @param recordedAt from when on it was believed, inclusive
 * @param supersededAt from when on it was not, exclusive; null while it is
 */
public record Row(
        UUID subject,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveUntil,
        Instant recordedAt,
        @Nullable Instant supersededAt,
        UUID act,
        Authority authority,
        ObjectNode image) {

    public boolean covers(LocalDate day) {
        return !day.isBefore(effectiveFrom) && (effectiveUntil == null || day.isBefore(effectiveUntil));
    }

    Row asKnownAt(Instant instant) {
        return supersededAt == null || !supersededAt.isAfter(instant)
                ? this
                : new Row(subject, effectiveFrom, effectiveUntil, recordedAt, null, act, authority, image);
    }
}
