package city.planofrecord.chassis.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;

class TimelineTest {

    private final Acts acts = new Acts();

    @Test
    void aRegradeEndsTheOldGradeTheDayItStarts() {
        acts.establish("2005-12-01", Map.of("grade", "614-S"));
        acts.amend("2011-04-10", Map.of("grade", "615-S"));

        assertThat(acts.on("2011-04-09")).contains(Map.of("grade", "614-S"));
        assertThat(acts.on("2011-04-10")).contains(Map.of("grade", "615-S"));
    }

    @Test
    void aRetitleRecordedLaterForAnEarlierDayCarriesThroughARespecification() {
        acts.establish("2005-12-01", Map.of("title", "Clerk", "specification", "1"));
        acts.amend("2019-01-06", Map.of("specification", "2"));
        acts.amend("2018-01-07", Map.of("title", "Technician"));

        assertThat(acts.on("2018-06-01")).contains(Map.of("title", "Technician", "specification", "1"));
        assertThat(acts.on("2019-06-01")).contains(Map.of("title", "Technician", "specification", "2"));
    }

    @Test
    void aCorrectionWithoutAnEndHoldsUntilTheNextActOnTheField() {
        acts.establish("2005-12-01", Map.of("title", "Clark"));
        acts.amend("2010-01-03", Map.of("title", "Technician"));
        acts.correct("2005-12-01", null, Map.of("title", "Clerk"));

        assertThat(acts.on("2009-12-31")).contains(Map.of("title", "Clerk"));
        assertThat(acts.on("2010-01-03")).contains(Map.of("title", "Technician"));
    }

    @Test
    void aCorrectionWithAnEndHoldsForItsWholePeriodAgainstWhatWasRecordedBefore() {
        acts.establish("2005-12-01", Map.of("title", "A"));
        acts.amend("2010-01-03", Map.of("title", "B"));
        acts.correct("2009-01-04", "2011-01-02", Map.of("title", "C"));

        assertThat(acts.on("2009-01-03")).contains(Map.of("title", "A"));
        assertThat(acts.on("2010-06-01")).contains(Map.of("title", "C"));
        assertThat(acts.on("2011-01-02")).contains(Map.of("title", "B"));
    }

    @Test
    void anAmendmentRecordedAfterACorrectionHoldsFromItsOwnDateWithinThePeriod() {
        acts.establish("2005-12-01", Map.of("title", "A"));
        acts.correct("2009-01-04", "2011-01-02", Map.of("title", "C"));
        acts.amend("2010-01-03", Map.of("title", "B"));

        assertThat(acts.on("2009-12-31")).contains(Map.of("title", "C"));
        assertThat(acts.on("2010-01-03")).contains(Map.of("title", "B"));
    }

    @Test
    void whatBeganOnAWrongDayIsRepairedByACorrectionOfItsExistence() {
        acts.establish("2005-12-01", Map.of("title", "A"));
        acts.correct("2005-12-01", "2006-01-01", Map.of(), false);

        assertThat(acts.on("2005-12-31")).isEmpty();
        assertThat(acts.on("2006-01-01")).contains(Map.of("title", "A"));
    }

    @Test
    void anAbolishedThingDoesNotComeBackWithALaterAmendment() {
        acts.establish("2005-12-01", Map.of("title", "A"));
        acts.amend("2012-01-01", Map.of("title", "B"));
        acts.abolish("2011-04-10");

        assertThat(acts.on("2011-04-09")).contains(Map.of("title", "A"));
        assertThat(acts.on("2012-06-01")).isEmpty();
    }

    @Test
    void aCancelledActIsAsIfItHadNeverBeenRecorded() {
        acts.establish("2005-12-01", Map.of("title", "A"));
        var before = acts.timeline().periods();
        acts.cancel(acts.amend("2030-01-06", Map.of("title", "B")));

        assertThat(acts.timeline().periods()).isEqualTo(before);
    }

    @Test
    void ofTwoActsForOneDayTheLaterRecordedSpeaks() {
        acts.establish("2005-12-01", Map.of("title", "A"));
        acts.amend("2011-04-10", Map.of("title", "B"));
        acts.amend("2011-04-10", Map.of("title", "C"));

        assertThat(acts.on("2011-04-10")).contains(Map.of("title", "C"));
    }

    @Test
    void everyStretchThatChangedIsToldWithCompleteImages() {
        acts.establish("2005-12-01", Map.of("title", "A", "grade", "1"));
        acts.amend("2012-01-01", Map.of("grade", "2"));
        var before = acts.timeline();
        acts.amend("2011-01-02", Map.of("title", "B"));

        assertThat(before.changesTo(acts.timeline()))
                .containsExactly(
                        new Change<>(
                                LocalDate.parse("2011-01-02"),
                                LocalDate.parse("2012-01-01"),
                                Map.of("title", "A", "grade", "1"),
                                Map.of("title", "B", "grade", "1")),
                        new Change<>(
                                LocalDate.parse("2012-01-01"),
                                null,
                                Map.of("title", "A", "grade", "2"),
                                Map.of("title", "B", "grade", "2")));
    }

    @Test
    void aPeriodWithoutADayIsNoCorrection() {
        var day = LocalDate.parse("2011-04-10");
        assertThatThrownBy(() -> Act.corrected(UUID.randomUUID(), 1, day, day, Map.of("title", "A"), null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFieldIsTakenAwayByTheUnsetValue() {
        var begun = Act.established(
                UUID.randomUUID(), 1, LocalDate.parse("2005-12-01"), Map.of("title", "A", "series", "B"));
        var taken = Act.amended(UUID.randomUUID(), 2, LocalDate.parse("2006-01-01"), Map.of("series", ""));

        assertThat(Timeline.of(List.of(begun, taken), "")
                        .on(LocalDate.parse("2006-01-01"))
                        .map(Period::image))
                .isEqualTo(Optional.of(Map.of("title", "A")));
    }
}
