package city.planofrecord.notice.noticedocument;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The notice that the local system ships has the facts of the real one, in other words. */
class OurSampleNoticeTest {

    private static ParsedNotice parsed;

    @BeforeAll
    static void readTheSample() throws IOException {
        var sample = Path.of(System.getProperty("samples"), "notice-1341.txt");
        parsed = new NoticeDocumentParser(SampleNotice.ZONE).parse(Files.readAllLines(sample));
    }

    @Test
    void theHearingIsReadWhereItIsSaidThatItIsAtATime() {
        assertThat(parsed.notice().hearing())
                .isEqualTo(new Hearing(
                        OffsetDateTime.parse("2011-04-07T17:00-06:00"),
                        "CSA Board Room, Room 4.F.6, Webb Municipal Building, 201 West Colfax Avenue"));
    }

    @Test
    void whoeverWouldLikeToSpeakKnowsWhomToCallUntilWhen() {
        assertThat(parsed.notice().speakers())
                .isEqualTo(new Speakers(
                        OffsetDateTime.parse("2011-04-05T12:00-06:00"),
                        new Speakers.Contact(
                                "Tomas Winterbourne", "(720) 555-0168", "tomas.winterbourne@example.org")));
    }

    @Test
    void commentsGoInWritingToTheirRecipient() {
        assertThat(parsed.notice().comments())
                .isEqualTo(new Comments(
                        OffsetDateTime.parse("2011-04-06T08:00-06:00"),
                        new Comments.Recipient(
                                "Rowena Castell",
                                "rowena.castell@example.org",
                                "Imke Dorsett imke.dorsett@example.org")));
    }

    @Test
    void ruleAndPostingPeriodAreItsProvisions() {
        assertThat(parsed.notice().provisions()).hasSize(2);
        assertThat(parsed.notice().provisions().getFirst().citation()).isEqualTo("Career Service Rule 7-37 A");
        assertThat(parsed.postingDays()).contains(13);
    }

    @Test
    void nineItemsAreReadAndOnlyTheTornColumnsAreDoubtful() {
        assertThat(parsed.notice().items()).hasSize(9);
        assertThat(parsed.findings()).extracting(Finding::code).containsExactly(FindingCode.TORN_COLUMNS_MATCHED);
    }
}
