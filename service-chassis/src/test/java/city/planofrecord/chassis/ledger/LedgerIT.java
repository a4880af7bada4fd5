package city.planofrecord.chassis.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.event.Ids;
import city.planofrecord.chassis.thing.ThingService;
import city.planofrecord.chassis.thing.Things;
import city.planofrecord.chassis.timeline.ActKind;

@QuarkusTest
@TestProfile(ThingService.class)
class LedgerIT {

    @Inject
    Things things;

    @Inject
    Jdbi jdbi;

    private static String code() {
        return UUID.randomUUID().toString();
    }

    private String on(UUID id, String day, Instant knownAt) {
        return things.valueOn(id, day, "name", knownAt).orElse("nothing");
    }

    @Test
    void noTwoThingsBearACodeOnOneDay() {
        var code = code();
        things.establish("2030-01-01", "code", code);

        assertThatThrownBy(() -> things.establish("2031-01-01", "code", code))
                .hasStackTraceContaining("ex_thing_row_code");
    }

    @Test
    void aCodeThatIsGivenUpIsFreeFromThatDayOn() {
        var code = code();
        var former = things.establish("2030-01-01", "code", code);
        things.abolish(former, "2031-01-01");

        var later = things.establish("2031-01-01", "code", code);

        assertThat(things.valueOn(former, "2030-12-31", "code", null)).contains(code);
        assertThat(things.valueOn(later, "2031-01-01", "code", null)).contains(code);
    }

    @Test
    void twoThingsMayChangeCodesWithinOneTransaction() {
        var one = code();
        var other = code();
        var first = things.establish("2030-01-01", "code", one);
        var second = things.establish("2030-01-01", "code", other);

        QuarkusTransaction.requiringNew().run(() -> {
            for (var swap : List.of(Map.entry(first, other), Map.entry(second, one))) {
                var entry = things.lock(swap.getKey());
                things.register()
                        .record(
                                entry,
                                new NewAct(
                                        Ids.next(),
                                        ActKind.AMENDED,
                                        LocalDate.parse("2031-01-01"),
                                        null,
                                        Things.fields("code", swap.getValue()),
                                        null,
                                        null,
                                        Things.ORDINANCE,
                                        "Exchanged",
                                        "tester",
                                        false));
            }
        });

        assertThat(things.valueOn(first, "2031-01-01", "code", null)).contains(other);
        assertThat(things.valueOn(second, "2031-01-01", "code", null)).contains(one);
    }

    @Test
    void theDatabaseItselfRefusesRowsThatOverlap() {
        var id = things.establish("2030-01-01", "name", "a");

        assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.createUpdate(
                                "insert into thing_row (subject_id, effective_from, recorded_at, act_id, image)"
                                        + " select subject_id, date '2035-01-01', recorded_at, act_id, image from thing_row"
                                        + " where subject_id = :id")
                        .bind("id", id)
                        .execute()))
                .hasStackTraceContaining("ex_thing_row_period");
    }

    @Test
    void whatWasBelievedBeforeAnActStaysAnswerable() {
        var id = things.establish("2030-01-01", "name", "first");
        var before = things.now();
        things.amend(id, "2031-01-01", "name", "second");
        var between = things.now();
        things.correct(id, "2030-06-01", "2030-07-01", "name", "corrected");

        assertThat(on(id, "2031-01-01", before)).isEqualTo("first");
        assertThat(on(id, "2031-01-01", between)).isEqualTo("second");
        assertThat(on(id, "2030-06-15", between)).isEqualTo("first");
        assertThat(on(id, "2030-06-15", null)).isEqualTo("corrected");
        assertThat(on(id, "2030-07-01", null)).isEqualTo("first");
    }

    @Test
    void beforeItWasRecordedNothingWasKnown() {
        var before = things.now();
        var id = things.establish("2030-01-01", "name", "first");

        assertThat(on(id, "2030-01-01", before)).isEqualTo("nothing");
    }

    @Test
    void aCancelledActIsAsIfItHadNeverBeenRecordedButWasBelieved() {
        var id = things.establish("2030-01-01", "name", "first");
        var amended = things.amend(id, "2099-01-01", "name", "never");
        var believed = things.now();
        things.cancel(id, amended.act().act().id());

        assertThat(on(id, "2099-01-01", null)).isEqualTo("first");
        assertThat(on(id, "2099-01-01", believed)).isEqualTo("never");
    }

    @Test
    void anEndAndItsCancellationAreBothAnswerable() {
        var id = things.establish("2030-01-01", "name", "first");
        var ended = things.abolish(id, "2099-01-01");
        var believed = things.now();
        things.cancel(id, ended.act().act().id());

        assertThat(on(id, "2099-01-01", believed)).isEqualTo("nothing");
        assertThat(on(id, "2098-12-31", believed)).isEqualTo("first");
        assertThat(on(id, "2099-01-01", null)).isEqualTo("first");
    }

    @Test
    void recordedTimeGrowsWithEveryActOnAThingEvenWithinOneTransaction() {
        var id = things.establish("2030-01-01", "name", "a");
        QuarkusTransaction.requiringNew().run(() -> {
            for (var nth = 0; nth < 20; nth++) {
                things.amend(id, "2031-01-01", "name", "n" + nth);
            }
        });

        var times =
                things.ledger().acts(id).stream().map(RecordedAct::recordedAt).toList();
        assertThat(times).hasSize(21).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aRowIsSupersededOnceAndNeverChangedOtherwise() {
        var id = things.establish("2030-01-01", "name", "a");
        things.amend(id, "2031-01-01", "name", "b");
        var rows = things.ledger().everyRow(id, null);
        things.amend(id, "2032-01-01", "name", "c");
        things.correct(id, "2030-03-01", "2030-04-01", "name", "d");

        var later = things.ledger().everyRow(id, null);
        for (var row : rows) {
            var now = later.stream()
                    .filter(one -> one.recordedAt().equals(row.recordedAt())
                            && one.effectiveFrom().equals(row.effectiveFrom()))
                    .toList();
            assertThat(now).hasSize(1);
            assertThat(now.getFirst().image()).isEqualTo(row.image());
            assertThat(now.getFirst().effectiveUntil()).isEqualTo(row.effectiveUntil());
            if (row.supersededAt() != null) {
                assertThat(now.getFirst().supersededAt()).isEqualTo(row.supersededAt());
            }
        }
    }
}
