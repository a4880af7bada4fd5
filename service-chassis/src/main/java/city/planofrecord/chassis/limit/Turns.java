package city.planofrecord.chassis.limit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicBoolean;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Lets so many work at the same time; others wait, without a thread, in the order in which they came. */
final class Turns {

    private final int most;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private int working;

    Turns(int most) {
        this.most = most;
    }

    /** What ends the turn; it comes when the turn has come. Ending twice is ending once. */
    Uni<Runnable> take() {
        return Uni.createFrom().emitter(turn -> {
            Runnable begin = () -> {
                var ended = new AtomicBoolean();
                Runnable end = () -> {
                    if (ended.compareAndSet(false, true)) {
                        end();
                    }
                };
                turn.complete(end);
            };
            if (mayBegin(begin)) {
                begin.run();
            }
        });
    }

    private synchronized boolean mayBegin(Runnable begin) {
        if (working < most) {
            working++;
            return true;
        }
        waiting.add(begin);
        return false;
    }

    private void end() {
        var next = next();
        if (next != null) {
            next.run();
        }
    }

    private synchronized @Nullable Runnable next() {
        var next = waiting.poll();
        if (next == null) {
            working--;
        }
        return next;
    }
}
