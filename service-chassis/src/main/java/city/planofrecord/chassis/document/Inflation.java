package city.planofrecord.chassis.document;

import city.planofrecord.chassis.document.UnreadableDocumentException.Reason;

/** Counts what the compressed parts of one document come to, and stops when it is too much. */
final class Inflation {

    private static final long ALWAYS_ALLOWED = 1024 * 1024;

    private final DocumentLimits limits;
    private final Deadline deadline;
    private final long compressed;
    private long inflated;

    Inflation(long compressed, DocumentLimits limits, Deadline deadline) {
        this.compressed = Math.max(1, compressed);
        this.limits = limits;
        this.deadline = deadline;
    }

    /** Where something was looked at that may come to nothing. */
    void look() {
        deadline.check();
    }

    void add(long bytes) {
        deadline.check();
        inflated += bytes;
        if (inflated > limits.inflatedBytes()
                || (inflated > ALWAYS_ALLOWED && inflated / compressed > limits.inflationRatio())) {
            throw bomb();
        }
    }

    static UnreadableDocumentException bomb() {
        return new UnreadableDocumentException(
                Reason.ARCHIVE_BOMB,
                "The document unpacks to far more than is read. Save it without images, or send its plain text.");
    }
}
