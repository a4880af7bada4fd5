package city.planofrecord.notice.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import city.planofrecord.notice.noticedocument.Severity;
import city.planofrecord.notice.testing.PostedNotices;

class DraftTest {

    private static final DraftFinding FOUND =
            new DraftFinding(Severity.WARNING, "PARTIAL_DATE", "The day is missing.", null, null);

    @Test
    void aFindingKeepsItsNumberWhateverIsFoundLater() {
        var draft = PostedNotices.draft().draft().withFindings(List.of(FOUND, FOUND));
        var more = draft.withFindings(
                List.of(FOUND, draft.findings().get(1), draft.findings().get(0), FOUND));

        assertThat(draft.findings()).extracting(DraftFinding::id).containsExactly(1, 2);
        assertThat(more.findings()).extracting(DraftFinding::id).containsExactly(3, 2, 1, 4);
    }

    @Test
    void whatWasStoredBeforeFindingsHadNumbersIsReadWithThem() throws JsonProcessingException {
        var stored = """
                { "number": "1", "summary": [], "provisions": [], "items": [],
                  "attachments": [ { "title": "311 Agent", "item": 1, "specification": { "title": "311 Agent" } } ],
                  "findings": [ { "severity": "WARNING", "code": "PARTIAL_DATE", "message": "The day is missing." } ],
                  "sources": {} }
                """;

        var draft = new ObjectMapper().findAndRegisterModules().readValue(stored, Draft.class);

        assertThat(draft.findings()).extracting(DraftFinding::id).containsExactly(1);
        assertThat(draft.attachments()).extracting(Draft.AttachedText::key).containsExactly("1");
        assertThat(draft.corrects()).isEmpty();
    }
}
