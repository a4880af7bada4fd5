package city.planofrecord.chassis.document;

import java.io.IOException;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

import city.planofrecord.chassis.document.UnreadableDocumentException.Reason;

/** PDF: its streams are counted before anything unpacks them, then the text of its pages is laid out in lines. */
final class PdfDocument {

    private PdfDocument() {}

    static DocumentText read(byte[] bytes, DocumentLimits limits, Deadline deadline, LineCollector lines)
            throws IOException {
        PdfStreams.check(bytes, new Inflation(bytes.length, limits, deadline));
        try (var document = Loader.loadPDF(bytes, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
            if (document.isEncrypted()) {
                throw PdfStreams.encrypted();
            }
            if (document.getNumberOfPages() > limits.pages()) {
                throw new UnreadableDocumentException(
                        Reason.TOO_MANY_PAGES,
                        "The document has %d pages, and at most %d are read. Send it in parts."
                                .formatted(document.getNumberOfPages(), limits.pages()));
            }
            new PdfLines(lines, deadline).read(document);
            return lines.text(true);
        } catch (InvalidPasswordException e) {
            throw PdfStreams.encrypted();
        }
    }
}
