package city.planofrecord.notice.noticeimport;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.Violation;

/**
 * What is wrong with a cell of a table of items.
 *
 * @param line in which its row begins, counted from 1 with the header
 * @param column as the header writes it, or as it would be
 */
@Schema(description = "What is wrong with a cell of a table of items")
record CellFinding(
        @Schema(examples = "3") long line,
        @Schema(examples = "proposed grade") String column,
        String message,
        @Nullable String found,
        @Nullable String expected) {

    private static final int LONGEST = 200;

    CellFinding {
        column = shortened(column);
        found = found == null ? null : shortened(found);
    }

    private static String shortened(String cell) {
        return cell.length() > LONGEST ? cell.substring(0, LONGEST) + "…" : cell;
    }

    Violation violation() {
        return Violation.at("", "Line " + line + ", column " + column + ": " + message, found, expected);
    }
}
