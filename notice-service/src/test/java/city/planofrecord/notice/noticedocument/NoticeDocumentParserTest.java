package city.planofrecord.notice.noticedocument;

import static city.planofrecord.notice.noticedocument.SampleNotice.codes;
import static city.planofrecord.notice.noticedocument.SampleNotice.line;
import static city.planofrecord.notice.noticedocument.SampleNotice.parse;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

import org.junit.jupiter.api.Test;

class NoticeDocumentParserTest {

    private static final String TEXT = SampleNotice.text();

    private final ParsedNotice parsed = parse(TEXT);
    private final NoticeDraft notice = parsed.notice();

    @Test
    void theHeadIsRead() {
        assertThat(notice.number()).isEqualTo("77-B");
        assertThat(notice.to()).isEqualTo("All Agencies and Their Employees");
        assertThat(notice.from()).isEqualTo("Pat Q. Example, Director of Personnel");
        assertThat(notice.date()).isEqualTo(LocalDate.of(2015, 3, 2));
        assertThat(notice.subject()).isEqualTo("Changes Proposed to the Pay Plan");
        assertThat(notice.summary()).hasSize(2).first().asString().startsWith("This notice proposes");
    }

    @Test
    void aRecitedRuleIsPartedFromItsCitation() {
        assertThat(notice.provisions())
                .containsExactly(
                        new Provision(
                                "A change that the Commission approves counts from the Monday after.",
                                "Personnel Rule 3-12 B"),
                        new Provision(
                                "This notice shall be posted at every agency for at least twenty-one calendar days from its date.",
                                null));
        assertThat(parsed.postingDays()).contains(21);
    }

    @Test
    void theHearingAndTheDeadlinesLieInTheZoneOfTheCity() {
        assertThat(notice.hearing())
                .isEqualTo(new Hearing(
                        OffsetDateTime.parse("2015-03-26T17:30-06:00"),
                        "Great Hall, Room 2.B, Old Library, 12 Elm Street"));
        assertThat(notice.comments())
                .isEqualTo(new Comments(
                        OffsetDateTime.parse("2015-03-25T08:00-06:00"),
                        new Comments.Recipient(
                                "Ada Clerk", "ada.clerk@example.org", "Bo Helper bo.helper@example.org")));
        assertThat(notice.speakers())
                .isEqualTo(new Speakers(
                        OffsetDateTime.parse("2015-03-24T12:00-06:00"),
                        new Speakers.Contact("Cy Usher", "(555) 010-0199", "cy.usher@example.org")));
    }

    @Test
    void theItemsStandInTheOrderOfTheDocument() {
        assertThat(notice.items()).extracting(DraftItem::item).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(notice.items())
                .extracting(DraftItem::kind)
                .containsExactly(
                        ItemKind.REVISE,
                        ItemKind.REVISE,
                        ItemKind.REVISE,
                        ItemKind.REVISE,
                        ItemKind.REVISE,
                        ItemKind.ESTABLISH,
                        ItemKind.ESTABLISH,
                        ItemKind.ABOLISH);
    }

    @Test
    void whatARevisionChangesIsToldByComparingItsColumns() {
        assertThat(notice.items())
                .extracting(DraftItem::changes)
                .containsExactly(
                        List.of(Change.RETITLE),
                        List.of(Change.RETITLE),
                        List.of(Change.RETITLE, Change.REGRADE),
                        List.of(Change.RECODE, Change.RETITLE, Change.REGRADE),
                        List.of(Change.RETITLE, Change.REGRADE),
                        List.of(),
                        List.of(),
                        List.of());
    }

    @Test
    void tornPayColumnsAreMatchedByRowAndSaidToBe() {
        var item = notice.items().get(3);

        assertThat(item.present()).satisfies(present -> {
            assertThat(present.jobCode()).isEqualTo("LB1004");
            assertThat(present.grade()).isEqualTo("612-C");
            assertThat(present.range().minimum()).hasToString("31000.00");
            assertThat(present.range().maximum()).hasToString("45500.00");
        });
        assertThat(item.proposed()).satisfies(proposed -> {
            assertThat(proposed.jobCode()).isEqualTo("AR2004");
            assertThat(proposed.grade()).isEqualTo("613-A");
            assertThat(proposed.range().currency()).isEqualTo("USD");
            assertThat(proposed.range().basis()).isEqualTo(PayBasis.ANNUAL);
        });
        assertThat(parsed.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.INFO);
            assertThat(finding.code()).isEqualTo(FindingCode.TORN_COLUMNS_MATCHED);
            assertThat(finding.lines()).isEqualTo(new Lines(line(TEXT, "Present Pay Grade"), line(TEXT, "613-A") + 1));
        });
    }

    @Test
    void aSinglyHeadedCodeIsThatOfBothSides() {
        assertThat(notice.items().getFirst().present().jobCode()).isEqualTo("LB1001");
        assertThat(notice.items().getFirst().proposed().jobCode()).isEqualTo("LB1001");
    }

    @Test
    void anEstablishedClassHasNoPresentAndAnAbolishedNoProposedTerms() {
        assertThat(notice.items().get(5).present()).isNull();
        assertThat(notice.items().get(5).proposed().title()).isEqualTo("Digital Archivist");
        assertThat(notice.items().get(7).proposed()).isNull();
        assertThat(notice.items().get(7).present().grade()).isEqualTo("610-C");
        assertThat(notice.items().get(7).present().range()).isNull();
    }

    @Test
    void everyValueSaysFromWhichLinesItCame() {
        assertThat(parsed.sources())
                .containsEntry("/number", at("Classification Notice No."))
                .containsEntry("/date", at("Date:"))
                .containsEntry("/summary/1", at("A study of"))
                .containsEntry("/items/3", at("LB1004"))
                .containsEntry("/items/3/proposed/title", at("LB1004"))
                .containsEntry("/items/3/proposed/grade", at("613-A"))
                .containsEntry("/hearing/place", at("public hearing"))
                .containsEntry("/comments/to", at("Ada Clerk"))
                .containsEntry("/speakers/until", at("Cy Usher"))
                .containsEntry("/provisions/1", at("twenty-one"));
    }

    @Test
    void theAttachmentsBeginWithTheNameOfTheirOffice() {
        var text = TEXT + "\n\n" + SampleNotice.ATTACHED;

        var withAttachments = parse(text);

        assertThat(withAttachments.attachmentsBegin()).contains(line(text, "Personnel Office"));
        assertThat(withAttachments.notice()).isEqualTo(notice);
        assertThat(codes(withAttachments)).containsExactly(FindingCode.TORN_COLUMNS_MATCHED);
    }

    @Test
    void theAttachmentsBeginWithTheirTitleWhereThereIsNoPageNumber() {
        var text = TEXT + "\nLibrary Driver\n### General Statement of Duties\nDrives.\n";

        assertThat(parse(text).attachmentsBegin()).contains(line(text, "### General") - 1);
    }

    @Test
    void aNoticeWithoutAttachmentsHasNoneAlsoIfItsPagesAreNumbered() {
        var text =
                SampleNotice.HEAD + "\nPage 1 of 2\n\n" + String.join("\n", SampleNotice.SECTIONS) + "\nPage 2 of 2\n";

        var numbered = parse(text);

        assertThat(numbered.attachmentsBegin()).isEmpty();
        assertThat(numbered.notice()).isEqualTo(notice);
        assertThat(codes(numbered)).containsExactly(FindingCode.TORN_COLUMNS_MATCHED);
    }

    @Test
    void aParagraphThatAPageBreakParted() {
        var parted = SampleNotice.text().replace("found that the work", "found\n\nPage 1 of 2\n\nthat the work");

        assertThat(parse(parted).notice()).isEqualTo(notice);
    }

    @Test
    void hardWrappedLinesAreJoined() {
        assertThat(parse(wrapped(60, "\n")).notice()).isEqualTo(notice);
    }

    @Test
    void hardWrappedLinesAreJoinedAlsoWithoutBlankLinesBetweenParagraphs() {
        var text = wrapped(90, "\n").replaceAll("\n{2,}", "\n");

        assertThat(parse(text).notice().items()).isEqualTo(notice.items());
        assertThat(parse(text).notice().hearing()).isEqualTo(notice.hearing());
        assertThat(parse(text).notice().comments()).isEqualTo(notice.comments());
        assertThat(parse(text).notice().speakers()).isEqualTo(notice.speakers());
        assertThat(parse(text).notice().provisions()).isEqualTo(notice.provisions());
    }

    /** The sample as a PDF gives it: prose wrapped, columns parted by blanks. */
    static String wrapped(int width, String newLine) {
        var out = new StringBuilder();
        for (var line : SampleNotice.text().lines().toList()) {
            if (line.contains("\t")) {
                out.append(line.replace("\t", "   ")).append(newLine);
                continue;
            }
            var rest = line;
            while (rest.length() > width && rest.lastIndexOf(' ', width) > 0 && !rest.equals(rest.toUpperCase())) {
                int blank = rest.lastIndexOf(' ', width);
                out.append(rest, 0, blank).append(newLine);
                rest = rest.substring(blank + 1);
            }
            out.append(rest).append(newLine);
        }
        return out.toString();
    }

    private static Lines at(String part) {
        int line = line(TEXT, part);
        return new Lines(line, line);
    }
}
