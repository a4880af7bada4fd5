package city.planofrecord.local.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
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
    void theNoticeHasSomeTwoThousandItems() {
        assertThat(RestructuringTable.of(RESTRUCTURING).rows()).isBetween(1_900, 2_100);
    }
}
