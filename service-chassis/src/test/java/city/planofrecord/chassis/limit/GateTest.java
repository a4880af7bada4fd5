package city.planofrecord.chassis.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

class GateTest {

    /** So many at once. */
    private record Most(int all, int perAddress) implements LimitConfig.AtOnce {}

    private static Runnable in(Gate.Entry entry) {
        assertThat(entry).isInstanceOf(Gate.Inside.class);
        return ((Gate.Inside) entry).leave();
    }

    @Test
    void soManyAreInsideAndNoMore() {
        var gate = new Gate(new Most(2, 2));
        var first = in(gate.enter("a"));
        in(gate.enter("b"));

        assertThat(gate.enter("c")).isEqualTo(Gate.Full.ALL);
        first.run();
        in(gate.enter("c"));
        assertThat(gate.inside()).isEqualTo(2);
    }

    @Test
    void oneAddressTakesNoMoreThanItsShare() {
        var gate = new Gate(new Most(3, 1));
        in(gate.enter("a"));

        assertThat(gate.enter("a")).isEqualTo(Gate.Full.ADDRESS);
        in(gate.enter("b"));
        assertThat(gate.inside()).isEqualTo(2);
    }

    @Test
    void leavingTwiceIsLeavingOnce() {
        var gate = new Gate(new Most(2, 2));
        var first = in(gate.enter("a"));
        in(gate.enter("a"));

        first.run();
        first.run();

        assertThat(gate.inside()).isEqualTo(1);
    }

    @Test
    void manyWhoComeAtTheSameTimeNeverExceedIt() throws Exception {
        var gate = new Gate(new Most(3, 2));
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 2_000; i++) {
                var address = "a" + i % 3;
                threads.submit(() -> {
                    if (gate.enter(address) instanceof Gate.Inside entered) {
                        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                        Thread.yield();
                        inside.decrementAndGet();
                        entered.leave().run();
                    }
                });
            }
        }

        assertThat(most.get()).isBetween(1, 3);
        assertThat(gate.inside()).isZero();
        in(gate.enter("a0"));
        in(gate.enter("a0"));
        assertThat(gate.enter("a0")).isEqualTo(Gate.Full.ADDRESS);
    }
}
