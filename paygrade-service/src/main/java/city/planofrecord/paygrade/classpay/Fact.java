package city.planofrecord.paygrade.classpay;

import java.time.Instant;
import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.heard.HeardRow;
import city.planofrecord.chassis.ledger.Authority;
import city.planofrecord.chassis.ledger.Row;

/**
 * A fact with its own dates.
 *
 * @param recordedAt when its owner recorded it
 */
@Schema(name = "Fact")
public record Fact(
        LocalDate effectiveFrom, @Nullable LocalDate effectiveUntil, Instant recordedAt, Authority authority) {

    static Fact of(HeardRow row) {
        return new Fact(row.effectiveFrom(), row.effectiveUntil(), row.recordedAt(), row.authority());
    }

    static Fact of(Row row) {
        return new Fact(row.effectiveFrom(), row.effectiveUntil(), row.recordedAt(), row.authority());
    }
}
