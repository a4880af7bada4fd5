package city.planofrecord.chassis.document;

import java.time.Duration;

import city.planofrecord.chassis.document.UnreadableDocumentException.Reason;

/** The instant after which the reading of a document is given up. */
final class Deadline {

    private final Duration allowed;
    private final long end;

    Deadline(Duration allowed) {
        this.allowed = allowed;
        this.end = System.nanoTime() + allowed.toNanos();
    }

    /** @throws UnreadableDocumentException when the time is up or the reading thread was told to stop */
    void check() {
        if (System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted()) {
            throw passed();
        }
    }

    UnreadableDocumentException passed() {
        return new UnreadableDocumentException(
                Reason.TOO_SLOW,
                "The document took longer than %d seconds to read. Send a simpler or shorter one, or its plain text."
                        .formatted(allowed.toSeconds()));
    }
}
