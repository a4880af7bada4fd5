package city.planofrecord.chassis.testing.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Sends every operation of a running service something hostile in each of its places. */
public abstract class FuzzedService {

    /** The requests, made from the service's own description and from things that it has. */
    protected abstract FuzzedRequests fuzzed();

    private static void sound(FuzzedRequests.Report report) {
        System.out.println(report.summary());
        assertThat(report.faults()).isEmpty();
    }

    @Test
    void nothingHostileInAPathOrAQueryIsMoreThanRefused() {
        sound(fuzzed().targets());
    }

    @Test
    void nothingHostileInAHeaderIsMoreThanRefused() {
        sound(fuzzed().headers());
    }

    @Test
    void nothingHostileInABodyIsMoreThanRefusedAndWhatIsNotForCallersIsNamed() {
        sound(fuzzed().bodies());
    }
}
