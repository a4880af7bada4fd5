package city.planofrecord.chassis.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every history of one thing. */
class TimelinePropertiesTest {

    private static final LocalDate BEGIN = LocalDate.of(2000, 1, 1);
    private static final int DAYS = 60;

    /** An act in outline: its id and order are given when the history is made. */
    private record Outline(int kind, int from, int length, String field, String value, int takes) {}

    @Provide
    Arbitrary<List<Act<String>>> histories() {
        var outline = Combinators.combine(
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(0, DAYS),
                        Arbitraries.integers().between(1, 20),
                        Arbitraries.of("title", "grade", "specification"),
                        Arbitraries.of("A", "B", "C"),
                        Arbitraries.integers().between(0, 20))
                .as(Outline::new);
        return outline.list().ofMinSize(0).ofMaxSize(14).map(TimelinePropertiesTest::history);
    }

    private static List<Act<String>> history(List<Outline> outlines) {
        var acts = new ArrayList<Act<String>>();
        acts.add(Act.established(UUID.randomUUID(), 1, BEGIN, Map.of("title", "A", "grade", "A")));
        for (var outline : outlines) {
            var order = acts.size() + 1;
            var from = BEGIN.plusDays(outline.from());
            var set = Map.of(outline.field(), outline.value());
            acts.add(
                    switch (outline.kind()) {
                        case 0, 1, 2, 3 -> Act.amended(UUID.randomUUID(), order, from, set);
                        case 4, 5 -> Act.corrected(UUID.randomUUID(), order, from, null, set, null);
                        case 6, 7 ->
                            Act.corrected(UUID.randomUUID(), order, from, from.plusDays(outline.length()), set, null);
                        case 8 -> Act.abolished(UUID.randomUUID(), order, from);
                        default -> cancellation(acts, order, outline);
                    });
        }
        return acts;
    }

    private static Act<String> cancellation(List<Act<String>> acts, int order, Outline outline) {
        var candidates = acts.stream()
                .filter(act -> act.kind() != ActKind.CANCELLED && act.order() > 1)
                .toList();
        return candidates.isEmpty()
                ? Act.amended(UUID.randomUUID(), order, BEGIN, Map.of(outline.field(), outline.value()))
                : Act.cancelled(UUID.randomUUID(), order, candidates.get(outline.takes() % candidates.size()));
    }

    private static Stream<LocalDate> days() {
        return BEGIN.minusDays(2).datesUntil(BEGIN.plusDays(DAYS + 30));
    }

    private static Object image(Timeline<String> timeline, LocalDate day) {
        return timeline.on(day).map(Period::image).orElse(null);
    }

    @Property
    void periodsStandInOrderAndNeverOverlap(@ForAll("histories") List<Act<String>> acts) {
        var periods = Timeline.of(acts).periods();
        for (var i = 0; i + 1 < periods.size(); i++) {
            var until = periods.get(i).until();
            assertThat(until).isNotNull().isAfter(periods.get(i).from());
            assertThat(periods.get(i + 1).from()).isAfterOrEqualTo(until);
        }
    }

    @Property
    void thereIsNoGapThatNoActAskedFor(@ForAll("histories") List<Act<String>> acts) {
        var timeline = Timeline.of(acts);
        var ends = timeline.inForce().stream()
                .filter(act -> Objects.equals(act.exists(), false))
                .map(Act::from)
                .min(LocalDate::compareTo);
        days().filter(day -> !day.isBefore(BEGIN))
                .filter(day -> ends.isEmpty() || day.isBefore(ends.get()))
                .forEach(day -> assertThat(timeline.on(day)).isPresent());
    }

    @Property
    void neighboursDiffer(@ForAll("histories") List<Act<String>> acts) {
        var periods = Timeline.of(acts).periods();
        for (var i = 0; i + 1 < periods.size(); i++) {
            if (periods.get(i + 1).from().equals(periods.get(i).until())) {
                assertThat(periods.get(i).image())
                        .isNotEqualTo(periods.get(i + 1).image());
            }
        }
    }

    @Property
    void actsOnDifferentFieldsCommute(
            @ForAll("histories") List<Act<String>> acts,
            @ForAll("dates") LocalDate one,
            @ForAll("dates") LocalDate other) {
        var order = acts.size() + 1;
        var first = List.of(
                Act.amended(UUID.randomUUID(), order, one, Map.of("title", "X")),
                Act.amended(UUID.randomUUID(), order + 1, other, Map.of("grade", "Y")));
        var second = List.of(
                Act.amended(UUID.randomUUID(), order, other, Map.of("grade", "Y")),
                Act.amended(UUID.randomUUID(), order + 1, one, Map.of("title", "X")));
        var there = Timeline.of(Stream.concat(acts.stream(), first.stream()).toList());
        var here = Timeline.of(Stream.concat(acts.stream(), second.stream()).toList());

        days().forEach(day -> assertThat(image(here, day)).isEqualTo(image(there, day)));
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        return Arbitraries.integers().between(0, DAYS).map(BEGIN::plusDays);
    }

    @Property
    void cancellingRestores(@ForAll("histories") List<Act<String>> acts, @ForAll("dates") LocalDate from) {
        var before = Timeline.of(acts);
        var act = Act.amended(UUID.randomUUID(), acts.size() + 1, from, Map.of("title", "X"));
        var after = before.with(act).with(Act.cancelled(UUID.randomUUID(), acts.size() + 2, act));

        assertThat(after.periods()).isEqualTo(before.periods());
    }

    @Property
    void everyEarlierBeliefIsTheFoldOfTheActsRecordedByThen(@ForAll("histories") List<Act<String>> acts) {
        var timeline = Timeline.<String>of(List.of());
        for (var i = 0; i < acts.size(); i++) {
            timeline = timeline.with(acts.get(i));
            assertThat(timeline.periods())
                    .isEqualTo(Timeline.of(acts.subList(0, i + 1)).periods());
        }
    }

    @Property
    void changesCarryOneTimelineIntoTheOther(
            @ForAll("histories") List<Act<String>> acts, @ForAll("histories") List<Act<String>> others) {
        var before = Timeline.of(acts);
        var after = Timeline.of(others);
        var changes = before.changesTo(after);

        days().forEach(day -> {
            var change = changes.stream().filter(one -> one.covers(day)).findFirst();
            assertThat(change.map(Change::before).orElse(null))
                    .isEqualTo(change.isPresent() ? image(before, day) : null);
            assertThat(image(after, day))
                    .isEqualTo(change.isPresent() ? change.get().after() : image(before, day));
        });
    }

    @Property
    void aCorrectionHoldsForItsWholePeriodWhenItIsRecorded(
            @ForAll("histories") List<Act<String>> acts, @ForAll("dates") LocalDate from) {
        var before = Timeline.of(acts);
        var corrected = before.with(
                Act.corrected(UUID.randomUUID(), acts.size() + 1, from, from.plusDays(10), Map.of("title", "X"), null));

        from.datesUntil(from.plusDays(10))
                .filter(day -> before.on(day).isPresent())
                .forEach(day ->
                        assertThat(corrected.on(day).orElseThrow().image()).containsEntry("title", "X"));
        days().filter(day -> day.isBefore(from) || !day.isBefore(from.plusDays(10)))
                .forEach(day -> assertThat(image(corrected, day)).isEqualTo(image(before, day)));
    }

    @Property
    void whatAnActSaysUntilADayCanBeSaidAnewWithThatEndAndLeavesTheDaysBeforeAsTheyAre(
            @ForAll("histories") List<Act<String>> acts, @ForAll("dates") LocalDate end) {
        var before = Timeline.of(acts);
        var taken = before.inForce().get(acts.size() % before.inForce().size());
        var after = before;
        for (var voice : before.voices(taken.id())) {
            if (voice.from().isBefore(end)) {
                var until = voice.until() == null || voice.until().isAfter(end) ? end : voice.until();
                var set = new HashMap<>(taken.set());
                set.keySet().retainAll(voice.fields());
                after = after.with(Act.corrected(
                        UUID.randomUUID(),
                        after.acts().size() + 1,
                        voice.from(),
                        until,
                        set,
                        voice.existence() ? taken.exists() : null));
            }
        }
        var ended = after.with(Act.cancelled(UUID.randomUUID(), after.acts().size() + 1, taken));
        var without = before.with(Act.cancelled(UUID.randomUUID(), acts.size() + 1, taken));

        days().forEach(day -> assertThat(image(ended, day))
                .as("%s", day)
                .isEqualTo(image(day.isBefore(end) ? before : without, day)));
    }

    @Property
    void onEveryDayOneActSpeaksForEachFieldOfTheImage(@ForAll("histories") List<Act<String>> acts) {
        var timeline = Timeline.of(acts);
        days().forEach(day -> timeline.on(day)
                .ifPresent(period -> period.image().forEach((field, value) -> {
                    var speaking = timeline.inForce().stream()
                            .filter(act -> timeline.voices(act.id()).stream()
                                    .anyMatch(voice -> !day.isBefore(voice.from())
                                            && (voice.until() == null || day.isBefore(voice.until()))
                                            && voice.fields().contains(field)))
                            .toList();
                    assertThat(speaking)
                            .singleElement()
                            .satisfies(act -> assertThat(act.set()).containsEntry(field, value));
                })));
    }
}
