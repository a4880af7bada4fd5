package city.planofrecord.chassis.time;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Looks for work again and again, one replica at a time: whoever holds the lock does what is due, the others wait for theirs. */
public final class Scan {

    private static final Logger LOG = Logger.getLogger(Scan.class);
    private static final int SECONDS = 60;

    private final String name;
    private final Duration every;
    private final long lock;
    private final Jdbi jdbi;
    private final BooleanSupplier work;
    private volatile boolean running;
    private @Nullable Thread thread;

    /**
     * @param name of its thread
     * @param every how long it waits when nothing is due
     * @param lock of the scan among all of the database
     * @param work does some of what is due, in one transaction, and says whether more may be
     */
    public Scan(String name, Duration every, long lock, Jdbi jdbi, BooleanSupplier work) {
        this.name = name;
        this.every = every;
        this.lock = lock;
        this.jdbi = jdbi;
        this.work = work;
    }

    public void start() {
        running = true;
        thread = Thread.ofPlatform().name(name).daemon().start(this::run);
    }

    /** Ends it, and waits for a moment until it has. */
    public void stop() throws InterruptedException {
        running = false;
        if (thread != null) {
            thread.interrupt();
            thread.join(Duration.ofSeconds(5));
        }
    }

    private void run() {
        while (running) {
            try {
                while (running && turn()) {
                    LOG.debugf("%s: some was done, more may be due", name);
                }
            } catch (RuntimeException e) {
                LOG.warnf("%s: what is due is looked up again: %s", name, e.getMessage());
            }
            try {
                Thread.sleep(every);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private boolean turn() {
        return QuarkusTransaction.requiringNew().timeout(SECONDS).call(() -> isAlone() && work.getAsBoolean());
    }

    private boolean isAlone() {
        return jdbi.withHandle(handle -> handle.createQuery("select pg_try_advisory_xact_lock(:lock)")
                .bind("lock", lock)
                .mapTo(Boolean.class)
                .one());
    }
}
