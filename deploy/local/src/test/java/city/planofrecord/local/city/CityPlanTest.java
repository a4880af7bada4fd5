package city.planofrecord.local.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class CityPlanTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private static final CityPlan PLAN = CityPlan.of(CityPlan.SEED, TODAY);

    private record Borne(LocalDate from, LocalDate until) {}

    @Test
    void itIsOfACitysSize() {
        assertThat(PLAN.schedules()).hasSize(20);
        assertThat(PLAN.classes().stream().filter(JobClass::isInEffect)).hasSize(1_500);
        assertThat(PLAN.classes().stream().filter(jobClass -> !jobClass.isInEffect()))
                .hasSizeGreaterThan(100);
        assertThat(PLAN.schedules().getFirst().from()).isEqualTo("1986-01-05");
        assertThat(PLAN.schedules().getFirst().grades().getFirst().ranges()).hasSize(41);
    }

    @Test
    void theSameSeedAndDayMakeTheSamePlan() {
        assertThat(CityPlan.of(7, TODAY)).isEqualTo(CityPlan.of(7, TODAY));
        assertThat(CityPlan.of(7, TODAY)).isNotEqualTo(CityPlan.of(8, TODAY));
    }

    @Test
    void itsStructureIsSound() {
        for (var schedule : PLAN.schedules()) {
            var design = schedule.design();
            for (var i = 0; i < schedule.grades().size(); i++) {
                var range = schedule.grades().get(i).last();
                var minimum = range.minimum().doubleValue();
                assertThat(range.maximum().doubleValue() / minimum - 1).isCloseTo(design.spread(), within(0.003));
                if (i > 0) {
                    var below = schedule.grades().get(i - 1).last().midpointOfTheYear();
                    assertThat(range.midpointOfTheYear() / below - 1).isCloseTo(design.progression(), within(0.003));
                }
            }
        }
    }

    @Test
    void aClassCarriesAGradeThatIsThereOnEveryOfItsDays() {
        var since = new HashMap<String, LocalDate>();
        PLAN.schedules()
                .forEach(schedule -> schedule.grades().forEach(grade -> since.put(grade.name(), schedule.from())));
        for (var jobClass : PLAN.classes()) {
            assertThat(jobClass.grades().getFirst().from())
                    .isEqualTo(jobClass.names().getFirst().from());
            assertThat(jobClass.grades())
                    .allSatisfy(graded -> assertThat(graded.from()).isAfterOrEqualTo(since.get(graded.grade())));
            assertThat(jobClass.grades())
                    .extracting(JobClass.Graded::from)
                    .isSorted()
                    .doesNotHaveDuplicates();
            assertThat(jobClass.names())
                    .extracting(JobClass.Named::from)
                    .isSorted()
                    .doesNotHaveDuplicates();
            assertThat(jobClass.last().from()).isBefore(jobClass.isInEffect() ? TODAY : jobClass.abolished());
        }
    }

    @Test
    void noTwoClassesBearACodeOnOneDayAndSomeCodesAreUsedAgain() {
        var borne = new HashMap<String, List<Borne>>();
        for (var jobClass : PLAN.classes()) {
            for (var i = 0; i < jobClass.names().size(); i++) {
                var named = jobClass.names().get(i);
                var next = i + 1 < jobClass.names().size()
                        ? jobClass.names().get(i + 1).from()
                        : jobClass.abolished();
                var until = next == null ? LocalDate.MAX : next;
                var before = borne.computeIfAbsent(named.jobCode(), _ -> new ArrayList<>());
                assertThat(before)
                        .as(named.jobCode())
                        .noneMatch(other ->
                                other.from().isBefore(until) && named.from().isBefore(other.until()));
                before.add(new Borne(named.from(), until));
            }
        }
        assertThat(classesOfEachCode().values().stream().filter(count -> count > 1))
                .hasSizeGreaterThan(10);
    }

    private static Map<String, Integer> classesOfEachCode() {
        var counts = new HashMap<String, Integer>();
        PLAN.classes().forEach(jobClass -> {
            var codes = new HashSet<String>();
            jobClass.names().forEach(named -> codes.add(named.jobCode()));
            codes.forEach(code -> counts.merge(code, 1, Integer::sum));
        });
        return counts;
    }

    @Test
    void eachRequestStaysFarBelowWhatAnImportTakes() {
        assertThat(new PlanBodies(PLAN).all())
                .allSatisfy(body -> assertThat(body.text().getBytes(StandardCharsets.UTF_8).length)
                        .as(body.name())
                        .isLessThan(5_000_000));
    }
}
