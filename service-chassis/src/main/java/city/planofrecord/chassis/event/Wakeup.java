package city.planofrecord.chassis.event;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import jakarta.inject.Singleton;

/** Tells the relay in this process that something was committed, and readers of the feed that positions were given. */
@Singleton
class Wakeup {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition committed = lock.newCondition();
    private final Condition positioned = lock.newCondition();
    private boolean pending;
    private long rounds;

    void committed() {
        lock.lock();
        try {
            pending = true;
            committed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void awaitCommit(Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            var left = atMost.toNanos();
            while (!pending && left > 0) {
                left = committed.awaitNanos(left);
            }
            pending = false;
        } finally {
            lock.unlock();
        }
    }

    void positioned() {
        lock.lock();
        try {
            rounds++;
            positioned.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for positions given by this process, or for the time: another replica may have given some. */
    void awaitPositions(Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            var seen = rounds;
            var deadline = System.nanoTime() + atMost.toNanos();
            while (seen == rounds && System.nanoTime() < deadline) {
                if (!positioned.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    return;
                }
            }
        } finally {
            lock.unlock();
        }
    }
}
