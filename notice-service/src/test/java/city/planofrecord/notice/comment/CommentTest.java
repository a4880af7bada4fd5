package city.planofrecord.notice.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.OffsetDateTime;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.http.Refused;

class CommentTest {

    private static final Comment RECEIVED = new Comment(
            new UUID(1, 1),
            "1341",
            1,
            "A good title.",
            Comment.State.RECEIVED,
            1,
            OffsetDateTime.parse("2011-03-30T10:00:00-06:00"));

    @Test
    void aDecisionCanBeTurned() {
        var published = RECEIVED.moderated(Comment.Decision.PUBLISHED, null);
        var withheld = published.moderated(Comment.Decision.WITHHELD, "It names a patient.");

        assertThat(published.state()).isEqualTo(Comment.State.PUBLISHED);
        assertThat(withheld.state()).isEqualTo(Comment.State.WITHHELD);
        assertThat(withheld.revision()).isEqualTo(3);
        assertThat(withheld.text()).isEqualTo("A good title.");
    }

    @Test
    void theSameDecisionIsNotRecordedTwice() {
        var published = RECEIVED.moderated(Comment.Decision.PUBLISHED, null);

        assertThatThrownBy(() -> published.moderated(Comment.Decision.PUBLISHED, "again"))
                .isInstanceOf(Refused.class);
    }

    @Test
    void whatIsWithheldIsWithheldForAReason() {
        assertThatThrownBy(() -> RECEIVED.moderated(Comment.Decision.WITHHELD, null))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("reason");
    }
}
