package city.planofrecord.chassis.document;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * The text of a PDF as it is printed: from top to bottom, a line for each printed line, a blank line where the gap is
 * wider than the page's usual one, a line that holds a form feed between pages, a tab where words stand in columns.
 */
final class PdfLines extends PDFTextStripper {

    /** In heights of the text: a gap that no justified line has between its words. */
    private static final double COLUMN_GAP = 1.8;

    /** In usual distances of two lines. */
    private static final double PARAGRAPH_GAP = 1.3;

    /** In heights of the text: more than any line spacing up to one and a half. */
    private static final double LINE_GAP = 2.1;

    private static final String PAGE_BREAK = "\f";

    private final LineCollector lines;
    private final Deadline deadline;
    private final List<Printed> page = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private float baseline;
    private float height;
    private float end;
    private boolean begun;
    private int pages;

    private record Printed(String text, float baseline, float height) {}

    PdfLines(LineCollector lines, Deadline deadline) {
        this.lines = lines;
        this.deadline = deadline;
        setSortByPosition(true);
        setSuppressDuplicateOverlappingText(true);
    }

    void read(PDDocument document) throws IOException {
        writeText(document, Writer.nullWriter());
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        deadline.check();
        super.processOperator(operator, operands);
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) {
        deadline.check();
        if (!positions.isEmpty()) {
            var first = positions.getFirst();
            var last = positions.getLast();
            if (!begun) {
                baseline = first.getYDirAdj();
                height = first.getFontSizeInPt();
            } else if (first.getXDirAdj() - end > COLUMN_GAP * first.getFontSizeInPt()
                    && !line.isEmpty()
                    && line.charAt(line.length() - 1) == ' ') {
                line.setCharAt(line.length() - 1, '\t');
            }
            end = last.getXDirAdj() + last.getWidthDirAdj();
            begun = true;
        }
        lines.checkLength(line.length() + text.length());
        line.append(printable(text));
    }

    @Override
    protected void writeWordSeparator() {
        line.append(' ');
    }

    @Override
    protected void writeLineSeparator() {
        endLine();
    }

    @Override
    protected void endPage(PDPage ended) {
        endLine();
        var usual = usualDistance();
        if (!page.isEmpty() && pages++ > 0) {
            lines.add(PAGE_BREAK);
        }
        for (var i = 0; i < page.size(); i++) {
            var printed = page.get(i);
            if (i > 0) {
                var distance = printed.baseline() - page.get(i - 1).baseline();
                if (distance > Math.min(usual * PARAGRAPH_GAP, printed.height() * LINE_GAP)) {
                    lines.part();
                }
            }
            lines.add(printed.text());
        }
        page.clear();
    }

    private void endLine() {
        var text = line.toString().strip();
        if (!text.isEmpty()) {
            page.add(new Printed(text, baseline, height));
        }
        line.setLength(0);
        begun = false;
    }

    /** The distance that a quarter of the page's lines have at most: paragraphs and headings stand further apart. */
    private float usualDistance() {
        var distances = new ArrayList<Float>();
        for (var i = 1; i < page.size(); i++) {
            var distance = page.get(i).baseline() - page.get(i - 1).baseline();
            if (distance > 0) {
                distances.add(distance);
            }
        }
        if (distances.isEmpty()) {
            return Float.MAX_VALUE;
        }
        distances.sort(null);
        return distances.get(distances.size() / 4);
    }

    private static String printable(String text) {
        var clean = true;
        for (var i = 0; i < text.length() && clean; i++) {
            clean = !Character.isISOControl(text.charAt(i));
        }
        return clean ? text : text.replaceAll("\\p{Cntrl}", " ");
    }
}
