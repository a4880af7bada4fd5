package city.planofrecord.notice.preview;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * That an item does not fit the plan as the notices before it leave it.
 *
 * @param with the item of another notice that it collides with; absent where the plan itself does not fit
 */
@Schema(name = "PreviewConflict")
public record Conflict(
        Kind kind,
        ItemOf item,
        @Nullable ItemOf with,
        @Schema(examples = "title of CS2154") String about,
        String message) {

    /** How an item fails to fit. */
    @Schema(name = "PreviewConflictKind")
    public enum Kind {
        /** Nothing bears the name on the day, so the item is left out. */
        NOT_THERE,
        /** It states a present value that is another by then. */
        PRESENT_DIFFERS,
        /** Two notices set the same field of one thing; the later one counts. */
        SET_TWICE,
        /** Two notices give one job code, title, grade or letter to different things. */
        GIVEN_TWICE,
        /** Another class of the plan bears the job code by then. */
        CODE_BORNE
    }
}
