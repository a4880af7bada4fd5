package city.planofrecord.paygrade.noticebatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.batch.Refusal;
import city.planofrecord.chassis.timeline.Act;
import city.planofrecord.chassis.timeline.Timeline;
import city.planofrecord.paygrade.soundness.AssignmentPeriod;
import city.planofrecord.paygrade.soundness.GradePeriod;
import city.planofrecord.paygrade.soundness.Plan;
import city.planofrecord.paygrade.soundness.SchedulePeriod;

/** Schedules, grades and classes that change places on one day. */
class RestructuringCheckTest {

    private static final LocalDate BEGINNING = LocalDate.parse("1986-01-05");
    private static final int YEARS = 40;

    private final Map<UUID, Timeline<JsonNode>> timelines = new HashMap<>();
    private final Map<UUID, List<SchedulePeriod>> schedules = new HashMap<>();
    private final Map<UUID, List<GradePeriod>> grades = new HashMap<>();
    private final Map<UUID, List<AssignmentPeriod>> assignments = new HashMap<>();
    private final Offers offer = Offers.notice("R-1", "2027-01-03");

    private UUID schedule(String letter) {
        var id = UUID.randomUUID();
        timelines.put(id, established(Map.of("schedule", TextNode.valueOf(letter))));
        schedules.put(id, List.of(new SchedulePeriod(BEGINNING, null, letter)));
        return id;
    }

    private UUID grade(UUID schedule, String letter, String number) {
        var id = UUID.randomUUID();
        var name = number + "-" + letter;
        var timeline = established(Map.of(
                "scheduleId", TextNode.valueOf(schedule.toString()),
                "schedule", TextNode.valueOf(letter),
                "number", TextNode.valueOf(number),
                "grade", TextNode.valueOf(name)));
        var periods = new ArrayList<GradePeriod>();
        for (var year = 0; year < YEARS; year++) {
            var from = BEGINNING.plusYears(year);
            var until = year + 1 < YEARS ? from.plusYears(1) : null;
            periods.add(new GradePeriod(from, until, schedule, letter, name));
            timeline = timeline.with(Act.amended(
                    UUID.randomUUID(), year + 2, from, Map.of("range", TextNode.valueOf("range of " + from))));
        }
        timelines.put(id, timeline);
        grades.put(id, periods);
        return id;
    }

    private UUID jobClass(UUID grade, String name) {
        var id = UUID.randomUUID();
        timelines.put(
                id,
                established(Map.of("gradeId", TextNode.valueOf(grade.toString()), "grade", TextNode.valueOf(name))));
        assignments.put(id, List.of(new AssignmentPeriod(BEGINNING, null, grade, name)));
        return id;
    }

    private static Timeline<JsonNode> established(Map<String, JsonNode> set) {
        return Timeline.of(List.of(Act.established(UUID.randomUUID(), 1, BEGINNING, set)));
    }

    private List<String> refusals() {
        return BatchCheck.refusals(
                        OfferedItems.read(offer.data()).items(), timelines, new Plan(schedules, grades, assignments))
                .stream()
                .map(Refusal::reason)
                .toList();
    }

    @Test
    void twoSchedulesCanExchangeTheirLettersAndNumbersWithTheirClasses() {
        var s = schedule("S");
        var c = schedule("C");
        var ofS = grade(s, "S", "614");
        var ofC = grade(c, "C", "614");
        var one = jobClass(ofS, "614-S");
        var other = jobClass(ofC, "614-C");
        var newS = UUID.randomUUID();
        var newC = UUID.randomUUID();
        var newOfS = UUID.randomUUID();
        var newOfC = UUID.randomUUID();

        offer.abolishSchedule(s)
                .abolishSchedule(c)
                .abolishGrade(ofS)
                .abolishGrade(ofC)
                .regrade(one, "CS0001", newOfC, "614-C")
                .regrade(other, "CC0001", newOfS, "614-S")
                .establishGrade(newOfS, newS, "S", "614")
                .establishGrade(newOfC, newC, "C", "614")
                .establishSchedule(newS, "S")
                .establishSchedule(newC, "C");

        assertThat(refusals()).isEmpty();
    }

    @Test
    void aLetterThatIsUsedAgainWhileItsScheduleGoesOnIsRefused() {
        schedule("S");

        offer.establishSchedule(UUID.randomUUID(), "S");

        assertThat(refusals()).containsExactly("schedule S is taken from 1986-01-05 on");
    }

    @Test
    void oneClassThatIsForgottenKeepsItsGradeAndTheScheduleFromEnding() {
        var s = schedule("S");
        var grade = grade(s, "S", "614");
        jobClass(grade, "614-S");

        offer.abolishGrade(grade).abolishSchedule(s);

        assertThat(refusals()).containsExactly("a class carries it on 2027-01-03");
    }

    @Test
    void aRestructuringOfTwoThousandItemsIsJudgedInSeconds() {
        var newSchedule = UUID.randomUUID();
        var newGrade = UUID.randomUUID();
        offer.establishSchedule(newSchedule, "A").establishGrade(newGrade, newSchedule, "A", "101");
        for (var s = 0; s < 20; s++) {
            var letter = String.valueOf((char) ('A' + s));
            var schedule = schedule(letter);
            offer.abolishSchedule(schedule);
            for (var g = 0; g < 17; g++) {
                var number = String.valueOf(101 + g);
                var grade = grade(schedule, letter, number);
                offer.abolishGrade(grade);
                for (var c = 0; c < 5; c++) {
                    offer.regrade(jobClass(grade, number + "-" + letter), "CX0001", newGrade, "101-A");
                }
            }
        }

        assertTimeout(Duration.ofSeconds(10), () -> assertThat(refusals()).isEmpty());
    }
}
