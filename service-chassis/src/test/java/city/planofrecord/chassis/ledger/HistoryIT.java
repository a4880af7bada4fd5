package city.planofrecord.chassis.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.thing.ThingService;
import city.planofrecord.chassis.thing.Things;
import city.planofrecord.chassis.thing.Together;
import city.planofrecord.chassis.time.Horizon;
import city.planofrecord.chassis.timeline.ActKind;

@QuarkusTest
@TestProfile(ThingService.class)
class HistoryIT {

    private static final long SEED = 1341;
    private static final LocalDate FIRST = LocalDate.parse("2090-01-01");
    private static final int DAYS = 400;
    private static final int WRITERS = 8;
    private static final int ACTS = 10_000;
    private static final int THINGS = 160;

    @Inject
    Things things;

    @Inject
    Horizon horizon;

    private record Answer(UUID id, String day, Instant knownAt, Optional<String> name, long revision) {}

    @Test
    void answersToASettledInstantAreTheSameForEver() throws Exception {
        var all = IntStream.range(0, THINGS)
                .mapToObj(nth -> things.establish(FIRST.toString(), "name", "at first " + nth))
                .toList();
        Queue<Answer> answers = new ConcurrentLinkedQueue<>();

        Together.run(WRITERS, Duration.ofMinutes(15), writer -> {
            var random = new Random(SEED + writer);
            for (var nth = 0; nth < ACTS / WRITERS; nth++) {
                act(all.get(random.nextInt(all.size())), random, writer + "." + nth);
                ask(all, random, answers);
            }
        });

        assertThat(answers).hasSize(ACTS);
        assertThat(answers)
                .allSatisfy(answer -> assertThat(again(answer))
                        .as("seed %d, %s", SEED, answer)
                        .isEqualTo(answer));
        all.forEach(this::requireRowsOfTheFold);
    }

    private void act(UUID id, Random random, String name) {
        var day = FIRST.plusDays(random.nextInt(DAYS));
        try {
            switch (random.nextInt(6)) {
                case 0 ->
                    things.correct(
                            id,
                            day.toString(),
                            day.plusDays(1 + random.nextInt(60)).toString(),
                            "name",
                            name);
                case 1 -> things.correct(id, day.toString(), null, "other", name);
                case 2 -> cancelSomething(id, random);
                case 3 -> things.amend(id, day.toString(), "name", name, "other", name);
                default -> things.amend(id, day.toString(), "name", name);
            }
        } catch (Refused e) {
            // Another writer cancelled the same act first; what was refused left nothing behind.
            assertThat(e.detail()).contains("not in force");
        }
    }

    private void cancelSomething(UUID id, Random random) {
        var acts = things.ledger().acts(id).stream()
                .map(RecordedAct::act)
                .filter(act -> act.kind() != ActKind.CANCELLED && act.kind() != ActKind.ESTABLISHED)
                .toList();
        if (!acts.isEmpty()) {
            things.cancel(id, acts.get(random.nextInt(acts.size())).id());
        }
    }

    private void ask(List<UUID> all, Random random, Queue<Answer> answers) {
        var settled = horizon.settled().minusNanos(1000);
        answers.add(answer(
                all.get(random.nextInt(all.size())),
                FIRST.plusDays(random.nextInt(DAYS)).toString(),
                settled));
    }

    private Answer again(Answer before) {
        return answer(before.id(), before.day(), before.knownAt());
    }

    private Answer answer(UUID id, String day, Instant knownAt) {
        return new Answer(
                id,
                day,
                knownAt,
                things.valueOn(id, day, "name", knownAt),
                things.ledger().revision(id, knownAt));
    }

    private void requireRowsOfTheFold(UUID id) {
        var entry = things.ledger().find(id).orElseThrow();
        var rows = things.ledger().rows(id, null);
        assertThat(rows)
                .extracting(Row::effectiveFrom)
                .containsExactlyElementsOf(entry.timeline().periods().stream()
                        .map(period -> period.from())
                        .toList());
        assertThat(rows)
                .extracting(Row::act)
                .containsExactlyElementsOf(entry.timeline().periods().stream()
                        .map(period -> period.act())
                        .toList());
    }
}
