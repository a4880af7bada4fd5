package city.planofrecord.notice.noticedocument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SeedNoticeTest {

    private static final String SEED = "000_ae6103704df5fe66.txt";

    private static ParsedNotice parsed;
    private static NoticeDraft notice;

    @BeforeAll
    static void readTheSeed() throws IOException {
        var folder = System.getProperty("seeds");
        assumeTrue(folder != null, "Skipped: the system property \"seeds\" names no folder with the real documents");
        var seed = Path.of(folder, SEED);
        assumeTrue(Files.isReadable(seed), () -> "Skipped: there is no real notice at " + seed);
        parsed = new NoticeDocumentParser(SampleNotice.ZONE).parse(Files.readAllLines(seed));
        notice = parsed.notice();
    }

    @Test
    void theHeadIsRead() {
        assertThat(notice.number()).isEqualTo("1341");
        assertThat(notice.to()).isEqualTo("Agency Heads and Employees");
        assertThat(notice.from()).isEqualTo("Christopher M.A. Lujan, Interim Director");
        assertThat(notice.date()).isEqualTo(LocalDate.of(2011, 3, 23));
        assertThat(notice.subject()).isEqualTo("Proposed Change to the Classification and Pay Plan");
        assertThat(notice.summary())
                .hasSize(6)
                .satisfies(all -> assertThat(all.getFirst()).startsWith("The proposed change amends"))
                .satisfies(all -> assertThat(all.getFirst()).endsWith("Operations Supervisor (807-S)."))
                .satisfies(all -> assertThat(all.getLast()).startsWith("Finally, the Contact Center Director"));
    }

    @Test
    void theTwoProvisionsAreRead() {
        assertThat(notice.provisions()).hasSize(2);
        assertThat(notice.provisions().get(0).citation()).isEqualTo("Career Service Rule 7-37 A");
        assertThat(notice.provisions().get(0).text())
                .startsWith("If it is determined")
                .endsWith("following approval by the Board.");
        assertThat(notice.provisions().get(1).citation()).isNull();
        assertThat(parsed.postingDays()).contains(13);
    }

    @Test
    void theTwoRetitlesAreItemsOneAndTwo() {
        assertThat(notice.items().get(0))
                .isEqualTo(new DraftItem(
                        1,
                        ItemKind.REVISE,
                        List.of(Change.RETITLE),
                        terms("CS2154", "3-1-1 Customer Service Agent", null, null),
                        terms("CS2154", "311 Customer Service Agent", null, null)));
        assertThat(notice.items().get(1))
                .isEqualTo(new DraftItem(
                        2,
                        ItemKind.REVISE,
                        List.of(Change.RETITLE),
                        terms("CS2374", "3-1-1 Customer Service Specialist", null, null),
                        terms("CS2374", "311 Customer Service Specialist", null, null)));
    }

    @Test
    void theThreeRegradesAreItemsThreeToFive() {
        assertThat(notice.items().get(2))
                .isEqualTo(new DraftItem(
                        3,
                        ItemKind.REVISE,
                        List.of(Change.RETITLE, Change.REGRADE),
                        terms("CS2155", "3-1-1 Lead Customer Service Agent", "614-S", range("33597", "49038")),
                        terms("CS2155", "Lead Customer Service Agent", "615-S", range("35124", "51268"))));
        assertThat(notice.items().get(3))
                .isEqualTo(new DraftItem(
                        4,
                        ItemKind.REVISE,
                        List.of(Change.RECODE, Change.RETITLE, Change.REGRADE),
                        terms("CC2158", "3-1-1 Operations Support Assistant", "612-C", range("31573", "46117")),
                        terms("CA2434", "311 Operations Assistant", "613-A", range("35912", "52419"))));
        assertThat(notice.items().get(4))
                .isEqualTo(new DraftItem(
                        5,
                        ItemKind.REVISE,
                        List.of(Change.RETITLE, Change.REGRADE),
                        terms("CA2157", "3-1-1 Operations Support Trainer/Analyst", "806-A", range("42917", "68454")),
                        terms("CA2157", "311 Analyst/Trainer", "809-A", range("52419", "83640"))));
    }

    @Test
    void theNewClassesAreItemsSixToEightAndTheAbolishmentIsNine() {
        assertThat(notice.items().subList(5, 9))
                .containsExactly(
                        new DraftItem(
                                6,
                                ItemKind.ESTABLISH,
                                List.of(),
                                null,
                                terms("CS2435", "DHS Customer Service Agent", "613-S", range("32130", "46904"))),
                        new DraftItem(
                                7,
                                ItemKind.ESTABLISH,
                                List.of(),
                                null,
                                terms("CA2433", "Contact Center Operations Manager", "809-A", range("52419", "83640"))),
                        new DraftItem(
                                8,
                                ItemKind.ESTABLISH,
                                List.of(),
                                null,
                                terms("CA2436", "Contact Center Director", "813-A", range("68454", "109238"))),
                        new DraftItem(
                                9,
                                ItemKind.ABOLISH,
                                List.of(),
                                terms("CS2156", "3-1-1 Customer Service Operations Supervisor", "807-S", null),
                                null));
    }

    @Test
    void theHearingAndTheDeadlinesAreRead() {
        assertThat(notice.hearing())
                .isEqualTo(new Hearing(
                        OffsetDateTime.parse("2011-04-07T17:00-06:00"),
                        "CSA Board Room, Room 4.F.6, Webb Municipal Building, 201 West Colfax Avenue"));
        assertThat(notice.comments())
                .isEqualTo(new Comments(
                        OffsetDateTime.parse("2011-04-06T08:00-06:00"),
                        new Comments.Recipient(
                                "Bruce Backer",
                                "bruce.backer@denvergov.org",
                                "Alena Martinez alena.martinez@denvergov.org")));
        assertThat(notice.speakers())
                .isEqualTo(new Speakers(
                        OffsetDateTime.parse("2011-04-05T12:00-06:00"),
                        new Speakers.Contact("Leon Duran", "(720) 913-5168", "leon.duran@denvergov.org")));
    }

    @Test
    void onlyTheTornColumnsAreDoubtful() {
        assertThat(parsed.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.INFO);
            assertThat(finding.code()).isEqualTo(FindingCode.TORN_COLUMNS_MATCHED);
            assertThat(finding.lines()).isEqualTo(new Lines(37, 47));
        });
    }

    @Test
    void valuesSayFromWhichLinesTheyCame() {
        assertThat(parsed.attachmentsBegin()).contains(75);
        assertThat(parsed.sources())
                .containsEntry("/number", new Lines(5, 5))
                .containsEntry("/items/3", new Lines(34, 34))
                .containsEntry("/items/3/present/grade", new Lines(40, 40))
                .containsEntry("/items/3/proposed/range", new Lines(46, 46))
                .containsEntry("/items/8/present/grade", new Lines(59, 59))
                .containsEntry("/provisions/0", new Lines(61, 61))
                .containsEntry("/hearing/at", new Lines(67, 67))
                .containsEntry("/comments/to", new Lines(69, 69))
                .containsEntry("/speakers/contact", new Lines(71, 71));
    }

    @Test
    void theEightAttachedSpecificationsFindTheirItems() {
        var attached = List.of(
                        "311 Analyst/Trainer",
                        "311 Customer Service Agent",
                        "311 Customer Service Specialist",
                        "311 Operations Assistant",
                        "Contact Center Director",
                        "Contact Center Operations Manager",
                        "DHS Customer Service Agent",
                        "Lead Customer Service Agent")
                .stream()
                .map(title -> new AttachedSpecification(
                        title,
                        null,
                        new Lines(80, 81),
                        JsonNodeFactory.instance.objectNode().put("title", title)))
                .toList();

        var joined = AttachmentJoin.join(parsed, attached);

        assertThat(joined.attachments()).extracting(Attachment::item).containsExactly(5, 1, 2, 4, 8, 7, 6, 3);
        assertThat(joined.findings())
                .hasSize(8)
                .allSatisfy(finding -> assertThat(finding.code()).isEqualTo(FindingCode.ATTACHMENT_JOINED_BY_TITLE));
        assertThat(joined.items().subList(0, 5))
                .allSatisfy(item -> assertThat(item.changes()).endsWith(Change.RESPECIFY));
    }

    private static ClassTerms terms(String jobCode, String title, @Nullable String grade, @Nullable PayRange range) {
        return new ClassTerms(jobCode, title, grade, range, null, null, null);
    }

    private static PayRange range(String minimum, String maximum) {
        return new PayRange(new BigDecimal(minimum), new BigDecimal(maximum), "USD", PayBasis.ANNUAL);
    }
}
