package city.planofrecord.chassis.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLStreamException;

import city.planofrecord.chassis.document.UnreadableDocumentException.Reason;

/**
 * DOCX: read as a stream, because the object models of it need many times the memory that a document may cost. The
 * package is unpacked and counted first, then its main part is read.
 */
final class WordDocument {

    private static final int ENTRIES = 5_000;
    private static final String RELATIONS = "_rels/.rels";
    private static final int RELATIONS_LENGTH = 64 * 1024;
    private static final Pattern MAIN_PART = Pattern.compile(
            "<Relationship\\s(?=[^<>]{0,2000}/relationships/officeDocument\")[^<>]{0,2000}?Target=\"/?([^\"<>]{1,300})\"");

    private WordDocument() {}

    static DocumentText read(byte[] bytes, DocumentLimits limits, Deadline deadline, LineCollector lines)
            throws IOException {
        refuseOtherContainers(bytes);
        try {
            var main = mainPart(bytes, limits, deadline);
            try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
                for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    if (entry.getName().equals(main)) {
                        new WordBody(lines, deadline).read(zip);
                        return lines.text(true);
                    }
                }
            }
        } catch (ZipException | XMLStreamException e) {
            throw new UnreadableDocumentException(
                    Reason.DAMAGED, "The document is damaged. Save it anew as .docx and send it again.", e);
        }
        throw new UnreadableDocumentException(
                Reason.DAMAGED, "The archive holds no word processor's document. Save it as .docx and send it again.");
    }

    /** The name of the main part; on the way everything is unpacked once, and thrown away, to see what it comes to. */
    private static String mainPart(byte[] bytes, DocumentLimits limits, Deadline deadline) throws IOException {
        var main = "word/document.xml";
        var inflation = new Inflation(bytes.length, limits, deadline);
        var buffer = new byte[16 * 1024];
        var entries = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > ENTRIES) {
                    throw Inflation.bomb();
                }
                if (entry.getName().equals(RELATIONS)) {
                    var relations = zip.readNBytes(RELATIONS_LENGTH);
                    inflation.add(relations.length);
                    var named = MAIN_PART.matcher(new String(relations, StandardCharsets.UTF_8));
                    if (named.find()) {
                        main = named.group(1);
                    }
                }
                for (var read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    inflation.add(read);
                }
            }
        }
        return main;
    }

    private static void refuseOtherContainers(byte[] bytes) {
        if (bytes.length >= 4 && bytes[0] == 'P' && bytes[1] == 'K') {
            return;
        }
        var compound = new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
        if (bytes.length >= 4 && Arrays.equals(bytes, 0, 4, compound, 0, 4)) {
            if (contains(bytes, "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE))) {
                throw new UnreadableDocumentException(
                        Reason.ENCRYPTED,
                        "The document is protected by a password. Save it without, and send it again.");
            }
            throw new UnreadableDocumentException(
                    Reason.DAMAGED, "This is a document in the old .doc format. Save it as .docx and send it again.");
        }
        throw new UnreadableDocumentException(
                Reason.DAMAGED, "The body is not a .docx document. Send it with its own Content-Type.");
    }

    private static boolean contains(byte[] bytes, byte[] part) {
        for (var i = 0; i <= bytes.length - part.length; i++) {
            if (bytes[i] == part[0] && Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
                return true;
            }
        }
        return false;
    }
}
