package city.planofrecord.paygrade.paytable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;

class CsvTableTest {

    private static final PayTableDefaults NONE = new PayTableDefaults(Optional.empty());
    private static final String HEADER = "Grade,Effective from,Minimum,Maximum\n";

    private static List<String> messages(String csv) {
        return PayTable.read(csv, NONE).violations().stream()
                .map(violation -> violation.pointer() + " " + violation.message())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"614-S,2010-10-17,1,2\n615-S,2010-10-17,1,2\n",
                "\"614\"-S,2010-10-17,1,2\n",
                "614-S,2010-10-17,1,\"2"
            })
    void quotesThatGoWrongAreNamedByTheirLine(String rows) {
        assertThatThrownBy(() -> CsvTable.rows(HEADER + "612-S,2010-10-17,1,2\n" + rows))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.detail())
                                .contains("the quotes of the row that begins in line 3 go wrong"));
    }

    @Test
    void aQuoteThatSwallowsTheNextRowIsNamedByItsCell() {
        assertThat(messages(HEADER + "614-S,2010-10-17,1,\"2\n615-S,2010-10-17,1,\"\n"))
                .contains("/rows/2 the cell runs over several lines; a quote may be missing (line 2, column D)");
    }

    @Test
    void aRowThatEndsTooSoonIsNoRowWithoutARange() {
        assertThat(messages(HEADER + "614-S,2010-10-17\n"))
                .containsExactly(
                        "/rows/2/minimum the row ends before the column (line 2, column C)",
                        "/rows/2/maximum the row ends before the column (line 2, column D)");
    }

    @Test
    void aColumnGivenTwiceIsNamedAlsoWhereItIsSpeltOtherwise() {
        for (var header : List.of(
                "Grade,Effective from,Minimum,Maximum,Minimum\n",
                "Grade,Effective from,Min,Maximum,Minimum\n",
                "Grade,Effective from,Minimum,Maximum,MINIMUM\n")) {
            assertThatThrownBy(() -> PayTable.read(header + "614-S,2010-10-17,1,2,3\n", NONE))
                    .isInstanceOfSatisfying(Refused.class, refused -> {
                        assertThat(refused.violations())
                                .extracting(Violation::pointer)
                                .containsExactly("/rows/1/minimum");
                        assertThat(refused.violations().getFirst().message())
                                .isEqualTo("the column is given twice (line 1, column C and line 1, column E)");
                    });
        }
        assertThatThrownBy(() -> PayTable.read("Grade,Effective from,Min,Max,Act,act\n614-S,2010-10-17,1,2,,\n", NONE))
                .isInstanceOf(Refused.class);
    }

    @Test
    void theColumnsOfASnapshotThatATableLacksArePassedOver() {
        var table = PayTable.read(
                "id,scheduleId,schedule,number,grade,minimum,maximum,currency,basis,effectiveFrom,effectiveUntil,recordedAt,act,authority,reason,endedBy\n"
                        + "x,y,S,614,'614-S,33597.00,49038.00,USD,ANNUAL,2010-10-17,,2026-01-02T03:04:05Z,z,\"{\"\"kind\"\":\"\"OPENING\"\"}\",First load,\n",
                NONE);

        assertThat(table.violations()).isEmpty();
        assertThat(table.rows().getFirst().grade().canonical()).isEqualTo("614-S");
        assertThat(table.rows().getFirst().effectiveUntil()).isEmpty();
    }

    @Test
    void anEmptyOrInvertedPeriodIsNamed() {
        for (var until : List.of("2010-10-17", "2010-10-16")) {
            assertThat(messages("Grade,Effective from,Effective until,Minimum,Maximum\n614-S,2010-10-17," + until
                            + ",1,2\n"))
                    .containsExactly("/rows/2/effectiveUntil the period is empty (line 2, column C)");
        }
    }

    @Test
    void aGradesNumberStandsWithTheLetterOfItsSchedule() {
        var table = PayTable.read(
                "Schedule,Grade,Effective from,Min,Max\nS,614,2010-10-17,1,2\nC,614-S,2010-10-17,1,2\n", NONE);

        assertThat(table.rows().getFirst().grade().canonical()).isEqualTo("614-S");
        assertThat(table.violations())
                .extracting(Violation::message)
                .containsExactly("the schedule is not the grade's (line 3, column A)");
    }

    @Test
    void emptyColumnsAtTheEndAreNothingButACellInThemIs() {
        assertThat(messages("Grade,Effective from,Min,Max,,\n614-S,2010-10-17,1,2,,\n"))
                .isEmpty();
        assertThat(messages("Grade,Effective from,Min,Max,,\n614-S,2010-10-17,1,2,,3\n"))
                .containsExactly("/rows/2 the cell has no heading above it (line 2, column F)");
    }

    @Test
    void aMillionRowsAreRefusedAtTheLimit() {
        assertThatThrownBy(() -> CsvTable.rows(HEADER + "1-A,,1,2\n".repeat(1_000_000)))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.kind()).isEqualTo(ProblemKind.TOO_LARGE);
                    assertThat(refused.detail()).contains("more than 5000 rows");
                });
    }

    @Test
    void aGradeWithHundredsOfRowsIsRefused() {
        var rows = new StringBuilder(HEADER);
        for (var i = 0; i <= TableLimits.ROWS_OF_A_GRADE; i++) {
            rows.append("614-S,").append(java.time.LocalDate.EPOCH.plusDays(i)).append(",1,2\n");
        }
        assertThatThrownBy(() -> PayTable.read(rows.toString(), NONE))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.detail()).contains("614-S"));
    }

    @Test
    void textInAnotherEncodingIsRefusedWithItsLineAndReadWhereItIsNamed() {
        var bytes = (HEADER + "614–S,2010-10-17,1,2\n").getBytes(Charset.forName("windows-1252"));

        assertThatThrownBy(() -> TableText.of(bytes, "text/csv")).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.kind()).isEqualTo(ProblemKind.UNREADABLE_DOCUMENT);
            assertThat(refused.detail())
                    .contains("not UTF-8")
                    .contains("line 2")
                    .contains("CSV UTF-8");
        });
        assertThat(PayTable.read(TableText.of(bytes, "text/csv; charset=windows-1252"), NONE)
                        .rows()
                        .getFirst()
                        .grade()
                        .canonical())
                .isEqualTo("614-S");
    }

    @Test
    void utf16IsRefusedWithAWordOnHowToSaveAndReadWhereItIsNamed() {
        for (var charset : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            var bytes = (HEADER + "614-S,2010-10-17,1,2\n").getBytes(charset);
            assertThatThrownBy(() -> TableText.of(bytes, "text/csv"))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.detail())
                                    .contains("UTF-16")
                                    .contains("CSV UTF-8"));
            assertThat(PayTable.read(TableText.of(bytes, "text/csv; charset=\"" + charset.name() + "\""), NONE)
                            .rows())
                    .hasSize(1);
        }
        assertThatThrownBy(() -> TableText.of(new byte[] {65}, "text/csv; charset=nonsense"))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aWorkbookSentAsCsvIsNamedAsWhatItIs() {
        assertThatThrownBy(() -> TableText.of(Workbooks.raw(""), "text/csv"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.detail()).contains(Workbook.TYPE));
    }
}
