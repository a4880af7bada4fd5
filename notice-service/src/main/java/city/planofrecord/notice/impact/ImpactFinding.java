package city.planofrecord.notice.impact;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import city.planofrecord.notice.preview.ItemOf;

/**
 * Something that the notice brings about beside what it says, or that somebody should look at before it is posted.
 *
 * @param item the item that brings it about; absent where it is so without the notice
 * @param about what it concerns
 */
@Schema(description = "Something that the notice brings about beside what it says")
public record ImpactFinding(
        Kind kind,
        @Nullable ItemOf item,
        @Schema(examples = "specification of CA2431") String about,

        @Schema(examples = "distinguished from 3-1-1 Customer Service Agent")
        String found,

        @Nullable @Schema(examples = "311 Customer Service Agent")
        String expected,

        @Schema(description = "Why it matters") String why) {

    /** What can be found; a name once published keeps its meaning. */
    @Schema(name = "ImpactKind")
    public enum Kind {
        /** The minimum of a range is below the floor that was asked about. */
        BELOW_FLOOR,
        /** A range is wider or narrower than those of its schedule are, and was not before. */
        RANGE_SPREAD,
        /** A midpoint grows from the grade below unlike those of its schedule, and did not before. */
        MIDPOINT_PROGRESSION,
        /** A class carries a grade that is abolished. */
        GRADE_STILL_CARRIED,
        /** A specification names a class by a title that it loses. */
        NAMES_RETITLED_CLASS,
        /** A specification names a class that is abolished. */
        NAMES_ABOLISHED_CLASS,
        /** A series loses a level between two that stay. */
        SERIES_HOLE,
        /** A job code begins otherwise than those of its series, and did not before. */
        CODE_PREFIX
    }
}
