package city.planofrecord.notice.supersession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.notice.notice.Notice;
import city.planofrecord.notice.notice.NoticeStatus;
import city.planofrecord.notice.notice.Supersession;
import city.planofrecord.notice.notice.Withdrawal;
import city.planofrecord.notice.testing.PostedNotices;

class NextEditionTest {

    private final Notice first = PostedNotices.posted();
    private final Notice second = next(first);

    @Test
    void theNextEditionIsADraftUnderTheSameNumber() {
        assertThat(second.number()).isEqualTo(first.number());
        assertThat(second.edition()).isEqualTo(2);
        assertThat(second.status()).isEqualTo(NoticeStatus.DRAFT);
        assertThat(second.ownCourse().supersedes()).isEqualTo(new Supersession(1, "A printed range was wrong"));
        assertThat(second.redrafted(first.draft()).ownCourse()).isEqualTo(second.ownCourse());
    }

    @Test
    void theFormerEditionKeepsWhatItSaidAndNamesTheNext() {
        var superseded = first.supersededBy(second);

        assertThat(superseded.status()).isEqualTo(NoticeStatus.SUPERSEDED);
        assertThat(superseded.draft()).isEqualTo(first.draft());
        assertThat(superseded.posting()).isEqualTo(first.posting());
        assertThat(superseded.ownCourse().supersededBy()).isEqualTo(2);
    }

    @Test
    void theEventsOfBothEditionsHaveOneOrder() {
        var edited = second.redrafted(first.draft()).redrafted(first.draft());
        var superseded = first.supersededBy(edited);
        var posted = edited.after(superseded).posted(PostedNotices.posting(), Map.of());

        assertThat(superseded.revision()).isGreaterThan(edited.revision());
        assertThat(posted.revision()).isGreaterThan(superseded.revision());
        assertThat(posted.ownCourse().supersedes()).isNotNull();
    }

    @Test
    void aDraftAndAWithdrawnAndASupersededEditionHaveNoNext() {
        assertRefused(PostedNotices.draft());
        assertRefused(first.withdrawn(new Withdrawal(LocalDate.parse("2011-03-30"), "why", null, Instant.EPOCH)));
        assertRefused(first.supersededBy(second));
    }

    private static void assertRefused(Notice notice) {
        assertThatThrownBy(() -> next(notice))
                .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.kind()).isEqualTo(ProblemKind.CONFLICT));
    }

    private static Notice next(Notice notice) {
        return notice.nextEdition(UUID.randomUUID(), notice.draft(), "A printed range was wrong");
    }
}
