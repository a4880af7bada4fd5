package city.planofrecord.paygrade.classpay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import city.planofrecord.chassis.heard.HeardRow;
import city.planofrecord.chassis.ledger.Authority;
import city.planofrecord.chassis.ledger.Days;
import city.planofrecord.chassis.ledger.Row;

class PayTimelinePropertiesTest {

    private static final LocalDate FIRST = LocalDate.of(2011, 1, 1);
    private static final int DAYS = 24;
    private static final UUID CLASS = UUID.nameUUIDFromBytes(new byte[] {0});
    private static final List<UUID> GRADES =
            List.of(UUID.nameUUIDFromBytes(new byte[] {1}), UUID.nameUUIDFromBytes(new byte[] {2}));
    private static final Authority BY = new Authority(Authority.Kind.RULE, "Rule 7");
    private static final Instant RECORDED = Instant.parse("2011-01-01T00:00:00Z");

    /** What stands of one thing: a value for each day, null where it is not. */
    private record Stretch(LocalDate from, LocalDate until, int value) {}

    @Property(tries = 300)
    void aDayHasPayWhereClassAssignmentAndGradeStand(@ForAll("plans") Plan plan) {
        var timeline = plan.timeline();

        eachDay(day -> assertThat(timeline.on(day).isPresent())
                .isEqualTo(plan.jobClass().stream().anyMatch(row -> row.covers(day))
                        && plan.assignments().stream()
                                .filter(row -> row.covers(day))
                                .anyMatch(row ->
                                        plan
                                                .grades()
                                                .get(UUID.fromString(row.image()
                                                        .path("gradeId")
                                                        .asText()))
                                                .stream()
                                                .anyMatch(grade -> grade.covers(day)))));
    }

    @Property(tries = 300)
    void periodsFollowOneAnotherWithoutOverlap(@ForAll("plans") Plan plan) {
        PayPeriod last = null;
        for (var period : plan.timeline().periods()) {
            if (last != null) {
                assertThat(last.until()).isNotNull().isBeforeOrEqualTo(period.from());
            }
            last = period;
        }
    }

    @Property(tries = 300)
    void differencesAreTheDaysThatAreToldOtherwise(@ForAll("plans") Plan before, @ForAll("plans") Plan after) {
        var then = before.timeline();
        var now = after.timeline();
        var days = new Days(FIRST.plusDays(3), FIRST.plusDays(DAYS - 3));

        var differences = PayDifference.between(then, now, days);

        eachDay(day -> {
            var telling = differences.stream()
                    .filter(one -> !day.isBefore(one.from()) && (one.until() == null || day.isBefore(one.until())))
                    .toList();
            var differs = !PayPeriod.samePay(then.standing(day), now.standing(day));
            assertThat(telling).as("%s", day).hasSize(days.covers(day) && differs ? 1 : 0);
            for (var one : telling) {
                assertThat(PayPeriod.samePay(one.before(), then.standing(day))).isTrue();
                assertThat(PayPeriod.samePay(one.afterwards(), now.standing(day)))
                        .isTrue();
            }
        });
        for (var i = 1; i < differences.size(); i++) {
            var last = differences.get(i - 1);
            var next = differences.get(i);
            assertThat(next.from().equals(last.until())
                            && PayPeriod.samePay(last.before(), next.before())
                            && PayPeriod.samePay(last.afterwards(), next.afterwards()))
                    .as("neighbours that are alike are one")
                    .isFalse();
        }
    }

    @Property(tries = 300)
    void turnsAreTheDaysOnWhichPayBecomesAnother(@ForAll("plans") Plan plan) {
        var timeline = plan.timeline();
        var days = new Days(FIRST.plusDays(2), null);

        var turns = PayTurn.of(timeline, days);

        assertThat(turns)
                .extracting(PayTurn::date)
                .containsExactlyElementsOf(IntStream.rangeClosed(2, DAYS)
                        .mapToObj(FIRST::plusDays)
                        .filter(day -> !PayPeriod.samePay(timeline.standing(day.minusDays(1)), timeline.standing(day)))
                        .toList());
        assertThat(turns)
                .allSatisfy(turn -> assertThat(PayChange.between(turn.before(), turn.after()))
                        .isNotEmpty());
    }

    private static void eachDay(java.util.function.Consumer<LocalDate> check) {
        IntStream.rangeClosed(-1, DAYS + 1).mapToObj(FIRST::plusDays).forEach(check);
    }

    record Plan(List<HeardRow> jobClass, List<Row> assignments, Map<UUID, List<Row>> grades) {

        PayTimeline timeline() {
            return PayTimeline.of(jobClass, assignments, grade -> Objects.requireNonNull(grades.get(grade)));
        }
    }

    @Provide
    Arbitrary<Plan> plans() {
        return Combinators.combine(stretches(3), stretches(2), stretches(3), stretches(3))
                .as((jobClass, assignments, one, other) -> new Plan(
                        jobClass.stream()
                                .map(PayTimelinePropertiesTest::classRow)
                                .toList(),
                        rows(
                                CLASS,
                                assignments,
                                value -> image("gradeId", GRADES.get(value).toString())),
                        Map.of(
                                GRADES.get(0),
                                rows(GRADES.get(0), one, value -> image("grade", "1-" + value)),
                                GRADES.get(1),
                                rows(GRADES.get(1), other, value -> image("grade", "2-" + value)))));
    }

    /** Stretches without overlap, the last of which may have no end. */
    private static Arbitrary<List<Stretch>> stretches(int values) {
        var value = Arbitraries.integers().between(-1, values - 1);
        return Combinators.combine(
                        Arbitraries.integers()
                                .between(0, DAYS)
                                .set()
                                .ofMinSize(1)
                                .ofMaxSize(5)
                                .map(days -> days.stream().sorted().toList()),
                        value.list().ofSize(5))
                .as((starts, standing) -> {
                    var stretches = new ArrayList<Stretch>();
                    for (var i = 0; i < starts.size(); i++) {
                        if (standing.get(i) >= 0) {
                            stretches.add(new Stretch(
                                    FIRST.plusDays(starts.get(i)),
                                    i + 1 < starts.size() ? FIRST.plusDays(starts.get(i + 1)) : null,
                                    standing.get(i)));
                        }
                    }
                    return stretches;
                });
    }

    private static HeardRow classRow(Stretch stretch) {
        var image = image("jobCode", "C" + stretch.value() % 2).put("title", "Title " + stretch.value());
        return new HeardRow(CLASS, stretch.from(), stretch.until(), RECORDED, RECORDED, UUID.randomUUID(), BY, image);
    }

    private static List<Row> rows(UUID thing, List<Stretch> stretches, Function<Integer, ObjectNode> image) {
        return stretches.stream()
                .map(stretch -> new Row(
                        thing,
                        stretch.from(),
                        stretch.until(),
                        RECORDED,
                        null,
                        UUID.randomUUID(),
                        BY,
                        image.apply(stretch.value())))
                .toList();
    }

    private static ObjectNode image(String field, String value) {
        return JsonNodeFactory.instance.objectNode().put(field, value);
    }
}
