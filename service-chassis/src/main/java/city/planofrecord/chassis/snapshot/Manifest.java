package city.planofrecord.chassis.snapshot;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * By what a download is checked.
 *
 * @param rows in either form; the line of column names is none
 * @param asOf the day that the rows cover; absent where they are whole timelines
 * @param knownAt the instant that the snapshot is true for, exclusive of nothing recorded by then
 * @param sha256 of the bytes of each form, before any compression, by media type
 */
@Schema(
        name = "SnapshotManifest",
        description = "Ask for the snapshot with the same asOf and knownAt to get these very bytes, whenever you ask.")
public record Manifest(
        @Schema(examples = "1500") long rows,
        @Nullable LocalDate asOf,
        @Nullable @Schema(examples = "timeline") String include,
        Instant knownAt,

        @Schema(description = "By media type, in hexadecimal, of the bytes before any compression")
        Map<String, String> sha256) {}
