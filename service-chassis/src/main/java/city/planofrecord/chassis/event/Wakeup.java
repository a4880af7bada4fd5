package city.planofrecord.chassis.event;

import java.time.Duration;
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

    /** How often positions were given so far; what is read after this was asked is not missed by the wait below. */
    long rounds() {
        lock.lock();
        try {
            return rounds;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until this process gives positions after that round, or for the time: another replica may have given some. */
    void awaitPositionsAfter(long seen, Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            var left = atMost.toNanos();
            while (seen == rounds && left > 0) {
                left = positioned.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
