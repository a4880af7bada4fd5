package city.planofrecord.paygrade.paytable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;
import city.planofrecord.chassis.timeline.Act;
import city.planofrecord.chassis.timeline.ActKind;
import city.planofrecord.chassis.timeline.Timeline;

class PayTableTest {

    private static final PayTableDefaults NONE = new PayTableDefaults(Optional.empty());

    private static ImportedGrade imported(String csv, Timeline<JsonNode> present) {
        return ImportedGrade.of(PayTable.read(csv, NONE).rows(), present);
    }

    private static List<ActKind> kinds(ImportedGrade imported) {
        return imported.steps().stream().map(ImportedGrade.Step::kind).toList();
    }

    @Test
    void rowsCountAsLinesOfTheFileAlsoOverBlankLinesAndQuotedBreaks() {
        var table = PayTable.read("Grade,Effective from,Min,Max\n\n614-S,2010-10-17,\"1\",2\nx,2010-10-17,1,2\n", NONE);

        assertThat(table.rows()).extracting(PayTableRow::line).containsExactly(3L);
        assertThat(table.violations()).extracting(Violation::pointer).containsExactly("/rows/4/grade");
    }

    @Test
    void semicolonsAndADateForAllRowsAreTaken() {
        var table = PayTable.read(
                "PAY GRADE;MINIMUM;MAXIMUM\nA-811;59902;95586\n",
                new PayTableDefaults(Optional.of(LocalDate.parse("2010-10-17"))));

        assertThat(table.rows().getFirst().effectiveFrom()).isEqualTo("2010-10-17");
        assertThat(table.rows().getFirst().grade().canonical()).isEqualTo("811-A");
    }

    @Test
    void aMidpointThatIsNotTheMeanIsNamed() {
        var table = PayTable.read("Grade,Effective from,Min,Mid,Max\n614-S,2010-10-17,1,3,2\n", NONE);

        assertThat(table.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.pointer()).isEqualTo("/rows/2/midpoint");
            assertThat(violation.expected()).isEqualTo("1.50");
        });
    }

    @Test
    void whatIsNoTableIsRefused() {
        assertThatThrownBy(() -> PayTable.read("", NONE)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> PayTable.read("Grade,Effective from,Min,Max\n", NONE))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> PayTable.read("Grade,\"Effective", NONE)).isInstanceOf(Refused.class);
    }

    @Test
    void theFirstRowOfAnUnknownGradeEstablishesItAndLaterOnesAmend() {
        var imported = imported(
                "Grade,Effective from,Min,Max\n614-S,2011-10-16,3,4\n614-S,2005-12-01,,\n614-S,2010-10-17,1,2\n",
                Timeline.of(List.of()));

        assertThat(kinds(imported)).containsExactly(ActKind.ESTABLISHED, ActKind.AMENDED, ActKind.AMENDED);
        assertThat(imported.steps().getFirst().row().effectiveFrom()).isEqualTo("2005-12-01");
    }

    @Test
    void aRowThatSaysWhatIsSoAlreadyDoesNothing() {
        Timeline<JsonNode> present =
                Timeline.of(List.of(Act.established(UUID.randomUUID(), 1, LocalDate.parse("2005-12-01"), Map.of())));

        assertThat(imported("Grade,Effective from,Min,Max\n614-S,2006-12-01,,\n", present)
                        .steps())
                .isEmpty();
    }

    @Test
    void twoRowsOfOneGradeAndDateContradictEachOther() {
        assertThat(imported(
                                "Grade,Effective from,Min,Max\n614-S,2005-12-01,1,2\nS-614,2005-12-01,1,3\n",
                                Timeline.of(List.of()))
                        .violations())
                .extracting(Violation::pointer)
                .containsExactly("/rows/3/effectiveFrom");
    }
}
