package city.planofrecord.notice.posting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import city.planofrecord.notice.noticerule.Worked.WorkedDate;

/**
 * That a notice was posted as it had to be.
 *
 * @param date that the notice bears
 * @param recordedBy the role that recorded the posting; absent where it was recorded before roles were kept
 * @param until the day through which it was to remain posted at least, inclusive, and how that was worked out
 */
@Schema(description = "Where and when a notice was posted, until when it had to hang, and by what it is known")
record ProofOfPosting(
        @Schema(examples = "1341") String number,
        @Schema(examples = "1") int edition,
        @Nullable @Schema(examples = "2011-03-23") LocalDate date,
        @Nullable String subject,
        @Schema(examples = "2011-03-23T09:00:00-06:00") OffsetDateTime postedAt,

        @Schema(examples = "[\"Webb Municipal Building, first floor\"]")
        List<String> places,

        Instant recordedAt,
        @Nullable @Schema(examples = "director") String recordedBy,
        WorkedDate until,
        Hashes sha256) {

    ProofOfPosting {
        places = List.copyOf(places);
    }

    /**
     * SHA-256 in hexadecimal of what was posted; a hash is absent where that was not yet kept.
     *
     * @param document of the answer of {@code /posted-document}
     * @param text of the sheet as plain text
     * @param pdf of the sheet as PDF
     */
    @Schema(name = "HashesOfPosting")
    record Hashes(
            @Nullable String document,
            @Nullable String text,
            @Nullable String pdf) {}
}
