package city.planofrecord.local;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The parts that have been started, group by group, and are stopped in the reverse of that order. */
final class RunningSystem {

    private final Progress progress;
    private final List<Group> groups = new ArrayList<>();
    private final CompletableFuture<StartFailure> failure = new CompletableFuture<>();
    private boolean stopped;

    /** How the parts of a group are stopped: at the same time, or the last one first. */
    enum Stopping {
        TOGETHER,
        LAST_FIRST
    }

    private record Group(List<Part> parts, Stopping stopping) {}

    RunningSystem(Progress progress) {
        this.progress = progress;
    }

    /**
     * Starts the parts of a group at the same time and returns when all of them serve.
     *
     * @throws StartFailure with the first that fails, of this group or of one started before it
     */
    void start(List<? extends Part> group, Stopping stopping) {
        synchronized (this) {
            if (stopped) {
                throw new StartFailure("The start was broken off");
            }
            groups.add(new Group(List.copyOf(group), stopping));
        }
        var threads = Executors.newCachedThreadPool(work -> {
            var thread = new Thread(work, "start");
            thread.setDaemon(true);
            return thread;
        });
        try {
            var starts = group.stream()
                    .map(part -> CompletableFuture.runAsync(() -> start(part), threads))
                    .toArray(CompletableFuture<?>[]::new);
            CompletableFuture.anyOf(CompletableFuture.allOf(starts), failure).join();
            if (failure.isDone()) {
                throw failure.join();
            }
        } finally {
            threads.shutdown();
        }
    }

    /** Waits until a part ends or fails that was not stopped. */
    StartFailure awaitFailure() {
        return failure.join();
    }

    void fail(StartFailure reason) {
        failure.complete(reason);
    }

    /** Stops every part. Where another thread does so already, waits for it. */
    synchronized void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        for (var group : groups.reversed()) {
            switch (group.stopping()) {
                case TOGETHER -> stop(group.parts());
                case LAST_FIRST -> group.parts().reversed().forEach(part -> stop(List.of(part)));
            }
        }
    }

    private void start(Part part) {
        var since = System.nanoTime();
        try {
            part.start(failure::complete);
            progress.done(part.name(), since);
        } catch (StartFailure e) {
            failure.complete(e);
        } catch (Exception e) {
            failure.complete(new StartFailure(part.name() + " did not start: " + e));
        }
    }

    private void stop(List<Part> group) {
        var stops = group.stream()
                .map(part -> CompletableFuture.runAsync(() -> stop(part)))
                .toList();
        for (var stop : stops) {
            try {
                stop.orTimeout(60, TimeUnit.SECONDS).join();
            } catch (CompletionException e) {
                progress.say("  A part could not be stopped: " + e.getCause());
            }
        }
    }

    private void stop(Part part) {
        var since = System.nanoTime();
        part.stop();
        progress.done(part.name() + " stopped", since);
    }
}
