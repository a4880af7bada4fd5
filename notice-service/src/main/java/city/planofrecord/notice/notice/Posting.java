package city.planofrecord.notice.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * That a notice was posted.
 *
 * @param until the last day of the posting period, inclusive
 * @param sha256 of what was posted, in hexadecimal; absent where it was posted before documents were kept
 * @param recordedAt when the posting was recorded, however long after it
 * @param recordedBy the role that recorded it; absent where that was not yet kept
 */
public record Posting(
        @Schema(examples = "2011-03-23T09:00:00-06:00") OffsetDateTime postedAt,
        @Schema(examples = "2011-04-05") LocalDate until,
        List<String> places,

        @Nullable
        @Schema(
                examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                description = "SHA-256 of what was posted, as GET /notices/{number}/posted-document answers it")
        String sha256,

        Instant recordedAt,

        @Nullable @Schema(examples = "director") String recordedBy) {

    public Posting {
        places = List.copyOf(places);
    }
}
