package city.planofrecord.notice.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * That a notice was posted.
 *
 * @param until the last day of the posting period, inclusive
 * @param recordedAt when the posting was recorded, however long after it
 */
public record Posting(
        @Schema(examples = "2011-03-23T09:00:00-06:00") OffsetDateTime postedAt,
        @Schema(examples = "2011-04-05") LocalDate until,
        List<String> places,
        Instant recordedAt) {

    public Posting {
        places = List.copyOf(places);
    }
}
