package city.planofrecord.chassis.register;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.timeline.Change;

/** The days to come on which something recorded takes effect or ends. */
@Singleton
public class DayBoundaries {

    private final Jdbi jdbi;

    DayBoundaries(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A day on which a thing's image turns. */
    record Boundary(String ledger, UUID subject, LocalDate day) {}

    void await(String ledger, UUID subject, Change<JsonNode> change, LocalDate today) {
        await(ledger, subject, change.from(), today);
        await(ledger, subject, change.until(), today);
    }

    private void await(String ledger, UUID subject, @Nullable LocalDate day, LocalDate today) {
        if (day == null || !day.isAfter(today)) {
            return;
        }
        jdbi.useHandle(handle -> handle.createUpdate("insert into day_boundary (ledger, subject_id, effective_from)"
                        + " values (:ledger, :subject, :day) on conflict do nothing")
                .bind("ledger", ledger)
                .bind("subject", subject)
                .bind("day", day)
                .execute());
    }

    /** No day of the thing from the one to the other, both inclusive, is awaited any longer: what they bring was told. */
    void told(String ledger, UUID subject, LocalDate from, LocalDate today) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from day_boundary where ledger = :ledger"
                        + " and subject_id = :subject and effective_from between :from and :today")
                .bind("ledger", ledger)
                .bind("subject", subject)
                .bind("from", from)
                .bind("today", today)
                .execute());
    }

    /** The first that is due on the day. */
    Optional<Boundary> next(LocalDate today) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select ledger, subject_id, effective_from from day_boundary"
                                + " where effective_from <= :today order by effective_from, ledger, subject_id limit 1")
                .bind("today", today)
                .map((rs, _) ->
                        new Boundary(rs.getString(1), rs.getObject(2, UUID.class), rs.getObject(3, LocalDate.class)))
                .findOne());
    }

    /** Whether it was still awaited; it is no longer. */
    boolean settle(Boundary boundary) {
        return jdbi.withHandle(handle -> handle.createUpdate("delete from day_boundary where ledger = :ledger"
                                + " and subject_id = :subject and effective_from = :day")
                        .bind("ledger", boundary.ledger())
                        .bind("subject", boundary.subject())
                        .bind("day", boundary.day())
                        .execute())
                == 1;
    }
}
