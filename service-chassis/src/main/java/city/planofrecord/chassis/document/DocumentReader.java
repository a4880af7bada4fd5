package city.planofrecord.chassis.document;

import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import city.planofrecord.chassis.document.UnreadableDocumentException.Reason;

/** Reads documents within limits of size and time. Safe for use by several threads. */
public final class DocumentReader {

    /** The media types that are read, without their parameters. */
    public static final String TEXT = "text/plain";

    public static final String MARKDOWN = "text/markdown";
    public static final String PDF = "application/pdf";
    public static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static final int READ_AT_ONCE = 2;

    private final DocumentLimits limits;
    private final Semaphore readers = new Semaphore(READ_AT_ONCE);

    public DocumentReader() {
        this(DocumentLimits.standard());
    }

    public DocumentReader(DocumentLimits limits) {
        this.limits = limits;
    }

    /**
     * The text of a document.
     *
     * @param bytes the body as it was sent
     * @param mediaType what the sender says that it is; parameters other than {@code charset} are ignored
     * @throws UnreadableDocumentException when it is none of the kinds that are read, is not what it is said to be, is
     *     protected, or costs more than the limits allow
     */
    public DocumentText read(byte[] bytes, String mediaType) {
        var type = mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (bytes.length > limits.bytes()) {
            throw new UnreadableDocumentException(
                    Reason.TOO_LARGE,
                    "The document has %d bytes, and at most %d are read. Send it in parts."
                            .formatted(bytes.length, limits.bytes()));
        }
        if (bytes.length == 0) {
            throw new UnreadableDocumentException(Reason.EMPTY, "The body is empty. Send the document as the body.");
        }
        var deadline = new Deadline(limits.time());
        var lines = new LineCollector(limits, deadline);
        return switch (type) {
            case TEXT, MARKDOWN -> PlainText.read(bytes, mediaType, lines);
            case PDF -> apart(deadline, () -> PdfDocument.read(bytes, limits, deadline, lines));
            case DOCX -> apart(deadline, () -> WordDocument.read(bytes, limits, deadline, lines));
            default ->
                throw new UnreadableDocumentException(
                        Reason.UNSUPPORTED_TYPE,
                        "Documents of type %s are not read. Send %s, %s, %s or %s."
                                .formatted(type.isEmpty() ? "(none)" : type, TEXT, MARKDOWN, PDF, DOCX));
        };
    }

    /** A thread of its own, because a library that does not look at the clock can only be left behind. */
    private DocumentText apart(Deadline deadline, Callable<DocumentText> reading) {
        var task = new FutureTask<>(reading);
        try {
            if (!readers.tryAcquire(limits.time().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new UnreadableDocumentException(
                        Reason.TOO_SLOW, "Other documents are being read. Send this one again in a few seconds.");
            }
            Thread.ofPlatform().daemon().name("document-reader").start(() -> {
                try {
                    task.run();
                } finally {
                    readers.release();
                }
            });
            return task.get(limits.time().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            throw deadline.passed();
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw deadline.passed();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnreadableDocumentException unreadable) {
                throw unreadable;
            }
            throw new UnreadableDocumentException(
                    Reason.DAMAGED,
                    "The document could not be read: it is damaged, or not what its type says. Save it anew and send"
                            + " it again, or send its plain text.",
                    e);
        }
    }
}
