package city.planofrecord.notice.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PublicNoticeTest {

    private static final OffsetDateTime POSTED = OffsetDateTime.parse("2011-03-23T09:00:00-06:00");
    private static final OffsetDateTime UNTIL = OffsetDateTime.parse("2011-04-06T08:00:00-06:00");

    @ParameterizedTest
    @CsvSource({
        "2011-03-23T14:59:59.999Z, false",
        "2011-03-23T15:00:00Z, true",
        "2011-04-06T14:00:00.000Z, true",
        "2011-04-06T14:00:00.000000001Z, false",
        "2011-04-06T14:00:00.001Z, false"
    })
    void aDeadlineIncludesItsInstantAndNoMore(Instant at, boolean open) {
        assertThat(PublicNotice.isOpen(NoticeStatus.POSTED, POSTED, UNTIL, at)).isEqualTo(open);
    }

    @ParameterizedTest
    @EnumSource(NoticeStatus.class)
    void onlyWhatIsPostedOrContinuedTakesAnything(NoticeStatus status) {
        assertThat(PublicNotice.isOpen(status, POSTED, UNTIL, UNTIL.toInstant()))
                .isEqualTo(status == NoticeStatus.POSTED || status == NoticeStatus.CONTINUED);
    }

    @Test
    void aNoticeThatNamesNoDeadlineTakesNothing() {
        assertThat(PublicNotice.isOpen(NoticeStatus.POSTED, POSTED, null, UNTIL.toInstant()))
                .isFalse();
    }
}
