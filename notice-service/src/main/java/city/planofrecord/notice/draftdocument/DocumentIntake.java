package city.planofrecord.notice.draftdocument;

import jakarta.inject.Singleton;

import city.planofrecord.chassis.document.DocumentReader;
import city.planofrecord.chassis.document.UnreadableDocumentException;
import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;

/** Takes documents in as they are sent: text, Markdown, PDF and DOCX. */
@Singleton
public class DocumentIntake {

    private final DocumentReader documents = new DocumentReader();

    /** @throws Refused (413, 415, 422) where it is too large, of another type, or cannot be read */
    public HandedIn take(byte[] document, String contentType) {
        try {
            var text = documents.read(document, contentType);
            return HandedIn.of(document, contentType, text.lines());
        } catch (UnreadableDocumentException e) {
            var kind = switch (e.reason()) {
                case TOO_LARGE -> ProblemKind.TOO_LARGE;
                case UNSUPPORTED_TYPE -> ProblemKind.UNSUPPORTED_MEDIA_TYPE;
                case EMPTY,
                        NOT_TEXT,
                        WRONG_ENCODING,
                        ENCRYPTED,
                        DAMAGED,
                        TOO_MANY_PAGES,
                        TOO_MANY_LINES,
                        TOO_LONG_LINE,
                        TOO_DEEP,
                        TOO_SLOW,
                        ARCHIVE_BOMB -> ProblemKind.UNREADABLE_DOCUMENT;
            };
            throw new Refused(kind, String.valueOf(e.getMessage()));
        }
    }
}
