package city.planofrecord.chassis.limit;

import java.time.Duration;

import io.github.bucket4j.ConsumptionProbe;

/**
 * How somebody stands with a limit after a request was counted.
 *
 * @param name of the limit, as it is told to callers
 * @param quota how many at once
 * @param window in which so many come again, where none is used
 * @param within whether the request was within the limit
 * @param remaining how many more at once now
 * @param reset until all may be used again
 * @param retry until the next may come; zero where there is one now
 */
record Standing(
        String name, long quota, Duration window, boolean within, long remaining, Duration reset, Duration retry) {

    static Standing of(String name, LimitConfig.Rate rate, ConsumptionProbe probe) {
        return new Standing(
                name,
                rate.burst(),
                Duration.ofMillis(60_000L * rate.burst() / rate.perMinute()),
                probe.isConsumed(),
                Math.max(probe.getRemainingTokens(), 0),
                Duration.ofNanos(probe.getNanosToWaitForReset()),
                Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** A member of the {@code RateLimit-Policy} field (draft-ietf-httpapi-ratelimit-headers-10, section 3). */
    String policy() {
        return "\"" + name + "\";q=" + quota + ";w=" + seconds(window);
    }

    /** A member of the {@code RateLimit} field (draft-ietf-httpapi-ratelimit-headers-10, section 4). */
    String state() {
        return "\"" + name + "\";r=" + remaining + ";t=" + seconds(reset);
    }

    /** Whole seconds to wait, for {@code Retry-After}; at least one. */
    long retryAfter() {
        return Math.max(seconds(retry), 1);
    }

    private static long seconds(Duration time) {
        return time.plusMillis(999).toSeconds();
    }
}
