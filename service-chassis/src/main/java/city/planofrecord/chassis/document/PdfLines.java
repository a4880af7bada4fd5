package city.planofrecord.chassis.document;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

import city.planofrecord.chassis.document.UnreadableDocumentException.Reason;

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

    /** Many times what a printed page needs; forms that draw forms come to thousands of millions. */
    private static final int FORMS = 10_000;

    private static final int FORMS_IN_FORMS = 20;

    /** Of one page: a densely printed one has less than a tenth of it. */
    private static final int OPERATORS = 250_000;

    private static final int LETTERS = 100_000;

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
    private int forms;
    private int formsInForms;
    private int operators;
    private int letters;

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
        if (++operators > OPERATORS) {
            throw tooMuch("more than " + OPERATORS + " things on one page");
        }
        super.processOperator(operator, operands);
    }

    @Override
    public void showForm(PDFormXObject form) throws IOException {
        if (++forms > FORMS || ++formsInForms > FORMS_IN_FORMS) {
            throw tooMuch("its parts over and over");
        }
        super.showForm(form);
        formsInForms--;
    }

    @Override
    protected void processTextPosition(TextPosition position) {
        if (++letters > LETTERS) {
            throw tooMuch("more than " + LETTERS + " letters on one page");
        }
        super.processTextPosition(position);
    }

    private static UnreadableDocumentException tooMuch(String what) {
        return new UnreadableDocumentException(
                Reason.TOO_SLOW, "The document draws " + what + ". Print it to a new PDF and send that, or its text.");
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
    protected void startPage(PDPage begun) {
        operators = 0;
        letters = 0;
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
