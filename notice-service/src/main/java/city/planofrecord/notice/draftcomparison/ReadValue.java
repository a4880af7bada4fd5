package city.planofrecord.notice.draftcomparison;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import city.planofrecord.notice.noticedocument.Lines;

/**
 * A value that was read from lines of the document.
 *
 * @param readAs JSON pointer into the draft as it was read
 * @param pointer JSON pointer of it now; absent where it is gone
 * @param was as it was read
 * @param is as it is now, where that differs
 */
@Schema(name = "ComparedValue", description = "A value that was read from the line, and what it is now")
record ReadValue(
        @Schema(examples = "/items/3/proposed/title") String readAs,

        @Nullable @Schema(examples = "/items/3/proposed/title")
        String pointer,

        Lines lines,
        State state,

        @Schema(implementation = Object.class, examples = "\"311 Operations Assistant\"")
        JsonNode was,

        @Nullable @Schema(implementation = Object.class) JsonNode is) {

    /** What became of a value since it was read. */
    @Schema(name = "ComparedValueState")
    enum State {
        /** It is as it was read. */
        SAME,
        /** It was changed by hand. */
        CHANGED,
        /** It was taken out by hand. */
        REMOVED,
        /** It was part of an attachment that was replaced or taken out. */
        REPLACED
    }

    /**
     * A value that was read.
     *
     * @param place where it is in the draft now; empty where it is gone
     * @param draft as JSON
     */
    static ReadValue of(String readAs, Lines lines, JsonNode was, Optional<String> place, JsonNode draft) {
        var pointer = place.orElse(null);
        var is = pointer == null ? null : Pointers.at(draft, pointer);
        if (is == null || is.isMissingNode() || is.isNull()) {
            return new ReadValue(readAs, null, lines, State.REMOVED, was, null);
        }
        return was.equals(is)
                ? new ReadValue(readAs, pointer, lines, State.SAME, was, null)
                : new ReadValue(readAs, pointer, lines, State.CHANGED, was, is);
    }

    /** A value that was read from an attachment whose place another has taken, or that is gone. */
    static ReadValue replaced(String readAs, Lines lines, JsonNode was) {
        return new ReadValue(readAs, null, lines, State.REPLACED, was, null);
    }
}
