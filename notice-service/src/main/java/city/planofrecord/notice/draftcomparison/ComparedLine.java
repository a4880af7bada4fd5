package city.planofrecord.notice.draftcomparison;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A line of the document, and what came of it.
 *
 * @param line counted from 1
 * @param length in characters, where the text is cut off
 * @param values those that begin on the line
 * @param continued JSON pointers, as they were read, of values that began on a line before
 */
@Schema(description = "A line of the document, and what came of it")
record ComparedLine(
        @Schema(examples = "33") int line,
        String text,
        @Nullable Integer length,
        State state,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ReadValue> values,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> continued) {

    ComparedLine {
        values = List.copyOf(values);
        continued = List.copyOf(continued);
    }

    /** What came of a line. */
    @Schema(name = "ComparedLineState")
    enum State {
        /** Nothing stands in it. */
        BLANK,
        /** Values were read from it, and all of them are as they were read. */
        READ,
        /** Values were read from it, and one of them was changed or taken out by hand, or its attachment replaced. */
        CHANGED,
        /** Nothing claims it: it is in no value. A finding says so. */
        UNCLAIMED,
        /** A heading, a table's head, a page number or another part of the form, which is no value. */
        FORM
    }

    boolean differs() {
        return state == State.CHANGED || state == State.UNCLAIMED;
    }
}
