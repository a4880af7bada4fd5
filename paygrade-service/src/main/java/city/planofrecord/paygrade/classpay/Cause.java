package city.planofrecord.paygrade.classpay;

import java.time.Instant;
import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.heard.HeardRow;
import city.planofrecord.chassis.ledger.Authority;
import city.planofrecord.chassis.ledger.Row;

/**
 * A recorded fact from which a change of pay follows.
 *
 * @param fact whose it is
 * @param effectiveFrom the first day that it speaks of
 * @param effectiveUntil exclusive; absent where there is no end
 * @param recordedAt when its owner recorded it; absent where its owner has not told
 * @param authority absent where its owner has not told
 */
@Schema(name = "PayCause")
public record Cause(
        Kind fact,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveUntil,
        @Nullable Instant recordedAt,
        @Nullable Authority authority) {

    /** Of what a fact speaks. */
    public enum Kind {
        CLASS,
        ASSIGNMENT,
        RANGE
    }

    static Cause of(HeardRow row) {
        return new Cause(Kind.CLASS, row.effectiveFrom(), row.effectiveUntil(), row.recordedAt(), row.authority());
    }

    static Cause of(Kind fact, Row row) {
        return new Cause(fact, row.effectiveFrom(), row.effectiveUntil(), row.recordedAt(), row.authority());
    }
}
