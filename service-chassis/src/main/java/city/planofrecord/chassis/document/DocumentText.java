package city.planofrecord.chassis.document;

import java.util.List;

/**
 * The text of a document, line by line.
 *
 * @param lines the lines in reading order; the first is line 1. No line holds a line break; one of
 *     a form feed alone parts two pages
 * @param extracted whether the lines were worked out from another format, so that the sender has not seen them
 */
public record DocumentText(List<String> lines, boolean extracted) {

    public DocumentText {
        lines = List.copyOf(lines);
    }
}
