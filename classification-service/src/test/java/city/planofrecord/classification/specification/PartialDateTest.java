package city.planofrecord.classification.specification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartialDateTest {

    @ParameterizedTest
    @CsvSource({
        "12/1/2005,2005,12,1",
        "01/18/2009,2009,1,18",
        "8/2009,2009,8,",
        "xx/xx/2011,2011,,",
        "x/2011,2011,,",
        "XX/2011,2011,,",
        "5/xx/2011,2011,5,",
        "2011,2011,,",
        "2018-09-21,2018,9,21",
        "'September 21, 2018',2018,9,21",
        "Sept 2018,,,",
        "August 2009,2009,8,",
        "12/1/05,,12,1",
        "2/30/2011,2011,,",
        "13/2011,2011,,",
        "soon,,,",
    })
    void whatIsOpenStaysOpen(String written, Integer year, Integer month, Integer day) {
        assertThat(PartialDate.parse(written)).isEqualTo(new PartialDate(written, year, month, day));
    }

    @Test
    void onlyAWholeDateIsExact() {
        assertThat(PartialDate.parse("9/21/2018").exact()).contains(LocalDate.of(2018, 9, 21));
        assertThat(PartialDate.parse("9/2018").exact()).isEmpty();
    }

    @Test
    void eachOpenDateIsFoundByItsKind() {
        assertThat(Documents.findings("ESTABLISHED DATE: xx/xx/2011")).contains(FindingCode.PARTIAL_DATE);
        assertThat(Documents.findings("ESTABLISHED DATE: 2/30/2011")).contains(FindingCode.UNREAD_DATE);
        assertThat(Documents.findings("ESTABLISHED DATE: soon")).contains(FindingCode.UNREAD_DATE);
        assertThat(Documents.findings("ESTABLISHED DATE:"))
                .doesNotContain(FindingCode.UNREAD_DATE, FindingCode.PARTIAL_DATE);
    }
}
