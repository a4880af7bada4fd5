package city.planofrecord.notice.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.http.Refused;
import city.planofrecord.notice.correspondence.Submission;

class CommentDecisionTest {

    private static final Submission<CommentState> RECEIVED = new Submission<>(
            new UUID(1, 1),
            "1341",
            1,
            "A good title.",
            CommentState.RECEIVED,
            1,
            OffsetDateTime.parse("2011-03-30T10:00:00-06:00"),
            Set.of());

    @Test
    void aDecisionCanBeTurned() {
        var published = RECEIVED.decided(CommentDecision.PUBLISHED, null);
        var withheld = published.decided(CommentDecision.WITHHELD, "It names a patient.");

        assertThat(published.state()).isEqualTo(CommentState.PUBLISHED);
        assertThat(withheld.state()).isEqualTo(CommentState.WITHHELD);
        assertThat(withheld.revision()).isEqualTo(3);
        assertThat(withheld.text()).isEqualTo("A good title.");
    }

    @Test
    void theSameDecisionIsNotRecordedTwice() {
        var published = RECEIVED.decided(CommentDecision.PUBLISHED, null);

        assertThatThrownBy(() -> published.decided(CommentDecision.PUBLISHED, "again"))
                .isInstanceOf(Refused.class);
    }

    @Test
    void whatIsWithheldIsWithheldForAReason() {
        assertThatThrownBy(() -> RECEIVED.decided(CommentDecision.WITHHELD, null))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("reason");
    }
}
