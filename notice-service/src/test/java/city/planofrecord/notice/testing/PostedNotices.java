package city.planofrecord.notice.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import city.planofrecord.notice.notice.Draft;
import city.planofrecord.notice.notice.ItemIds;
import city.planofrecord.notice.notice.Notice;
import city.planofrecord.notice.notice.Posting;
import city.planofrecord.notice.noticedocument.Comments;
import city.planofrecord.notice.noticedocument.Hearing;
import city.planofrecord.notice.noticedocument.Speakers;

/** A notice of two items with the dates of 2011, as a draft and as it was posted on its date. */
public final class PostedNotices {

    private PostedNotices() {}

    public static Notice draft() {
        return Notice.drafted(
                UUID.randomUUID(),
                new Draft(
                        "1",
                        null,
                        null,
                        LocalDate.parse("2011-03-23"),
                        null,
                        List.of(),
                        List.of(),
                        List.of(
                                Items.numbered(1, Items.retitle("CS2154", "Agent", "Other")),
                                Items.numbered(2, Items.abolish("CS2156"))),
                        new Hearing(OffsetDateTime.parse("2011-04-07T17:00:00-06:00"), "The Board Room"),
                        new Comments(OffsetDateTime.parse("2011-04-06T08:00:00-06:00"), null),
                        new Speakers(OffsetDateTime.parse("2011-04-05T12:00:00-06:00"), null),
                        List.of(),
                        List.of(),
                        Map.of()));
    }

    public static Notice posted() {
        return draft().posted(posting(), Map.of(1, ItemIds.NONE, 2, ItemIds.NONE));
    }

    public static Posting posting() {
        return new Posting(
                OffsetDateTime.parse("2011-03-23T09:00:00-06:00"),
                LocalDate.parse("2011-04-05"),
                List.of("The board"),
                null,
                Instant.EPOCH,
                "director");
    }
}
