package city.planofrecord.notice.impact;

import static city.planofrecord.notice.testing.Items.abolish;
import static city.planofrecord.notice.testing.Items.recode;
import static city.planofrecord.notice.testing.Items.retitle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

import org.junit.jupiter.api.Test;

import city.planofrecord.notice.impact.ImpactFinding.Kind;
import city.planofrecord.notice.notice.ProposedItem;
import city.planofrecord.notice.noticedocument.ItemKind;
import city.planofrecord.notice.preview.Batch;
import city.planofrecord.notice.preview.ItemOf;
import city.planofrecord.notice.preview.PlanAfter;
import city.planofrecord.notice.testing.Items;
import city.planofrecord.notice.testing.Plans;

class ImpactTest {

    private static final LocalDate DAY = LocalDate.parse("2011-04-10");

    private static List<ImpactFinding> findings(Plans plans, Floor floor, ProposedItem... items) {
        var whole = plans.whole();
        var result = new PlanAfter(whole);
        result.carryOut(new Batch("1", DAY, List.of(items)));
        assertThat(result.conflicts()).isEmpty();
        var untouched = new PlanAfter(whole);
        var before = new PlanState(untouched.classesOn(DAY), untouched.grades().allOn(DAY));
        var after = new PlanState(result.classesOn(DAY), result.grades().allOn(DAY));
        var grades = new HashMap<String, ItemOf>();
        result.grades().touched().forEach(one -> grades.put(one.grade(), one.by()));
        var found = new ArrayList<ImpactFinding>();
        var pay = new PayImpact(before, after, grades);
        if (floor != null) {
            found.addAll(pay.belowFloor(floor));
        }
        found.addAll(pay.leavesThePattern());
        found.addAll(pay.stillCarried());
        found.addAll(new NamingImpact(after, result.touchedClasses()).findings());
        var series = new SeriesImpact(before, after, result.touchedClasses());
        found.addAll(series.holes());
        found.addAll(series.prefixes());
        return found;
    }

    private static Plans schedule() {
        return new Plans()
                .grade("611-C", "30000.00", "45000.00")
                .grade("612-C", "32000.00", "48000.00")
                .grade("613-C", "34000.00", "51000.00")
                .grade("614-C", "36000.00", "54000.00");
    }

    private static ProposedItem adjust(String grade, String minimum, String maximum) {
        return new ProposedItem(
                1,
                ItemKind.ADJUST_RANGE,
                null,
                Items.terms(null, null, grade),
                Items.terms(null, null, null, minimum, maximum));
    }

    @Test
    void aRangeThatBeginsBelowTheFloorIsFoundAndComparedByTheHoursOfAYear() {
        var floor = Floor.parse("15.87 HOURLY", 2080).orElseThrow();

        var found = findings(schedule().jobClass("CS1", "Agent", "611-C"), floor, retitle("CS1", "Agent", "Clerk"));

        assertThat(found)
                .extracting(ImpactFinding::kind, ImpactFinding::about)
                .containsExactlyInAnyOrder(
                        tuple(Kind.BELOW_FLOOR, "range of 611-C"), tuple(Kind.BELOW_FLOOR, "range of 612-C"));
    }

    @Test
    void aRangeAtTheFloorIsNotBelowIt() {
        var floor = Floor.parse("30000.00,ANNUAL", 2080).orElseThrow();

        assertThat(findings(schedule(), floor)).isEmpty();
    }

    @Test
    void aSpreadThatLeavesThePatternIsFoundAndARaiseOfAllIsNot() {
        assertThat(findings(schedule(), null, adjust("613-C", "34000.00", "60000.00")))
                .extracting(ImpactFinding::kind)
                .contains(Kind.RANGE_SPREAD);
        assertThat(findings(
                        schedule(),
                        null,
                        adjust("611-C", "33000.00", "49500.00"),
                        adjust("612-C", "35200.00", "52800.00"),
                        adjust("613-C", "37400.00", "56100.00"),
                        adjust("614-C", "39600.00", "59400.00")))
                .isEmpty();
    }

    @Test
    void aClassThatCarriesAnAbolishedGradeIsFound() {
        var abolition = new ProposedItem(1, ItemKind.ABOLISH_GRADE, null, Items.terms(null, null, "611-C"), null);

        assertThat(findings(schedule().jobClass("CS1", "Agent", "611-C"), null, abolition))
                .extracting(ImpactFinding::kind, ImpactFinding::about)
                .containsExactly(tuple(Kind.GRADE_STILL_CARRIED, "class CS1"));
    }

    @Test
    void specificationsThatNameARetitledOrAbolishedClassAreFound() {
        var plans = new Plans()
                .jobClass("CS1", "Agent", null)
                .jobClass("CS2", "Lead Agent", null)
                .specified("CS3", "Supervisor", List.of("agent"), null)
                .specified("CS4", "Manager", List.of(), "Two years at the level of a Lead  Agent.");

        assertThat(findings(plans, null, retitle("CS1", "Agent", "311 Agent"), abolish("CS2")))
                .extracting(ImpactFinding::kind, ImpactFinding::about, ImpactFinding::found)
                .containsExactlyInAnyOrder(
                        tuple(Kind.NAMES_RETITLED_CLASS, "specification of CS3", "distinguished from Agent"),
                        tuple(
                                Kind.NAMES_ABOLISHED_CLASS,
                                "specification of CS4",
                                "experience at the level of Lead Agent"),
                        tuple(Kind.NAMES_RETITLED_CLASS, "specification of CS4", "experience at the level of Agent"));
    }

    @Test
    void aTitleWithinALongerOneThatIsBorneIsNotNamed() {
        var plans = new Plans()
                .jobClass("CS1", "Agent", null)
                .jobClass("CS2", "Lead Agent", null)
                .specified("CS4", "Manager", List.of(), "Two years at the level of a Lead Agent.");

        assertThat(findings(plans, null, retitle("CS1", "Agent", "Clerk"))).isEmpty();
    }

    @Test
    void aSeriesThatLosesAMiddleLevelHasAHole() {
        var plans = schedule()
                .inSeries("Engineering", "CE1", "Junior Engineer", "611-C")
                .inSeries("Engineering", "CE2", "Engineer", "612-C")
                .inSeries("Engineering", "CE3", "Senior Engineer", "613-C");

        assertThat(findings(plans, null, abolish("CE2")))
                .extracting(ImpactFinding::kind)
                .containsExactly(Kind.SERIES_HOLE);
        assertThat(findings(plans, null, abolish("CE3"))).isEmpty();
    }

    @Test
    void titlesThatCountPastALostLevelHaveAHole() {
        var plans = new Plans()
                .jobClass("CE1", "Engineer I", null)
                .jobClass("CE2", "Engineer II", null)
                .jobClass("CE3", "Engineer III", null);

        assertThat(findings(plans, null, abolish("CE2")))
                .extracting(ImpactFinding::found)
                .containsExactly("no Engineer II");
    }

    @Test
    void aCodeThatFitsItsSeriesNoMoreIsFound() {
        var plans = schedule()
                .inSeries("Engineering", "CE1", "Junior Engineer", "611-C")
                .inSeries("Engineering", "CE2", "Engineer", "612-C")
                .inSeries("Engineering", "CE3", "Senior Engineer", "613-C");

        assertThat(findings(plans, null, recode("CE2", "CA2")))
                .extracting(ImpactFinding::kind, ImpactFinding::found, ImpactFinding::expected)
                .containsExactly(tuple(Kind.CODE_PREFIX, "CA", "CE"));
    }
}
