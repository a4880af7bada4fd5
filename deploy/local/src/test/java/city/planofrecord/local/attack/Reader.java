package city.planofrecord.local.attack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Another of the city's systems, which reads page after page, so many in a second whether or not it has been answered: what
 * has to wait for what was asked before it waits longer, and a pause of the service counts for all that were to be asked
 * in it.
 */
public record Reader(HttpClient http, String token, List<URI> pages) {

    private static final int PER_SECOND = 120;

    private record Reading(Duration took, String wrong) {}

    /**
     * How long answers took, each from the instant at which it was to be asked for.
     *
     * @param times sorted
     * @param wrong what was answered where it was no page: a status other than 200, or none in time
     */
    public record Times(List<Duration> times, List<String> wrong) {

        public static final Times NONE = new Times(List.of(), List.of());

        /** These and others. */
        public Times and(Times others) {
            return new Times(
                    Stream.concat(times.stream(), others.times.stream())
                            .sorted()
                            .toList(),
                    Stream.concat(wrong.stream(), others.wrong.stream()).toList());
        }

        /** The smallest time that at least so many of a hundred do not exceed. */
        public Duration percentile(int percent) {
            return times.get((int) Math.ceil(times.size() * percent / 100.0) - 1);
        }

        @Override
        public String toString() {
            return "%d answers, median %.1f ms, p90 %.1f ms, p99 %.1f ms, longest %.1f ms, %d wrong"
                    .formatted(
                            times.size(),
                            milliseconds(percentile(50)),
                            milliseconds(percentile(90)),
                            milliseconds(percentile(99)),
                            milliseconds(times.getLast()),
                            wrong.size());
        }

        private static double milliseconds(Duration time) {
            return time.toNanos() / 1e6;
        }
    }

    /** Reads the pages in turn for the time. */
    public Times read(Duration during) throws InterruptedException {
        var requests = pages.stream().map(this::request).toList();
        var readings = new ArrayList<Future<Reading>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var begun = System.nanoTime();
            var all = during.toMillis() * PER_SECOND / 1_000;
            for (var nth = 0; nth < all; nth++) {
                var planned = begun + TimeUnit.SECONDS.toNanos(nth) / PER_SECOND;
                while (System.nanoTime() < planned) {
                    LockSupport.parkNanos(planned - System.nanoTime());
                }
                var request = requests.get(nth % requests.size());
                readings.add(threads.submit(() -> read(request, planned)));
            }
        }
        return new Times(
                readings.stream().map(one -> one.resultNow().took()).sorted().toList(),
                readings.stream()
                        .map(one -> one.resultNow().wrong())
                        .filter(wrong -> !wrong.isEmpty())
                        .toList());
    }

    private HttpRequest request(URI page) {
        return HttpRequest.newBuilder(page)
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Bearer " + token)
                .build();
    }

    private Reading read(HttpRequest request, long planned) throws InterruptedException {
        var wrong = "";
        try {
            var status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            wrong = status == 200 ? "" : status + " of " + request.uri();
        } catch (IOException e) {
            wrong = e + " of " + request.uri();
        }
        return new Reading(Duration.ofNanos(System.nanoTime() - planned), wrong);
    }
}
