package city.planofrecord.chassis.dated;

import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.heard.HeardRow;
import city.planofrecord.chassis.ledger.Row;

/**
 * A stretch of days of one thing.
 *
 * @param from inclusive
 * @param until exclusive; null where there is no end
 */
public record Span(UUID id, LocalDate from, @Nullable LocalDate until) {

    public static Span of(Row row) {
        return new Span(row.subject(), row.effectiveFrom(), row.effectiveUntil());
    }

    public static Span of(HeardRow row) {
        return new Span(row.subject(), row.effectiveFrom(), row.effectiveUntil());
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }
}
