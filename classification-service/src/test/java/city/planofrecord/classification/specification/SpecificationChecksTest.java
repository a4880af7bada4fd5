package city.planofrecord.classification.specification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class SpecificationChecksTest {

    private final ClassSpecification of2018 =
            Documents.reading("CLASS DETAIL\n\nESTABLISHED DATE: 9/21/2018\n\nCLASS HISTORY:\n");

    @Test
    void anotherDateOnRecordIsAContradiction() {
        assertThat(SpecificationChecks.against(LocalDate.of(2011, 4, 10), of2018))
                .hasValueSatisfying(
                        finding -> assertThat(finding.code()).isEqualTo(FindingCode.ESTABLISHED_CONTRADICTED));
        assertThat(SpecificationChecks.against(LocalDate.of(2018, 9, 21), of2018))
                .isEmpty();
    }

    @Test
    void aPartialDateContradictsOnlyWhatItSays() {
        var partial = Documents.reading("ESTABLISHED DATE: xx/xx/2011");

        assertThat(SpecificationChecks.against(LocalDate.of(2011, 4, 10), partial))
                .isEmpty();
        assertThat(SpecificationChecks.against(LocalDate.of(2012, 4, 10), partial))
                .isPresent();
    }

    @Test
    void theRegisterSettlesTheDoubt() {
        var parsed = SpecificationParser.parse(
                Documents.with("CLASS DETAIL\n\nESTABLISHED DATE: 9/21/2018\n\nCLASS HISTORY:\n")
                        .lines()
                        .toList());

        assertThat(parsed.findings()).extracting(Finding::code).contains(FindingCode.ESTABLISHED_UNCONFIRMED);
        assertThat(parsed.checkedAgainst(any -> Optional.empty())).isEqualTo(parsed);
        assertThat(parsed.checkedAgainst(any -> Optional.of(LocalDate.of(2011, 4, 10)))
                        .findings())
                .extracting(Finding::code)
                .contains(FindingCode.ESTABLISHED_CONTRADICTED)
                .doesNotContain(FindingCode.ESTABLISHED_UNCONFIRMED);
        assertThat(parsed.checkedAgainst(any -> Optional.of(LocalDate.of(2018, 9, 21)))
                        .findings())
                .extracting(Finding::code)
                .doesNotContain(FindingCode.ESTABLISHED_UNCONFIRMED, FindingCode.ESTABLISHED_CONTRADICTED);
    }
}
