package city.planofrecord.chassis.document;

/** A document that is not read; the message says why, and what its sender can do. */
public final class UnreadableDocumentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why a document is not read. */
    public enum Reason {
        /** There is no text in it. */
        EMPTY,
        /** The body, or the text in it, is over the limit. */
        TOO_LARGE,
        /** It is said to be text and holds what text does not. */
        NOT_TEXT,
        /** Its characters are not in the encoding that it is said to be in. */
        WRONG_ENCODING,
        /** Its media type is none of those that are read. */
        UNSUPPORTED_TYPE,
        /** It is protected by a password or by permissions. */
        ENCRYPTED,
        /** It is not what its media type says, or is broken. */
        DAMAGED,
        /** It has more pages than are read. */
        TOO_MANY_PAGES,
        /** It has more lines than are read. */
        TOO_MANY_LINES,
        /** One of its lines is longer than is read. */
        TOO_LONG_LINE,
        /** Its elements are nested deeper than any word processor nests them. */
        TOO_DEEP,
        /** Reading it took longer than is allowed. */
        TOO_SLOW,
        /** It unpacks to far more than it seems to be. */
        ARCHIVE_BOMB
    }

    private final Reason reason;

    public UnreadableDocumentException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public UnreadableDocumentException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
