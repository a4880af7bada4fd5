package city.planofrecord.chassis.event;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

import jakarta.inject.Singleton;

import org.jdbi.v3.core.Jdbi;

/** The last position that was given, looked up once for all who wait for the next. */
@Singleton
class LastPosition {

    private static final long FRESH = Duration.ofMillis(100).toNanos();

    private final Jdbi jdbi;
    private final Wakeup wakeup;
    private final ReentrantLock looking = new ReentrantLock();
    private Looked looked = new Looked(0, -1, 0);

    LastPosition(Jdbi jdbi, Wakeup wakeup) {
        this.jdbi = jdbi;
        this.wakeup = wakeup;
    }

    /** @param round of positions given by this process, before it was looked up */
    private record Looked(long position, long round, long at) {

        boolean isFresh(long now, long present) {
            return round == present && now - at < FRESH;
        }
    }

    /** No older than a tenth of a second, and not older than what this process has given. */
    long now() {
        looking.lock();
        try {
            var round = wakeup.rounds();
            if (!looked.isFresh(System.nanoTime(), round)) {
                var position = jdbi.withHandle(handle -> handle.createQuery("select last_position from outbox_feed")
                        .mapTo(Long.class)
                        .one());
                looked = new Looked(position, round, System.nanoTime());
            }
            return looked.position();
        } finally {
            looking.unlock();
        }
    }
}
