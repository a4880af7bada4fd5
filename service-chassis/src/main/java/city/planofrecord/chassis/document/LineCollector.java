package city.planofrecord.chassis.document;

import java.util.ArrayList;
import java.util.List;

import city.planofrecord.chassis.document.UnreadableDocumentException.Reason;

/** Takes the lines of a document as they are found, up to the limits. */
final class LineCollector {

    private final DocumentLimits limits;
    private final Deadline deadline;
    private final List<String> lines = new ArrayList<>();
    private long characters;
    private boolean anyText;

    LineCollector(DocumentLimits limits, Deadline deadline) {
        this.limits = limits;
        this.deadline = deadline;
    }

    void add(String line) {
        if (lines.size() % 1024 == 0) {
            deadline.check();
        }
        if (lines.size() >= limits.lines()) {
            throw new UnreadableDocumentException(
                    Reason.TOO_MANY_LINES,
                    "The document has more than %d lines. Send it in parts.".formatted(limits.lines()));
        }
        checkLength(line.length());
        characters += line.length() + 1L;
        if (characters > limits.characters() + 1L) {
            throw new UnreadableDocumentException(
                    Reason.TOO_LARGE,
                    "The document holds more than %d characters of text. Send it in parts."
                            .formatted(limits.characters()));
        }
        anyText |= !line.isBlank();
        lines.add(line);
    }

    /** @throws UnreadableDocumentException when a line of that many characters is too long, whether or not it has ended */
    void checkLength(int length) {
        if (length > limits.lineLength()) {
            throw new UnreadableDocumentException(
                    Reason.TOO_LONG_LINE,
                    "Line %d is longer than %d characters. Send the document with its line breaks."
                            .formatted(lines.size() + 1, limits.lineLength()));
        }
    }

    /** Parts what comes from what was, by one blank line. */
    void part() {
        if (!lines.isEmpty() && !lines.getLast().isEmpty()) {
            add("");
        }
    }

    DocumentText text(boolean extracted) {
        if (!anyText) {
            throw new UnreadableDocumentException(
                    Reason.EMPTY,
                    extracted
                            ? "There is no text in the document. If it is a scan, recognise its text first, or send the text."
                            : "The document is empty. Send its text as the body.");
        }
        return new DocumentText(lines, extracted);
    }
}
