package city.planofrecord.notice.noticedocument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileDocumentTest {

    private static final int TEN_MEGABYTES = 10_000_000;
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final NoticeDocumentParser parser = new NoticeDocumentParser(SampleNotice.ZONE);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "",
                "word ending. ",
                "NEW CLASSES",
                "Job Code\tClassification Title",
                "AB1234\tA Title",
                "Page 1 of 2",
                "Classification Notice No. 1",
                "Date: March 2, 2015",
                "12:12:12:12:12:12:12:12:12:12:12:12:12",
                "------------------------------------",
                "Mon Mon Mon Mon Mon Mon January January",
                "a@a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a@",
                "Per Rule Rule Rule Rule Rule Rule Rule Rule Rule public hearing scheduled",
                "($$$ to to to 1,1,1,1,1,1,1"
            })
    void tenMegabytesOfOneLineOverAndOverAreReadOrRefusedInTime(String line) {
        var lines = Collections.nCopies(TEN_MEGABYTES / (line.length() + 1), line);

        var parsed = assertTimeout(LIMIT, () -> parser.parse(lines));

        assertThat(parsed.hasErrors()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", " ", "\t", "-", "1", "A", ".", "1:", "a.", "$1 to "})
    void aMegabyteThatFollowsANoticeIsReadInTime(String unit) {
        var lines = new ArrayList<>(SampleNotice.text().lines().toList());
        var line = unit.repeat(18_000 / unit.length());
        lines.addAll(Collections.nCopies(50, line));

        assertTimeout(LIMIT, () -> parser.parse(lines));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "WORDS IN CAPITALS", "ends here.", "lower case\n", "AB1234\tB", "MOOD\n\nJob Code\tTitle"})
    void manyShortLinesThatFollowANoticeAreReadInTime(String unit) {
        var lines = new ArrayList<>(SampleNotice.text().lines().toList());
        var following = unit.lines().toList();
        while (lines.size() < 19_000) {
            lines.addAll(following);
        }

        assertTimeout(LIMIT, () -> parser.parse(lines));
    }

    @Test
    void oneEndlessLineIsRefused() {
        var parsed = assertTimeout(LIMIT, () -> parser.parse(List.of("x ".repeat(TEN_MEGABYTES / 2))));

        assertThat(SampleNotice.codes(parsed)).containsExactly(FindingCode.DOCUMENT_TOO_LONG);
    }

    @Test
    void attachmentsOfAnyLengthDoNotKeepANoticeFromBeingRead() {
        var lines = new ArrayList<>(
                (SampleNotice.text() + "\n" + SampleNotice.ATTACHED).lines().toList());
        lines.addAll(Collections.nCopies(TEN_MEGABYTES / 50, "Drives a vehicle between the branches of a library."));

        var parsed = assertTimeout(LIMIT, () -> parser.parse(lines));

        assertThat(parsed.hasErrors()).isFalse();
        assertThat(parsed.notice().items()).hasSize(8);
    }

    @Test
    void findingsAreBounded() {
        var lines = new ArrayList<>(SampleNotice.text().lines().toList());
        for (int i = 0; i < 2_000; i++) {
            lines.add("NEW CLASSES");
        }

        var findings = parser.parse(lines).findings();

        assertThat(findings).hasSize(501).last().extracting(Finding::code).isEqualTo(FindingCode.MORE_FINDINGS);
    }
}
