package city.planofrecord.classification.jobclass;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** Who stands in the place of a class that is no more. */
public interface KnownHeirs {

    /** A class in effect on the day that descends from another. */
    record Heir(UUID id, String jobCode, String title, String href) {}

    /** The classes in effect on the day that descend from one that is not; none where none do. */
    List<Heir> of(UUID id, LocalDate day, @Nullable Instant knownAt);
}
