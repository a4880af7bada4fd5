package city.planofrecord.paygrade.soundness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

class SoundnessTest {

    private static final UUID SCHEDULE = UUID.randomUUID();
    private static final UUID GRADE = UUID.randomUUID();
    private static final UUID CLASS = UUID.randomUUID();

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static Plan plan(
            List<SchedulePeriod> schedule, List<GradePeriod> grade, List<AssignmentPeriod> assignment) {
        return new Plan(Map.of(SCHEDULE, schedule), Map.of(GRADE, grade), Map.of(CLASS, assignment));
    }

    private static SchedulePeriod schedule(String from) {
        return new SchedulePeriod(day(from), null, "S");
    }

    private static GradePeriod grade(String from, String until) {
        return new GradePeriod(day(from), until.isEmpty() ? null : day(until), SCHEDULE, "S", "614-S");
    }

    private static AssignmentPeriod assignment(String from) {
        return new AssignmentPeriod(day(from), null, GRADE, "614-S");
    }

    @Test
    void aPlanInWhichEachRestsOnTheOtherIsSound() {
        var plan = plan(
                List.of(schedule("2005-12-01")),
                List.of(grade("2005-12-01", "2010-10-17"), grade("2010-10-17", "")),
                List.of(assignment("2005-12-01")));

        assertThat(Soundness.flaws(plan, Set.of(SCHEDULE, GRADE, CLASS))).isEmpty();
    }

    @Test
    void anAssignmentBeforeItsGradeIsUnfounded() {
        var plan = plan(
                List.of(schedule("2005-12-01")), List.of(grade("2006-01-01", "")), List.of(assignment("2005-12-01")));

        assertThat(Soundness.flaws(plan, Set.of(CLASS))).singleElement().satisfies(flaw -> {
            assertThat(flaw.kind()).isEqualTo(Flaw.Kind.UNFOUNDED);
            assertThat(flaw.message()).isEqualTo("grade 614-S is not in effect on 2005-12-01");
            assertThat(flaw.expected()).isEqualTo("614-S is in effect from 2006-01-01 on");
        });
    }

    @Test
    void anAssignmentOverAGapOfItsGradeIsUnfounded() {
        var plan = plan(
                List.of(schedule("2005-12-01")),
                List.of(grade("2005-12-01", "2008-01-01"), grade("2009-01-01", "")),
                List.of(assignment("2005-12-01")));

        assertThat(Soundness.flaws(plan, Set.of(CLASS)))
                .extracting(Flaw::message)
                .containsExactly("grade 614-S is not in effect on 2008-01-01");
    }

    @Test
    void anEndedGradeThatIsCarriedIsStillUsed() {
        var plan = plan(
                List.of(schedule("2005-12-01")),
                List.of(grade("2005-12-01", "2011-04-10")),
                List.of(assignment("2005-12-01")));

        assertThat(Soundness.flaws(plan, Set.of(GRADE))).extracting(Flaw::kind).containsExactly(Flaw.Kind.STILL_USED);
    }

    @Test
    void aGradeOfAnotherLetterThanItsScheduleIsUnfounded() {
        var plan = plan(
                List.of(new SchedulePeriod(day("2005-12-01"), null, "T")), List.of(grade("2005-12-01", "")), List.of());

        assertThat(Soundness.flaws(plan, Set.of(GRADE))).extracting(Flaw::kind).containsExactly(Flaw.Kind.UNFOUNDED);
    }

    @Test
    void whatWasNotChangedIsNotJudged() {
        var plan = plan(List.of(), List.of(grade("2005-12-01", "")), List.of());

        assertThat(Soundness.flaws(plan, Set.of(CLASS))).isEmpty();
    }
}
