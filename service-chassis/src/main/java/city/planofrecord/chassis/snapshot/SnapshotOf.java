package city.planofrecord.chassis.snapshot;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * What a snapshot shows.
 *
 * @param day that its rows cover; null where they are whole timelines
 * @param knownAt settled, so that the same can be read again and page by page
 */
public record SnapshotOf(@Nullable LocalDate day, Instant knownAt) {

    @Nullable
    String include() {
        return day == null ? Snapshots.TIMELINE : null;
    }
}
