package city.planofrecord.notice.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.http.Refused;
import city.planofrecord.notice.notice.Notice;
import city.planofrecord.notice.testing.PostedNotices;

class PostingTimeTest {

    private static final ZoneId DENVER = ZoneId.of("America/Denver");
    private static final OffsetDateTime NOW = OffsetDateTime.parse("2011-04-10T08:00:00-06:00");

    private final Notice draft = PostedNotices.draft();

    @Test
    void aNoticeIsPostedOnItsDateAndNotTheNightBefore() {
        require(draft, Optional.empty(), "2011-03-23T00:00:00-06:00");
        assertRefused(draft, Optional.empty(), "2011-03-22T23:59:59-06:00", "2011-03-23");
    }

    @Test
    void aPostingIsRecordedWhenItHasHappened() {
        assertThatThrownBy(() -> PostingTime.require(
                        draft,
                        Optional.empty(),
                        OffsetDateTime.parse("2011-03-24T09:00:01-06:00"),
                        OffsetDateTime.parse("2011-03-24T09:00:00-06:00"),
                        DENVER))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("has not come yet");
    }

    @Test
    void noDeadlineFallsBeforeThePosting() {
        require(draft, Optional.empty(), "2011-04-05T11:59:59-06:00");
        assertRefused(draft, Optional.empty(), "2011-04-05T12:00:00-06:00", "Requests to speak");
        assertThatThrownBy(() -> require(draft, Optional.empty(), "2011-04-06T08:00:00-06:00"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        e -> assertThat(e.violations())
                                .extracting(violation -> violation.pointer())
                                .containsExactly("/at", "/at"));
    }

    @Test
    void anUpdatedEditionIsNotPostedBeforeTheOneThatItUpdates() {
        var first = PostedNotices.posted();
        var second = first.nextEdition(UUID.randomUUID(), first.draft(), "An item was left out");

        require(second, Optional.of(first), "2011-03-23T09:00:00-06:00");
        assertRefused(second, Optional.of(first), "2011-03-23T08:59:59-06:00", "edition before");
    }

    private static void require(Notice notice, Optional<Notice> former, String at) {
        PostingTime.require(notice, former, OffsetDateTime.parse(at), NOW, DENVER);
    }

    private static void assertRefused(Notice notice, Optional<Notice> former, String at, String why) {
        assertThatThrownBy(() -> require(notice, former, at))
                .isInstanceOfSatisfying(
                        Refused.class,
                        e -> assertThat(e.violations()).singleElement().satisfies(violation -> {
                            assertThat(violation.pointer()).isEqualTo("/at");
                            assertThat(violation.message()).contains(why);
                        }));
    }
}
