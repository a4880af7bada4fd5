package city.planofrecord.chassis.limit;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets so many in at once, and of those so many from one address. Nobody waits: who is not let in is told so. */
final class Gate {

    private final LimitConfig.AtOnce most;
    private final AtomicInteger inside = new AtomicInteger();
    private final ConcurrentMap<String, Integer> byAddress = new ConcurrentHashMap<>();

    Gate(LimitConfig.AtOnce most) {
        this.most = most;
    }

    /** Whether somebody was let in. */
    sealed interface Entry {}

    /** Let in, until it is left; leaving twice is leaving once. */
    record Inside(Runnable leave) implements Entry {}

    /** There are too many. */
    enum Full implements Entry {
        /** In the whole service. */
        ALL,
        /** From this address. */
        ADDRESS
    }

    Entry enter(String address) {
        if (inside.incrementAndGet() > most.all()) {
            inside.decrementAndGet();
            return Full.ALL;
        }
        if (byAddress.merge(address, 1, Integer::sum) > most.perAddress()) {
            leave(address);
            return Full.ADDRESS;
        }
        var left = new AtomicBoolean();
        return new Inside(() -> {
            if (left.compareAndSet(false, true)) {
                leave(address);
            }
        });
    }

    int inside() {
        return inside.get();
    }

    int most() {
        return most.all();
    }

    private void leave(String address) {
        byAddress.computeIfPresent(address, (_, count) -> count == 1 ? null : count - 1);
        inside.decrementAndGet();
    }
}
