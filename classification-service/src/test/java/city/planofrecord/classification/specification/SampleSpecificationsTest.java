package city.planofrecord.classification.specification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

class SampleSpecificationsTest {

    @Test
    void theSampleNoticeHoldsWhatTheRealOneDoes() {
        var sample = SpecificationParser.parse(Documents.sample("notice-1341.txt"));
        var real = SpecificationParser.parse(Documents.seed("000_"));

        assertThat(sample.specifications())
                .extracting(ClassSpecification::title, ClassSpecification::distinguishedFrom, ClassSpecification::none)
                .isEqualTo(real.specifications().stream()
                        .map(it -> tuple(it.title(), it.distinguishedFrom(), it.none()))
                        .toList());
        assertThat(sample.findings().stream().collect(Collectors.groupingBy(Finding::code, Collectors.counting())))
                .isEqualTo(
                        real.findings().stream().collect(Collectors.groupingBy(Finding::code, Collectors.counting())));
        assertThat(sample.specifications())
                .allSatisfy(it -> assertThat(it.dutiesNote()).isNotBlank());
    }

    @Test
    void theSampleOfTheNewerTemplateIsRead() {
        var parsed = SpecificationParser.parse(Documents.sample("specification-ca2433-2018.md"));

        assertThat(parsed.specifications())
                .singleElement()
                .satisfies(it -> assertThat(it.jobCode()).isEqualTo("CA2433"))
                .satisfies(it -> assertThat(it.template()).isEqualTo("2018"))
                .satisfies(it -> assertThat(it.dutiesNote()).isNotBlank());
        assertThat(parsed.findings().stream().collect(Collectors.toMap(Finding::code, Finding::severity)))
                .isEqualTo(Map.of(
                        FindingCode.FLSA_NOT_UNDERSTOOD, Severity.WARNING,
                        FindingCode.ESTABLISHED_UNCONFIRMED, Severity.INFO));
    }
}
