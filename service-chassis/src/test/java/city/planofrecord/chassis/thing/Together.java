package city.planofrecord.chassis.thing;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/** Writers that work at the same time. */
public final class Together {

    private Together() {}

    /** What one of the writers does. */
    @FunctionalInterface
    public interface Work {

        void by(int writer) throws Exception;
    }

    /** Lets so many writers begin at one moment, and returns when all are done; fails where one of them does. */
    public static void run(int writers, Work work) throws Exception {
        run(writers, Duration.ofMinutes(2), work);
    }

    /** As the other, for work that may take longer. */
    public static void run(int writers, Duration within, Work work) throws Exception {
        var begin = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(writers)) {
            var done = IntStream.range(0, writers)
                    .mapToObj(writer -> threads.submit((Callable<Void>) () -> {
                        begin.await();
                        work.by(writer);
                        return null;
                    }))
                    .toList();
            begin.countDown();
            try {
                for (var one : done) {
                    one.get(within.toSeconds(), TimeUnit.SECONDS);
                }
            } catch (ExecutionException | TimeoutException e) {
                threads.shutdownNow();
                throw e;
            }
        }
    }
}
