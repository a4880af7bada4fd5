package city.planofrecord.notice.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

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
}
