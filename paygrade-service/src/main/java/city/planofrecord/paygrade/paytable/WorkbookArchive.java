package city.planofrecord.paygrade.paytable;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import com.fasterxml.aalto.UncheckedStreamException;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;

/**
 * Looks a workbook through before it is opened: what it unpacks to, and whether a cell's address, text or formula is of a
 * size that would cost the reader of workbooks its memory or time. It is unpacked and parsed just as that reader does it, so
 * that what was looked at is what is read.
 */
final class WorkbookArchive {

    private static final int ENTRIES = 1_000;
    private static final long INFLATED = 64L * 1024 * 1024;
    private static final long ALWAYS_ALLOWED = 1024 * 1024;
    private static final int RATIO = 200;
    private static final int CELLS = 2_000_000;
    private static final int FORMULA = 1_000;
    private static final int GROUPS_OF_FORMULAS = 1_000;
    private static final int TEXT = 32_767;
    private static final int NAME = 255;
    private static final int TAG = 128 * 1024;
    private static final Pattern ADDRESS = Pattern.compile("[A-Z]{1,3}[0-9]{1,7}");
    private static final Pattern ROW = Pattern.compile("[0-9]{1,7}");

    private final XMLInputFactory xml = factory();
    private final int compressed;
    private final TimeLimit time;
    private long inflated;
    private long cells;
    private int groups;

    private WorkbookArchive(int compressed, TimeLimit time) {
        this.compressed = Math.max(1, compressed);
        this.time = time;
    }

    /** @throws Refused (422) where it is no archive, is damaged, or is larger than what is read */
    static void requireHarmless(byte[] bytes, TimeLimit time) {
        var archive = new WorkbookArchive(bytes.length, time);
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get()) {
            var entries = zip.getEntries();
            for (var count = 0; entries.hasMoreElements(); count++) {
                if (count == ENTRIES) {
                    throw tooLarge("it holds more than " + ENTRIES + " parts");
                }
                archive.look(zip, entries.nextElement());
            }
        } catch (IOException e) {
            throw Workbook.damaged();
        }
    }

    private void look(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        if (!zip.canReadEntryData(entry)) {
            throw Workbook.damaged();
        }
        try (var part = new Counted(zip.getInputStream(entry))) {
            try {
                look(xml.createXMLStreamReader(part));
            } catch (XMLStreamException | UncheckedStreamException e) {
                // Pictures and the like are no XML; whoever reads such a part as XML comes no further than this.
                part.transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    private void look(XMLStreamReader part) throws XMLStreamException {
        var length = 0;
        var inFormula = false;
        while (part.hasNext()) {
            switch (part.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    length = 0;
                    inFormula = part.getLocalName().equals("f");
                    look(part, part.getLocalName());
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    length += part.getTextLength();
                    if (length > (inFormula ? FORMULA : TEXT)) {
                        throw tooLarge(
                                inFormula
                                        ? "a formula has more than " + FORMULA + " characters; keep only its value"
                                        : "a cell has more than " + TEXT + " characters");
                    }
                }
                default -> {}
            }
        }
    }

    private void look(XMLStreamReader part, String element) {
        time.check();
        switch (element) {
            case "c" -> {
                requireMatch(ADDRESS, part.getAttributeValue(null, "r"));
                if (++cells > CELLS) {
                    throw tooLarge("it has more than " + CELLS + " cells");
                }
            }
            case "row" -> requireMatch(ROW, part.getAttributeValue(null, "r"));
            case "f" -> {
                if (part.getAttributeValue(null, "ref") != null && ++groups > GROUPS_OF_FORMULAS) {
                    throw tooLarge(
                            "it has more than " + GROUPS_OF_FORMULAS + " shared formulas; keep only their values");
                }
            }
            default -> {
                for (var i = 0; i < part.getAttributeCount(); i++) {
                    if (part.getAttributeLocalName(i).equals("name")
                            && part.getAttributeValue(i).length() > NAME) {
                        throw tooLarge("a name has more than " + NAME + " characters");
                    }
                }
            }
        }
    }

    private static void requireMatch(Pattern pattern, @Nullable String text) {
        if (text != null && !pattern.matcher(text).matches()) {
            throw Workbook.damaged();
        }
    }

    private static XMLInputFactory factory() {
        var factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private static Refused tooLarge(String why) {
        return new Refused(
                ProblemKind.UNREADABLE_DOCUMENT,
                "The workbook is larger than what is read: " + why
                        + ". Copy the table alone into a new workbook, or save it as CSV UTF-8.");
    }

    /** What a part unpacks to, counted over all parts. */
    private final class Counted extends FilterInputStream {

        /** Bytes since the last tag began; less than none where it has ended. */
        private int inTag = -1;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            var next = super.read();
            if (next >= 0) {
                count(1);
                look((byte) next);
            }
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var read = super.read(buffer, offset, length);
            count(Math.max(0, read));
            for (var i = offset; i < offset + read; i++) {
                look(buffer[i]);
            }
            return read;
        }

        /** The reader of XML compares each attribute of an element with the others. */
        private void look(byte next) {
            if (next == '<') {
                inTag = 0;
            } else if (next == '>') {
                inTag = -1;
            } else if (inTag >= 0 && ++inTag > TAG) {
                throw tooLarge("one of its elements has more than " + TAG / 1024 + " KB of attributes");
            }
        }

        private void count(int more) {
            time.check();
            inflated += more;
            if (inflated > INFLATED || (inflated > ALWAYS_ALLOWED && inflated / compressed > RATIO)) {
                throw tooLarge("it unpacks to far more than a pay table holds");
            }
        }
    }
}
