package city.planofrecord.paygrade.noticebatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
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

class BatchCheckTest {

    private static final LocalDate BEGINNING = LocalDate.parse("2005-12-01");
    private static final UUID SCHEDULE = UUID.randomUUID();
    private static final UUID OLD = UUID.randomUUID();
    private static final UUID NEW = UUID.randomUUID();
    private static final UUID CLASS = UUID.randomUUID();

    private final Map<UUID, Timeline<JsonNode>> timelines = new HashMap<>(Map.of(
            SCHEDULE, timeline(Map.of("schedule", TextNode.valueOf("S"))),
            OLD, timeline(grade("614")),
            CLASS, timeline(carrying(OLD, "614-S"))));
    private Plan stored = new Plan(
            Map.of(SCHEDULE, List.of(new SchedulePeriod(BEGINNING, null, "S"))),
            Map.of(OLD, List.of(new GradePeriod(BEGINNING, null, SCHEDULE, "S", "614-S"))),
            Map.of(CLASS, List.of(new AssignmentPeriod(BEGINNING, null, OLD, "614-S"))));

    private static Timeline<JsonNode> timeline(Map<String, JsonNode> set) {
        return Timeline.of(List.of(Act.established(UUID.randomUUID(), 1, BEGINNING, set)));
    }

    private static Map<String, JsonNode> grade(String number) {
        return Map.of(
                "scheduleId",
                TextNode.valueOf(SCHEDULE.toString()),
                "schedule",
                TextNode.valueOf("S"),
                "number",
                TextNode.valueOf(number),
                "grade",
                TextNode.valueOf(number + "-S"));
    }

    private static Map<String, JsonNode> carrying(UUID grade, String name) {
        return Map.of("gradeId", TextNode.valueOf(grade.toString()), "grade", TextNode.valueOf(name));
    }

    private List<String> refusals(Offers offer) {
        return BatchCheck.refusals(OfferedItems.read(offer.data()).items(), timelines, stored).stream()
                .map(Refusal::reason)
                .toList();
    }

    private static Offers notice() {
        return Offers.notice("1341", "2011-04-10");
    }

    @Test
    void aClassCanBeRegradedToAGradeThatTheSameNoticeEstablishes() {
        assertThat(refusals(notice().regrade(CLASS, "CS2155", NEW, "615-S").establishGrade(NEW, SCHEDULE, "S", "615")))
                .isEmpty();
    }

    @Test
    void aGradeCanBeAbolishedWhenTheSameNoticeMovesItsClassesAway() {
        assertThat(refusals(notice().abolishGrade(OLD)
                        .establishGrade(NEW, SCHEDULE, "S", "615")
                        .regrade(CLASS, "CS2155", NEW, "615-S")))
                .isEmpty();
    }

    @Test
    void aGradeThatAClassStillCarriesCannotBeAbolished() {
        assertThat(refusals(notice().abolishGrade(OLD))).containsExactly("a class carries it on 2011-04-10");
    }

    @Test
    void aGradeThatIsNotThereCannotBeCarried() {
        assertThat(refusals(notice().regrade(CLASS, "CS2155", NEW, "615-S")))
                .containsExactly("grade 615-S is not in effect on 2011-04-10");
    }

    @Test
    void aGradeThatIsTakenCannotBeEstablished() {
        assertThat(refusals(notice().establishGrade(NEW, SCHEDULE, "S", "614")))
                .containsExactly("grade 614-S is taken from 2005-12-01 on");
    }

    @Test
    void aGradeCanTakeTheNameOfOneThatTheSameNoticeAbolishes() {
        assertThat(refusals(notice().abolishGrade(OLD)
                        .establishGrade(NEW, SCHEDULE, "S", "614")
                        .regrade(CLASS, "CS2155", NEW, "614-S")))
                .isEmpty();
    }

    @Test
    void aClassThatCarriesAGradeCannotBeEstablishedWithOne() {
        assertThat(refusals(notice().establish(CLASS, "CS2155", "Agent", OLD, "614-S")))
                .containsExactly("the grade assignment of the class has been established already, from 2005-12-01 on");
    }

    @Test
    void aClassThatCarriesNoGradeCannotBeRegraded() {
        assertThat(refusals(notice().regrade(UUID.randomUUID(), "CS9999", OLD, "614-S")))
                .containsExactly("a grade assignment of the class is not in effect on 2011-04-10");
    }

    @Test
    void aClassThatCarriesNoGradeCanBeAbolished() {
        assertThat(refusals(notice().abolish(UUID.randomUUID(), "CS9999"))).isEmpty();
    }

    @Test
    void aScheduleWithGradesCannotBeAbolished() {
        assertThat(refusals(notice().abolishSchedule(SCHEDULE)))
                .containsExactly("grade 614-S is a line of it on 2011-04-10");
    }

    @Test
    void aScheduleAndItsFirstGradeCanBeginTogether() {
        var schedule = UUID.randomUUID();
        assertThat(refusals(notice().establishGrade(NEW, schedule, "J", "100").establishSchedule(schedule, "J")))
                .isEmpty();
    }

    @Test
    void aRangeIsAdjustedOnlyOfAGradeThatIsInEffect() {
        assertThat(refusals(notice().adjustRange(OLD, "1.00", "2.00"))).isEmpty();
        assertThat(refusals(notice().adjustRange(NEW, "1.00", "2.00")))
                .containsExactly("the grade is not in effect on 2011-04-10");
    }

    @Test
    void anItemThatBreaksARuleByItselfIsRefusedAndTheOthersAreRead() {
        var offered = OfferedItems.read(notice().adjustRange(OLD, "2.00", "1.00")
                .regrade(CLASS, "CS2155", NEW, "no grade")
                .abolish(CLASS, "CS2155")
                .data());

        assertThat(offered.unreadable()).extracting(Refusal::item).containsExactly(1, 2);
        assertThat(offered.items()).extracting(BatchItem::item).containsExactly(3);
    }

    @Test
    void aRetitleIsNoBusinessOfThePayPlan() {
        var offered =
                OfferedItems.read(notice().retitle(CLASS, "CS2154", "311 Agent").data());

        assertThat(offered.items()).isEmpty();
        assertThat(offered.classes().getFirst().name().title()).isEqualTo("311 Agent");
    }
}
