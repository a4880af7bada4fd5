package city.planofrecord.local.attack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** Another of the city's systems, which reads page after page and notes how long each took. */
public record Reader(HttpClient http, String token, List<URI> pages) {

    private static final Duration BETWEEN = Duration.ofMillis(15);

    /**
     * How long answers took.
     *
     * @param times sorted
     * @param wrong answers that were none: a status other than 200, or none in time
     */
    public record Times(List<Duration> times, int wrong) {

        /** The smallest time that at least so many of a hundred do not exceed. */
        public Duration percentile(int percent) {
            return times.get((int) Math.ceil(times.size() * percent / 100.0) - 1);
        }

        @Override
        public String toString() {
            return "%d answers, median %d ms, p99 %d ms, longest %d ms, %d wrong"
                    .formatted(
                            times.size(),
                            percentile(50).toMillis(),
                            percentile(99).toMillis(),
                            times.getLast().toMillis(),
                            wrong);
        }
    }

    /** Reads all pages side by side, each again and again, for the time. */
    public Times read(Duration during) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var readings = threads.invokeAll(pages.stream()
                    .<Callable<Times>>map(page -> () -> read(page, during))
                    .toList());
            var all = new ArrayList<Duration>();
            var wrong = 0;
            for (var reading : readings) {
                all.addAll(reading.resultNow().times());
                wrong += reading.resultNow().wrong();
            }
            Collections.sort(all);
            return new Times(all, wrong);
        }
    }

    private Times read(URI page, Duration during) throws InterruptedException {
        var request = HttpRequest.newBuilder(page)
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Bearer " + token)
                .build();
        var times = new ArrayList<Duration>();
        var wrong = 0;
        var end = System.nanoTime() + during.toNanos();
        while (System.nanoTime() < end) {
            var since = System.nanoTime();
            try {
                if (http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() != 200) {
                    wrong++;
                }
            } catch (IOException e) {
                wrong++;
            }
            times.add(Duration.ofNanos(System.nanoTime() - since));
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
        return new Times(times, wrong);
    }
}
