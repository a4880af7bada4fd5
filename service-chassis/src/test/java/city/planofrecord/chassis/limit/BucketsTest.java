package city.planofrecord.chassis.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class BucketsTest {

    /** So many at once, so many a minute. */
    private record Of(int burst, int perMinute) implements LimitConfig.Rate {}

    private final Buckets buckets = new Buckets("address", new Of(3, 6), 100);

    @Test
    void soManyAreWithinTheLimitAndTheNextIsNot() {
        assertThat(IntStream.range(0, 4).mapToObj(_ -> buckets.take("a").within()))
                .containsExactly(true, true, true, false);
        assertThat(buckets.take("b").within()).isTrue();
    }

    @Test
    void howACallerStandsIsToldAsTheDraftWritesIt() {
        buckets.take("a");

        var standing = buckets.take("a");

        assertThat(standing.policy()).isEqualTo("\"address\";q=3;w=30");
        // Less the seconds that have gone by since.
        assertThat(standing.state()).matches("\"address\";r=1;t=(1[5-9]|20)");
    }

    @Test
    void whoHasNoneLeftIsToldWhenTheNextComes() {
        IntStream.range(0, 3).forEach(_ -> buckets.take("a"));

        assertThat(buckets.take("a").retryAfter()).isBetween(5L, 10L);
        assertThat(buckets.has("a")).isFalse();
        assertThat(buckets.has("b")).isTrue();
    }

    @Test
    void whatWasWorthMoreIsPaidForAfterwardsButNeverMoreThanAllAtOnce() {
        buckets.take("a");
        buckets.charge("a", 1_000);

        assertThat(buckets.take("a").within()).isFalse();
        assertThat(buckets.take("a").retryAfter()).isBetween(15L, 20L);
    }

    @Test
    void theMemoryOfCallersIsBounded() {
        var few = new Buckets("address", new Of(1, 1), 10);

        IntStream.range(0, 10_000).forEach(i -> few.take("a" + i));

        assertThat(few.remembered()).isLessThanOrEqualTo(10);
    }
}
