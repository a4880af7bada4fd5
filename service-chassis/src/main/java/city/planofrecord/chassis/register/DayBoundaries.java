package city.planofrecord.chassis.register;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Singleton;

import org.jdbi.v3.core.Jdbi;

/** The days to come on which something recorded takes effect or ends. */
@Singleton
public class DayBoundaries {

    private final Jdbi jdbi;

    DayBoundaries(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A day on which a thing's image turns. */
    record Boundary(String ledger, UUID subject, LocalDate day) {}

    /** The days, all of them after today, are to be told when they come. */
    void await(List<Boundary> days) {
        if (days.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> handle.createUpdate("insert into day_boundary (ledger, subject_id, effective_from)"
                        + " select * from unnest(:ledgers, cast(:subjects as uuid[]), cast(:days as date[]))"
                        + " on conflict do nothing")
                .bindArray(
                        "ledgers",
                        String.class,
                        days.stream().map(Boundary::ledger).toArray())
                .bindArray(
                        "subjects",
                        String.class,
                        days.stream().map(day -> day.subject().toString()).toArray())
                .bindArray(
                        "days",
                        String.class,
                        days.stream().map(day -> day.day().toString()).toArray())
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

    /** Some of those that are due: of the first day and of one ledger, sorted by thing. */
    List<Boundary> next(LocalDate today, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "with first as (select ledger, effective_from from day_boundary where effective_from <= :today"
                                + " order by effective_from, ledger limit 1)"
                                + " select b.ledger, b.subject_id, b.effective_from from day_boundary b join first f"
                                + " on b.ledger = f.ledger and b.effective_from = f.effective_from"
                                + " order by b.subject_id limit :most")
                .bind("today", today)
                .bind("most", most)
                .map((rs, _) ->
                        new Boundary(rs.getString(1), rs.getObject(2, UUID.class), rs.getObject(3, LocalDate.class)))
                .list());
    }

    /** Those of the things that the day of the ledger was still awaited for; it is no longer. */
    Set<UUID> settle(String ledger, LocalDate day, Collection<UUID> things) {
        return Set.copyOf(jdbi.withHandle(
                handle -> handle.createQuery("delete from day_boundary where ledger = :ledger and effective_from = :day"
                                + " and subject_id in (select unnest(cast(:things as uuid[]))) returning subject_id")
                        .bind("ledger", ledger)
                        .bind("day", day)
                        .bindArray(
                                "things",
                                String.class,
                                things.stream().map(UUID::toString).toArray())
                        .mapTo(UUID.class)
                        .list()));
    }
}
