package city.planofrecord.local.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class RestructuringTest {

    private static final CityPlan PLAN = CityPlan.of(CityPlan.SEED, LocalDate.parse("2026-11-22"));
    private static final Restructuring RESTRUCTURING = Restructuring.of(PLAN, LocalDate.parse("2027-01-03"));

    @Test
    void everyClassIsReassignedOrAbolished() {
        assertThat(RESTRUCTURING.moved().size() + RESTRUCTURING.abolished().size())
                .isEqualTo(CityPlan.CLASSES);
        assertThat(RESTRUCTURING.established()).hasSize(3);
    }

    @Test
    void noTwoClassesBearACodeFromTheDayOn() {
        assertThat(Stream.concat(
                        RESTRUCTURING.moved().stream().map(Restructuring.Moved::jobCode),
                        RESTRUCTURING.begun().stream().map(Restructuring.Begun::jobCode)))
                .doesNotHaveDuplicates();
    }

    @Test
    void codesAreExchangedAndTakenOverOnTheDay() {
        var next = RESTRUCTURING.moved().stream()
                .collect(Collectors.toMap(moved -> moved.jobClass().last().jobCode(), Restructuring.Moved::jobCode));
        var exchanged = next.entrySet().stream()
                .filter(code -> !code.getKey().equals(code.getValue()))
                .filter(code -> code.getKey().equals(next.get(code.getValue())));
        assertThat(exchanged).hasSizeGreaterThanOrEqualTo(60);
        var takenOver = RESTRUCTURING.moved().stream()
                .filter(Restructuring.Moved::isRecoded)
                .filter(moved -> next.containsKey(moved.jobCode()));
        assertThat(takenOver).hasSizeGreaterThan(60);
    }

    @Test
    void namesOfGradesAreUsedAgainForOtherGrades() {
        var old = PLAN.schedules().stream()
                .flatMap(schedule -> schedule.grades().stream())
                .map(Schedule.Grade::name)
                .collect(Collectors.toSet());
        assertThat(RESTRUCTURING.established().stream()
                        .flatMap(schedule -> schedule.grades().stream())
                        .filter(grade -> old.contains(grade.name())))
                .hasSizeGreaterThan(20);
    }

    @Test
    void theBatchHasSomeTwoThousandItemsOneForEachThing() {
        var offer = new RestructuringBatch(RESTRUCTURING, ids())
                .decided("R-1", "Ordinance 2026-1200", LocalDate.parse("2026-12-07"));

        assertThat(offer.path("items").size()).isBetween(1_900, 2_100);
        var things = new HashSet<String>();
        for (var item : offer.path("items")) {
            things.add(item.path("jobClass").path("id").asText()
                    + item.path("payGrade").path("id").asText()
                    + item.path("paySchedule").path("id").asText());
        }
        assertThat(things).hasSameSizeAs(offer.path("items"));
        assertThat(offer.path("items").path(0).path("item").asInt()).isEqualTo(1);
    }

    private static RegisterIds ids() {
        Map<String, UUID> classes = new HashMap<>();
        PLAN.classes().stream()
                .filter(JobClass::isInEffect)
                .forEach(jobClass -> classes.put(jobClass.last().jobCode(), UUID.randomUUID()));
        Map<String, UUID> grades = new HashMap<>();
        Map<String, UUID> schedules = new HashMap<>();
        PLAN.schedules().forEach(schedule -> {
            schedules.put(schedule.letter(), UUID.randomUUID());
            schedule.grades().forEach(grade -> grades.put(grade.name(), UUID.randomUUID()));
        });
        return new RegisterIds(classes, grades, schedules);
    }
}
