package city.planofrecord.local.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/** Request upon request from one address, as many a second as said, whatever is answered. */
public final class Flood implements Attack {

    private final HttpClient http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<Integer, Integer> answers = new ConcurrentHashMap<>();

    private Flood(HttpClient http) {
        this.http = http;
    }

    /**
     * Begins.
     *
     * @param senders how many send side by side, each when it has been answered
     * @param perSecond how many requests all of them send at most
     */
    public static Flood from(String address, int senders, int perSecond, IntFunction<HttpRequest> requests) {
        try {
            var flood = new Flood(HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .localAddress(InetAddress.getByName(address))
                    .build());
            var count = new AtomicInteger();
            for (var i = 0; i < senders; i++) {
                flood.threads.execute(() -> flood.send(count, TimeUnit.SECONDS.toNanos(senders) / perSecond, requests));
            }
            return flood;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void send(AtomicInteger count, long every, IntFunction<HttpRequest> requests) {
        var next = System.nanoTime();
        while (!Thread.currentThread().isInterrupted()) {
            answers.merge(answered(requests.apply(count.getAndIncrement())), 1, Integer::sum);
            next = Math.max(next + every, System.nanoTime() - every);
            LockSupport.parkNanos(next - System.nanoTime());
        }
    }

    private int answered(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException cut) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    @Override
    public Map<Integer, Integer> answers() {
        return new TreeMap<>(answers);
    }

    @Override
    public void close() {
        threads.shutdownNow();
        http.shutdownNow();
    }
}
