package city.planofrecord.chassis.time;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

import jakarta.inject.Singleton;

import org.jdbi.v3.core.Jdbi;

import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;

/** Up to which instant the record is settled: nothing can be recorded before it any more. */
@Singleton
public class Horizon {

    // The clock is read before the open transactions: one that takes its id after that records later still. Without the
    // clearing, a second look within one transaction would see the transactions of the first.
    private static final String SETTLED = """
            with read as materialized (select clock_timestamp() as at, pg_stat_clear_snapshot())
            select least((select at from read),
                         (select min(xact_start) from pg_stat_activity
                           where datname = current_database() and backend_xid is not null
                             and pid <> pg_backend_pid() and (select at from read) is not null))
            """;

    private final Jdbi jdbi;

    Horizon(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The instant before which, exclusive, answers are the same for ever. */
    public Instant settled() {
        return jdbi.withHandle(handle ->
                handle.createQuery(SETTLED).mapTo(OffsetDateTime.class).one().toInstant());
    }

    /** The latest instant that can be asked for again and again. */
    public Instant latest() {
        return settled().minus(1, ChronoUnit.MICROS);
    }

    /** @throws Refused where the instant is not before the horizon; names the horizon */
    public void requireSettled(Instant knownAt) {
        requireSettled("knownAt", knownAt);
    }

    /** As {@link #requireSettled(Instant)}, of an instant that the parameter of the name asks for. */
    public void requireSettled(String parameter, Instant knownAt) {
        var settled = settled();
        if (!knownAt.isBefore(settled)) {
            throw new Refused(
                    ProblemKind.UNSETTLED,
                    "What was recorded up to " + knownAt + " is not settled yet. Ask with a " + parameter + " before "
                            + settled + ", or without " + parameter + " for what is known now.",
                    List.of(Violation.ofParameter(
                            parameter,
                            "must lie before the settled horizon",
                            knownAt.toString(),
                            "before " + settled)));
        }
    }
}
