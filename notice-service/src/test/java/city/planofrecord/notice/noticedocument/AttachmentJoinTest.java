package city.planofrecord.notice.noticedocument;

import static city.planofrecord.notice.noticedocument.SampleNotice.parse;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import city.planofrecord.notice.noticedocument.AttachmentJoin.Joined;

class AttachmentJoinTest {

    private static final ParsedNotice NOTICE = parse(SampleNotice.text());

    private static final List<AttachedSpecification> ALL = List.of(
            attached("Library Driver", null),
            attached("Library Page", null),
            attached("City Archivist", null),
            attached("Records Assistant", null),
            attached("Catalog Technician", null),
            attached("Digital Archivist", null),
            attached("Archive Manager", null));

    @Test
    void aSpecificationWithoutAJobCodeIsJoinedByTitleAndSaysSo() {
        var joined = AttachmentJoin.join(NOTICE, ALL);

        assertThat(joined.findings()).hasSize(7).allSatisfy(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.INFO);
            assertThat(finding.code()).isEqualTo(FindingCode.ATTACHMENT_JOINED_BY_TITLE);
        });
        assertThat(joined.attachments()).extracting(Attachment::item).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(joined.items().subList(0, 7))
                .allSatisfy(item -> assertThat(item.proposed().specification()).isNotNull());
    }

    @Test
    void aRevisionWithASpecificationRespecifiesAfterItsOtherChanges() {
        var joined = AttachmentJoin.join(NOTICE, ALL);

        assertThat(joined.items().get(0).changes()).containsExactly(Change.RETITLE, Change.RESPECIFY);
        assertThat(joined.items().get(3).changes())
                .containsExactly(Change.RECODE, Change.RETITLE, Change.REGRADE, Change.RESPECIFY);
        assertThat(joined.items().get(5).changes()).isEmpty();
        assertThat(joined.items().get(7)).isEqualTo(NOTICE.notice().items().get(7));
    }

    @Test
    void titlesAreTheSameWhateverTheirCaseDashesAndBlanks() {
        var joined = join(attached("LIBRARY  DRIVER", null));

        assertThat(joined.attachments().getFirst().item()).isEqualTo(1);
    }

    @Test
    void aSpecificationWithTitleAndCodeNeedsNoFinding() {
        assertThat(join(attached("Digital Archivist", "AR2010")).findings())
                .noneMatch(finding -> "/attachments/0".equals(finding.pointer()));
    }

    @Test
    void aSpecificationMayStillBearTheCodeThatTheClassGivesUp() {
        assertThat(join(attached("Records Assistant", "LB1004"))
                        .attachments()
                        .getFirst()
                        .item())
                .isEqualTo(4);
    }

    @Test
    void aSpecificationOfAnotherTitleIsJoinedByItsCodeWithAWarning() {
        var joined = join(attached("Archivist, Digital", "AR2010"));

        assertThat(joined.attachments().getFirst().item()).isEqualTo(6);
        assertThat(codesOf(joined, "/attachments/0")).containsExactly(FindingCode.ATTACHMENT_JOINED_BY_CODE);
    }

    @Test
    void aSpecificationOfNoItemIsKeptAndReported() {
        var joined = join(attached("Lion Tamer", "ZZ9999"));

        assertThat(joined.attachments())
                .singleElement()
                .satisfies(kept -> assertThat(kept.item()).isNull());
        assertThat(codesOf(joined, "/attachments/0")).containsExactly(FindingCode.ATTACHMENT_WITHOUT_ITEM);
    }

    @Test
    void aSpecificationOfAnAbolishedClassBelongsToNoItem() {
        assertThat(codesOf(join(attached("Microfilm Operator", null)), "/attachments/0"))
                .containsExactly(FindingCode.ATTACHMENT_WITHOUT_ITEM);
    }

    @Test
    void aTitleOfOneItemWithTheCodeOfAnotherIsAnErrorAndNotJoined() {
        var joined = join(attached("Digital Archivist", "AR2011"));

        assertThat(joined.attachments().getFirst().item()).isNull();
        assertThat(codesOf(joined, "/attachments/0")).containsExactly(FindingCode.ATTACHMENT_AMBIGUOUS);
    }

    @Test
    void aTitleWithACodeThatNoItemHasIsAnErrorAndNotJoined() {
        assertThat(codesOf(join(attached("Digital Archivist", "ZZ9999")), "/attachments/0"))
                .containsExactly(FindingCode.ATTACHMENT_AMBIGUOUS);
    }

    @Test
    void aTitleThatTwoItemsProposeIsDecidedByCodeOrNotAtAll() {
        var notice = parse(SampleNotice.text().replace("Archive Manager", "Digital Archivist"));

        var without = AttachmentJoin.join(notice, List.of(attached("Digital Archivist", null)));
        var with = AttachmentJoin.join(notice, List.of(attached("Digital Archivist", "AR2011")));

        assertThat(without.attachments().getFirst().item()).isNull();
        assertThat(codesOf(without, "/attachments/0")).containsExactly(FindingCode.ATTACHMENT_AMBIGUOUS);
        assertThat(with.attachments().getFirst().item()).isEqualTo(7);
    }

    @Test
    void twoSpecificationsForOneItemAreBothRefused() {
        var joined = join(attached("Digital Archivist", null), attached("Digital Archivist", "AR2010"));

        assertThat(joined.attachments()).extracting(Attachment::item).containsOnlyNulls();
        assertThat(joined.items().get(5).proposed().specification()).isNull();
        assertThat(codesOf(joined, "/attachments/0")).containsExactly(FindingCode.ATTACHMENT_AMBIGUOUS);
        assertThat(codesOf(joined, "/attachments/1")).containsExactly(FindingCode.ATTACHMENT_AMBIGUOUS);
    }

    @Test
    void anItemWhoseSpecificationIsAnnouncedAndNotAttachedIsReported() {
        var joined = AttachmentJoin.join(NOTICE, ALL.subList(0, 6));

        assertThat(joined.findings())
                .filteredOn(finding -> finding.code() == FindingCode.ITEM_WITHOUT_ATTACHMENT)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                    assertThat(finding.pointer()).isEqualTo("/items/6/proposed/specification");
                    assertThat(finding.lines()).isEqualTo(NOTICE.sources().get("/items/6"));
                });
    }

    private static Joined join(AttachedSpecification... attached) {
        return AttachmentJoin.join(NOTICE, List.of(attached));
    }

    private static List<FindingCode> codesOf(Joined joined, String pointer) {
        return joined.findings().stream()
                .filter(finding -> pointer.equals(finding.pointer()))
                .map(Finding::code)
                .toList();
    }

    private static AttachedSpecification attached(String title, @Nullable String jobCode) {
        JsonNode specification = JsonNodeFactory.instance.objectNode().put("title", title);
        return new AttachedSpecification(title, jobCode, new Lines(200, 210), specification);
    }
}
