package city.planofrecord.chassis.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class TurnsTest {

    private final Turns turns = new Turns(1);
    private final List<String> begun = new ArrayList<>();
    private final List<Runnable> ends = new ArrayList<>();

    private void take(String name) {
        turns.take().subscribe().with(end -> {
            begun.add(name);
            ends.add(end);
        });
    }

    @Test
    void whoComesFirstBeginsAndTheOthersFollowInTheirOrder() {
        List.of("a", "b", "c").forEach(this::take);
        assertThat(begun).containsExactly("a");

        ends.getFirst().run();
        assertThat(begun).containsExactly("a", "b");

        ends.get(1).run();
        assertThat(begun).containsExactly("a", "b", "c");
    }

    @Test
    void endingTwiceIsEndingOnce() {
        List.of("a", "b", "c").forEach(this::take);

        ends.getFirst().run();
        ends.getFirst().run();

        assertThat(begun).containsExactly("a", "b");
    }

    @Test
    void whenAllHaveEndedTheNextBeginsAtOnce() {
        take("a");
        ends.getFirst().run();

        take("b");

        assertThat(begun).containsExactly("a", "b");
    }
}
