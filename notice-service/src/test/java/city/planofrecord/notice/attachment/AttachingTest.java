package city.planofrecord.notice.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.notice.notice.Draft;
import city.planofrecord.notice.notice.Draft.AttachedText;
import city.planofrecord.notice.notice.DraftFinding;
import city.planofrecord.notice.notice.Settlement;
import city.planofrecord.notice.noticedocument.Severity;
import city.planofrecord.notice.testing.Items;
import city.planofrecord.notice.testing.PostedNotices;

class AttachingTest {

    private static final Draft BARE = PostedNotices.draft()
            .draft()
            .attaching(
                    List.of(
                            Items.numbered(1, Items.retitle("CS2154", "3-1-1 Agent", "311 Agent")),
                            Items.numbered(2, Items.establish("CA2433", "Center Manager", "809-A")),
                            Items.numbered(3, Items.abolish("CS2156"))),
                    List.of(),
                    List.of());

    @Test
    void aSpecificationGoesToTheItemThatProposesItsTitle() {
        var draft = added(BARE, specification("311 Agent", null));

        assertThat(draft.attachments()).singleElement().satisfies(attached -> {
            assertThat(attached.key()).isEqualTo("1");
            assertThat(attached.item()).isEqualTo(1);
        });
        assertThat(specificationOf(draft, 1)).isEqualTo(specification("311 Agent", null));
        assertThat(draft.findings()).extracting(DraftFinding::code).containsExactly("ATTACHMENT_JOINED_BY_TITLE");
    }

    @Test
    void whereTheTitleDiffersTheJobCodeTells() {
        var draft = added(BARE, specification("Manager", "CA2433"));

        assertThat(draft.attachments().getFirst().item()).isEqualTo(2);
        assertThat(draft.findings()).extracting(DraftFinding::code).containsExactly("ATTACHMENT_JOINED_BY_CODE");
    }

    @Test
    void theItemThatIsNamedCounts() {
        var draft = attaching(BARE).added(new NewAttachment("Anything", 2, specification("Anything", null), List.of()));

        assertThat(draft.attachments().getFirst().item()).isEqualTo(2);
        assertThat(draft.findings()).extracting(DraftFinding::code).containsExactly("ATTACHMENT_JOINED_BY_NUMBER");
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> attaching(BARE)
                        .added(new NewAttachment("Anything", 3, specification("Anything", null), List.of())));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> attaching(BARE)
                        .added(new NewAttachment("Anything", 9, specification("Anything", null), List.of())));
    }

    @Test
    void whatCouldBelongToSeveralIsNotGuessed() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> added(BARE, specification("311 Agent", "CA2433")))
                .withMessageContaining("item 1, 2");
    }

    @Test
    void whatBelongsToNoneIsADoubt() {
        var draft = added(BARE, specification("Nobody", null));

        assertThat(draft.attachments().getFirst().item()).isNull();
        assertThat(draft.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("ATTACHMENT_WITHOUT_ITEM");
            assertThat(finding.pointer()).isEqualTo("/attachments/0");
            assertThat(finding.isOpen()).isTrue();
        });
    }

    @Test
    void anItemHasOneAttachment() {
        var draft = added(BARE, specification("311 Agent", null));

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> added(draft, specification("311 Agent", null)))
                .satisfies(refused -> assertThat(refused.kind()).isEqualTo(ProblemKind.CONFLICT));
    }

    @Test
    void aReplacementSettlesOnlyWhatWasFoundAboutTheOneBefore() {
        var draft = two().withFindings(List.of(
                doubt("/attachments/0/specification/flsa"),
                doubt("/attachments/1/specification/flsa"),
                doubt("/hearing/place")));

        var replaced = attaching(draft)
                .replaced(
                        "1",
                        new NewAttachment(
                                "311 Agent",
                                null,
                                specification("311 Agent", "CS2154"),
                                List.of(doubt("/established/date"))));

        assertThat(replaced.findings()).extracting(DraftFinding::isOpen).containsExactly(false, true, true, true);
        assertThat(replaced.findings()).extracting(DraftFinding::id).containsExactly(1, 2, 3, 4);
        assertThat(replaced.findings().getFirst().settlement())
                .isEqualTo(
                        new Settlement(Settlement.How.FIXED, "Attachment 1 was replaced.", "analyst", Instant.EPOCH));
        assertThat(replaced.findings().getLast().pointer()).isEqualTo("/attachments/0/specification/established/date");
        assertThat(replaced.findings().getLast().attachment()).isEqualTo("1");
        assertThat(specificationOf(replaced, 1).path("jobCode").asText()).isEqualTo("CS2154");
        assertThat(specificationOf(replaced, 2)).isEqualTo(specification("Center Manager", "CA2433"));
    }

    @Test
    void aReplacementOfAnotherTitleKeepsItsItemAndSaysSo() {
        var replaced = attaching(two())
                .replaced("1", new NewAttachment("City Agent", null, specification("City Agent", null), List.of()));

        assertThat(replaced.attachments().getFirst().item()).isEqualTo(1);
        assertThat(replaced.findings()).extracting(DraftFinding::code).containsExactly("ATTACHMENT_JOINED_BY_NUMBER");
    }

    @Test
    void aReplacementThatBelongsElsewhereLeavesItsItem() {
        var draft = added(BARE, specification("311 Agent", null));

        var replaced = attaching(draft)
                .replaced(
                        "1",
                        new NewAttachment(
                                "Center Manager", null, specification("Center Manager", "CA2433"), List.of()));

        assertThat(replaced.attachments().getFirst().item()).isEqualTo(2);
        assertThat(specificationOf(replaced, 1)).isNull();
    }

    @Test
    void whatIsTakenOutLeavesItsItemAndMovesTheOthersUp() {
        var draft = two().withFindings(List.of(
                doubt("/attachments/0/specification/flsa"), doubt("/attachments/1/specification/flsa")));

        var removed = attaching(draft).removed("1");

        assertThat(removed.attachments()).extracting(AttachedText::key).containsExactly("2");
        assertThat(specificationOf(removed, 1)).isNull();
        assertThat(removed.findings()).extracting(DraftFinding::isOpen).containsExactly(false, true);
        assertThat(removed.findings().getLast().pointer()).isEqualTo("/attachments/0/specification/flsa");
        assertThat(added(removed, specification("311 Agent", "CS2154")).attachments())
                .extracting(AttachedText::key)
                .containsExactly("2", "3");
    }

    @Test
    void aSpecificationThatWasChangedByHandSinceStays() {
        var byHand = specification("311 Agent", "CS2154").put("education", "A degree.");
        var draft = two();
        var items = draft.items().stream()
                .map(item -> item.item() == 1 ? item.specifiedBy(byHand) : item)
                .toList();

        var removed = attaching(draft.attaching(items, draft.attachments(), draft.findings()))
                .removed("1");

        assertThat(specificationOf(removed, 1)).isEqualTo(byHand);
    }

    @Test
    void aKeyThatIsUnknownIsNamed() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> attaching(two()).removed("7"))
                .satisfies(refused -> assertThat(refused.kind()).isEqualTo(ProblemKind.NOT_FOUND));
    }

    private static Draft two() {
        return added(added(BARE, specification("311 Agent", "CS2154")), specification("Center Manager", "CA2433"));
    }

    private static Draft added(Draft draft, ObjectNode specification) {
        return attaching(draft)
                .added(new NewAttachment(specification.path("title").asText(), null, specification, List.of()));
    }

    private static Attaching attaching(Draft draft) {
        return new Attaching(draft, "analyst", Instant.EPOCH);
    }

    private static ObjectNode specificationOf(Draft draft, int item) {
        return draft.items().get(item - 1).proposed().specification();
    }

    private static ObjectNode specification(String title, String jobCode) {
        var specification = JsonNodeFactory.instance.objectNode().put("title", title);
        return jobCode == null ? specification : specification.put("jobCode", jobCode);
    }

    private static DraftFinding doubt(String pointer) {
        return new DraftFinding(Severity.WARNING, "FLSA_NOT_UNDERSTOOD", "Y is not explained.", null, pointer);
    }
}
