package city.planofrecord.chassis.register;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.jdbi.v3.core.Jdbi;

import city.planofrecord.chassis.event.Outbox;
import city.planofrecord.chassis.ledger.Ledger;
import city.planofrecord.chassis.time.CityConfig;
import city.planofrecord.chassis.time.Scan;

/**
 * Tells on the day what takes effect. It works through the days that have come in their order, those missed while the
 * service was down too; each is told once, since it is settled in the transaction that tells it.
 */
@Singleton
class DayTurn {

    private static final long SCANNER = 7_310_002L;
    private static final int AT_A_TIME = 250;

    private final Map<String, Register> registers = new HashMap<>();
    private final DayBoundaries boundaries;
    private final Outbox outbox;
    private final Clock clock;
    private final Jdbi jdbi;
    private final Scan scan;

    DayTurn(
            @All List<KeepsRegister> repositories,
            DayBoundaries boundaries,
            Outbox outbox,
            Clock clock,
            Jdbi jdbi,
            CityConfig city) {
        repositories.forEach(
                repository -> registers.put(repository.register().ledger().name(), repository.register()));
        this.boundaries = boundaries;
        this.outbox = outbox;
        this.clock = clock;
        this.jdbi = jdbi;
        scan = new Scan("day-turn", city.dayTurn().every(), SCANNER, jdbi, this::turn);
    }

    void start(@Observes StartupEvent event) {
        if (!registers.isEmpty()) {
            scan.start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        scan.stop();
    }

    /**
     * Tells the first day that is due, of as many things as can be locked without waiting: whoever writes to one of them
     * may be waiting for another. Only where each of them is being written to is the first waited for, and it alone is
     * locked. Whether there was any.
     */
    private boolean turn() {
        var due = boundaries.next(LocalDate.now(clock), AT_A_TIME);
        if (!due.isEmpty()) {
            tell(due);
        }
        return !due.isEmpty();
    }

    /** @param due of one day and ledger */
    private void tell(List<DayBoundaries.Boundary> due) {
        var ledger = due.getFirst().ledger();
        var day = due.getFirst().day();
        var things = due.stream().map(DayBoundaries.Boundary::subject).toList();
        var register = registers.get(ledger);
        if (register == null) {
            boundaries.settle(ledger, day, things);
            return;
        }
        var free = register.ledger().lockFree(things);
        var entries = free.isEmpty() ? register.ledger().lockAll(List.of(things.getFirst())) : free;
        var settled = boundaries.settle(ledger, day, entries.isEmpty() ? List.of(things.getFirst()) : entries.keySet());
        var turned = entries.values().stream()
                .filter(entry -> settled.contains(entry.id()))
                .toList();
        outbox.add(register.onTheDay(turned, day, Ledger.now(jdbi)));
    }
}
