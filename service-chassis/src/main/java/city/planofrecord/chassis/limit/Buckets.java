package city.planofrecord.chassis.limit;

import java.time.Duration;
import java.util.concurrent.ConcurrentMap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;

/** A bucket for each of many callers. Who has not called for as long as a bucket takes to fill is forgotten. */
final class Buckets {

    private final String name;
    private final LimitConfig.Rate rate;
    private final Cache<String, Bucket> cache;
    private final ConcurrentMap<String, Bucket> buckets;

    /** @param most how many callers are remembered; of more the rarest are forgotten */
    Buckets(String name, LimitConfig.Rate rate, int most) {
        this.name = name;
        this.rate = rate;
        cache = Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfterAccess(
                        Duration.ofMinutes(1).plusMillis(2 * 60_000L * rate.burst() / Math.max(rate.perMinute(), 1)))
                .build();
        buckets = cache.asMap();
    }

    /** Counts a request of the caller, if it is within the limit. */
    Standing take(String caller) {
        return Standing.of(name, rate, bucket(caller).tryConsumeAndReturnRemaining(1));
    }

    /** Counts what a request turned out to be worth beyond one, at most as much as may be used at once. */
    void charge(String caller, long more) {
        if (more > 0) {
            bucket(caller).consumeIgnoringRateLimits(Math.min(more, rate.burst()));
        }
    }

    /** Whether another would be within the limit. */
    boolean has(String caller) {
        var bucket = buckets.get(caller);
        return bucket == null || bucket.getAvailableTokens() > 0;
    }

    /** How many callers are remembered. */
    long remembered() {
        cache.cleanUp();
        return cache.estimatedSize();
    }

    private Bucket bucket(String caller) {
        return buckets.computeIfAbsent(
                caller,
                _ -> Bucket.builder()
                        .addLimit(limit ->
                                limit.capacity(rate.burst()).refillGreedy(rate.perMinute(), Duration.ofMinutes(1)))
                        .build());
    }
}
