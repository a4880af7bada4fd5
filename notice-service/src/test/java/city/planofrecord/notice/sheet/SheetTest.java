package city.planofrecord.notice.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

import city.planofrecord.notice.notice.Notice;
import city.planofrecord.notice.notice.ProposedItem;

class SheetTest {

    @Test
    void theTextSaysWhatChangesByWhenToObjectAndHow() {
        var text = text(SheetOf1341.posted());

        assertThat(text)
                .contains("Classification Notice No. 1341\n")
                .contains("Date:       March 23, 2011\n")
                .contains("Until:      to remain posted through Tuesday, April 5, 2011\n")
                .contains("New title\n")
                .contains("New job code, title and pay grade\n")
                .contains("\n3    Present   CC2158   3-1-1 Operations Support      612-C   $31,573 to $46,117\n")
                .contains("     Proposed  CA2434   311 Operations Assistant      613-A   $35,912 to $52,419\n")
                .contains("$21.50 to $35.75\n")
                .contains("In place of CS2156")
                .contains("When:       5:00 p.m. (MDT) on Thursday, April 7, 2011")
                .contains("Until:      8:00 a.m. (MDT) on Wednesday, April 6, 2011")
                .contains("Until:      12:00 noon (MDT) on Tuesday, April 5, 2011")
                .contains("Ask:        Tomas Winterbourne, (720) 555-0168")
                .contains("9f86d081884c7d65");
        assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(PlainSheet.WIDTH));
    }

    @Test
    void anAttachedSpecificationIsShownOnceAndWhole() {
        var text = text(SheetOf1341.posted());

        assertThat(text)
                .containsOnlyOnce("Keeps the knowledge base true and current.")
                .contains("ATTACHMENT 1: 311 ANALYST/TRAINER")
                .contains("Class specification: attachment 1")
                .contains("- Reading \u2013 Understands what is written.")
                .contains("Licensure and certification\n\nNone\n")
                .contains("- 12/1/2005, AB, Established.")
                .contains("residency\n\nWithin the county\n")
                .doesNotContain("sources", "2011\"");
    }

    @Test
    void aDraftSaysThatItIsOne() {
        var draft = Notice.drafted(
                java.util.UUID.randomUUID(), SheetOf1341.draft("A change", SheetOf1341.items(), List.of()));

        assertThat(text(draft))
                .contains("*** This is a draft. It has not been posted and may still change.")
                .doesNotContain("POSTING IS REQUIRED")
                .contains("ATTACHMENT 1: 311 ANALYST/TRAINER");
    }

    @Test
    void theSameNoticeGivesTheSameBytes() throws IOException {
        var notice = SheetOf1341.posted();
        var first = sheet(notice).pdf();

        assertThat(sheet(notice).pdf()).isEqualTo(first);
        assertThat(sheet(notice).text()).isEqualTo(sheet(notice).text());
        var folder = Files.createDirectories(Path.of("target", "sheets"));
        Files.write(folder.resolve("1341.pdf"), first);
        Files.write(folder.resolve("1341.txt"), sheet(notice).text());
    }

    @Test
    void thePdfCanBeSearchedAndItsPagesAreNumbered() throws IOException {
        var words = words(sheet(SheetOf1341.posted()).pdf());

        assertThat(words)
                .contains("Classification Notice No. 1341")
                .contains("Questions and comments in writing")
                .contains("$35,912 to $52,419")
                .contains("Page 1 of 3")
                .contains("Page 3 of 3")
                .contains("SHA-256 9f86d081884c7d65");
    }

    @Test
    void whatTheFontLacksIsSeenToBeMissingAndNothingBreaksThePage() throws IOException {
        var odd =
                "\u5206\u985e \uD83D\uDE00 \u0001 \uD800 \u202Eabc\u202C \u05E9\u05DC\u05D5\u05DD \u0645\u0631\u062D\u0628\u0627 \u0416\u03A9\u0142 e\u0301 \u200Bzero";
        var notice = SheetOf1341.posted(SheetOf1341.draft(odd, SheetOf1341.items(), List.of()));

        var words = words(sheet(notice).pdf());

        assertThat(words)
                .contains("\uFFFD\uFFFD \uD83D\uDE00 \uFFFD \uFFFD abc ")
                .contains("\u0416\u03A9\u0142 \u00e9 zero");
        assertThat(text(notice))
                .contains("\u5206\u985e \uD83D\uDE00 \uFFFD")
                .contains(" abc ")
                .doesNotContain("\u202E");
    }

    @Test
    void oneEndlessWordAndAPageOfLinesAreBroken() throws IOException {
        var notice = SheetOf1341.posted(
                SheetOf1341.draft("x".repeat(100_000) + "\n".repeat(500) + "end", SheetOf1341.items(), List.of()));

        assertThat(text(notice).lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(PlainSheet.WIDTH));
        assertThat(words(sheet(notice).pdf())).contains("end");
    }

    @Test
    void noHeadingStandsAloneAtTheEndOfAPage() throws IOException {
        for (var lines = 1; lines <= 45; lines++) {
            var notice = SheetOf1341.posted(SheetOf1341.draft("one\n".repeat(lines), SheetOf1341.items(), List.of()));
            try (var document = Loader.loadPDF(sheet(notice).pdf())) {
                for (var page = 1; page <= document.getNumberOfPages(); page++) {
                    var stripper = new PDFTextStripper();
                    stripper.setSortByPosition(true);
                    stripper.setStartPage(page);
                    stripper.setEndPage(page);
                    var words = stripper.getText(document).strip().lines().toList();
                    assertThat(words.getLast()).contains("Page " + page);
                    assertThat(words.get(words.size() - 2))
                            .doesNotStartWith("Item")
                            .doesNotStartWith("New ")
                            .isNotIn("Proposed changes", "Public hearing", "Classes to be abolished");
                }
            }
        }
    }

    @Test
    void twoThousandItemsAreRenderedInSeconds() throws IOException {
        var items = new ArrayList<ProposedItem>();
        for (var i = 0; i < 2000; i++) {
            items.add(SheetOf1341.item(
                    i % 40 == 0 ? "ABOLISH" : "REVISE",
                    "'jobCode':'QC%04d','title':'Restructured Class of the Old Plan %d','grade':'%d-QA'"
                            .formatted(i, i, 801 + i % 15),
                    "'grade':'%d-WX','range':{'minimum':'%d.00','maximum':'%d.00'}"
                            .formatted(801 + i % 30, 31000 + i, 46500 + i)));
        }
        var notice = SheetOf1341.posted(SheetOf1341.draft("Twenty schedules become three", items, List.of()));
        var begun = System.nanoTime();

        var text = sheet(notice).text();
        var pdf = sheet(notice).pdf();

        var took = Duration.ofNanos(System.nanoTime() - begun);
        System.out.printf(
                "A sheet of 2,000 items: %d KB of text, %d KB of PDF, %d ms%n",
                text.length / 1024, pdf.length / 1024, took.toMillis());
        assertThat(took).isLessThan(Duration.ofSeconds(10));
        Files.write(Files.createDirectories(Path.of("target", "sheets")).resolve("2000.pdf"), pdf);
    }

    private static Sheet sheet(Notice notice) {
        return NoticeSheet.of(notice, SheetOf1341.DENVER);
    }

    private static String text(Notice notice) {
        return new String(sheet(notice).text(), StandardCharsets.UTF_8);
    }

    private static String words(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
