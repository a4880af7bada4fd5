package city.planofrecord.chassis.document;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import city.planofrecord.chassis.document.UnreadableDocumentException.Reason;

/**
 * The main part of a DOCX, as lines: a paragraph is a line between blank ones, a list's paragraph a line that begins
 * with a bullet, a table's row a line whose cells are parted by tabs.
 */
final class WordBody {

    private static final String BULLET = "- ";
    private static final int DEPTH = 250;

    /** What a reader of the document does not see, or would see twice. */
    private static final Set<String> UNSEEN = Set.of("del", "moveFrom", "Fallback", "footnotePr", "sectPr");

    private final LineCollector lines;
    private final Deadline deadline;
    private final Deque<Paragraph> paragraphs = new ArrayDeque<>();
    private final Deque<List<StringBuilder>> rows = new ArrayDeque<>();
    private int tables;
    private boolean inText;

    private static final class Paragraph {
        private final StringBuilder text = new StringBuilder();
        private boolean listed;
    }

    WordBody(LineCollector lines, Deadline deadline) {
        this.lines = lines;
        this.deadline = deadline;
    }

    void read(InputStream xml) throws XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // The JDK's own limit is so low that a text box inside grouped shapes can reach it.
        factory.setProperty("jdk.xml.maxElementDepth", String.valueOf(2 * DEPTH));
        var reader = factory.createXMLStreamReader(xml);
        var depth = 0;
        var events = 0;
        while (reader.hasNext()) {
            if (++events % 4096 == 0) {
                deadline.check();
            }
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (UNSEEN.contains(reader.getLocalName())) {
                        skip(reader);
                    } else {
                        tooDeep(++depth);
                        start(reader);
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    end(reader.getLocalName());
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (inText) {
                        append(reader.getText());
                    }
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new UnreadableDocumentException(
                            Reason.DAMAGED,
                            "The document declares entities of its own, which no word processor does. Save it anew and send it again.");
                default -> {}
            }
        }
    }

    private void start(XMLStreamReader reader) {
        switch (reader.getLocalName()) {
            case "p" -> paragraphs.push(new Paragraph());
            case "t" -> inText = true;
            case "tab" -> append("\t");
            case "br", "cr" -> append("\n");
            case "noBreakHyphen" -> append("-");
            case "numPr" -> listed();
            case "pStyle" -> {
                var style = reader.getAttributeValue(reader.getNamespaceURI(), "val");
                if (style != null && (style.startsWith("ListBullet") || style.startsWith("ListNumber"))) {
                    listed();
                }
            }
            case "tbl" -> {
                if (tables++ == 0) {
                    lines.part();
                }
            }
            case "tr" -> rows.push(new ArrayList<>());
            case "tc" -> {
                if (!rows.isEmpty()) {
                    rows.getFirst().add(new StringBuilder());
                }
            }
            default -> {}
        }
    }

    private void end(String element) {
        switch (element) {
            case "p" -> {
                if (!paragraphs.isEmpty()) {
                    paragraph(paragraphs.pop());
                }
            }
            case "t" -> inText = false;
            case "tbl" -> tables--;
            case "tr" -> {
                if (!rows.isEmpty()) {
                    row(String.join("\t", rows.pop()));
                }
            }
            default -> {}
        }
    }

    private void listed() {
        if (!paragraphs.isEmpty()) {
            paragraphs.getFirst().listed = true;
        }
    }

    private void append(String text) {
        if (!paragraphs.isEmpty()) {
            var paragraph = paragraphs.getFirst().text;
            lines.checkLength(paragraph.length() - paragraph.lastIndexOf("\n") + text.length() - 1);
            paragraph.append(text);
        }
    }

    private void paragraph(Paragraph paragraph) {
        if (!rows.isEmpty()) {
            cell(paragraph.text.toString().replaceAll("[\\t\\n]", " ").strip());
        } else if (paragraph.listed) {
            lines.add(BULLET + paragraph.text.toString().replace('\n', ' ').strip());
        } else {
            lines.part();
            paragraph.text.toString().lines().map(String::stripTrailing).forEach(lines::add);
            lines.part();
        }
    }

    private void cell(String text) {
        var cells = rows.getFirst();
        if (cells.isEmpty() || text.isEmpty()) {
            return;
        }
        var cell = cells.getLast();
        lines.checkLength(cell.length() + text.length());
        cell.append(cell.isEmpty() ? "" : " ").append(text);
    }

    /** A row of a table inside a cell is text of that cell. */
    private void row(String text) {
        if (rows.isEmpty()) {
            lines.add(text.stripTrailing());
        } else {
            cell(text.replace('\t', ' ').strip());
        }
    }

    private void skip(XMLStreamReader reader) throws XMLStreamException {
        var depth = 1;
        while (depth > 0) {
            deadline.check();
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> tooDeep(++depth);
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {}
            }
        }
    }

    private static void tooDeep(int depth) {
        if (depth > DEPTH) {
            throw new UnreadableDocumentException(
                    Reason.TOO_DEEP,
                    "The document nests its elements deeper than any word processor does. Save it anew and send it again.");
        }
    }
}
