package city.planofrecord.notice.sheet;

import java.io.IOException;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Pages that are filled from above; measures are in points. */
final class Pages implements AutoCloseable {

    static final float LEFT = 54;
    static final float WIDTH = PDRectangle.LETTER.getWidth() - 2 * LEFT;

    private static final float TOP = PDRectangle.LETTER.getHeight() - 54;
    private static final float BOTTOM = 60;
    private static final float FOOT = 36;
    private static final float FOOT_SIZE = 7.5f;
    private static final float LEADING = 1.28f;
    private static final float ASCENT = 0.95f;

    private final PDDocument document;
    private final SheetFont regular;
    private final SheetFont bold;
    private PDPageContentStream page;
    private float y = TOP;

    Pages(PDDocument document) throws IOException {
        this.document = document;
        regular = SheetFont.regular(document);
        bold = SheetFont.bold(document);
        page = begin();
    }

    private PDPageContentStream begin() throws IOException {
        var paper = new PDPage(PDRectangle.LETTER);
        document.addPage(paper);
        return new PDPageContentStream(document, paper, AppendMode.OVERWRITE, true);
    }

    SheetFont regular() {
        return regular;
    }

    SheetFont bold() {
        return bold;
    }

    /** Goes on at the top of another page, unless this one is empty. */
    void next() throws IOException {
        if (y < TOP) {
            page.close();
            page = begin();
            y = TOP;
        }
    }

    /** Leaves room; none at the top of a page. */
    void skip(float height) {
        if (y < TOP) {
            y -= height;
        }
    }

    /**
     * Goes on at the top of another page where this one has less room.
     *
     * @return whether it did
     */
    boolean keep(float height) throws IOException {
        if (y - height >= BOTTOM || y >= TOP) {
            return false;
        }
        next();
        return true;
    }

    static float leading(float size) {
        return size * LEADING;
    }

    /** A text from one side to the other, each of its lines as long as words allow. */
    void paragraph(String text, SheetFont font, float size, float left, float right) throws IOException {
        for (var written : Legible.lines(text)) {
            for (var line : Wrapped.lines(written, (WIDTH - left - right) / size, font::width)) {
                keep(leading(size));
                beside(line, font, size, left);
                y -= leading(size);
            }
        }
    }

    void centered(String text, SheetFont font, float size) throws IOException {
        if (text.isEmpty()) {
            return;
        }
        for (var line : Wrapped.lines(Legible.line(text), WIDTH / size, font::width)) {
            keep(leading(size));
            beside(line, font, size, (WIDTH - width(line, font) * size) / 2);
            y -= leading(size);
        }
    }

    static float width(String line, SheetFont font) {
        return (float) line.codePoints().mapToDouble(font::width).sum();
    }

    /** A text in a frame that catches the eye. */
    void framed(String text, float size) throws IOException {
        var lines = Wrapped.lines(Legible.line(text), (WIDTH - 20) / size, bold::width);
        var height = lines.size() * leading(size) + 10;
        if (height < TOP - BOTTOM) {
            keep(height);
            page.setLineWidth(1.2f);
            page.setStrokingColor(0f);
            page.addRect(LEFT, y - height, WIDTH, height);
            page.stroke();
        }
        y -= 5;
        paragraph(text, bold, size, 10, 10);
        y -= 5;
    }

    /** A line of text at this height, which it does not use up. */
    void beside(String line, SheetFont font, float size, float left) throws IOException {
        keep(leading(size));
        var printable = font.printable(line);
        if (printable.isBlank()) {
            return;
        }
        page.beginText();
        page.setFont(font.font(), size);
        page.newLineAtOffset(LEFT + left, y - size * ASCENT);
        page.showText(printable);
        page.endText();
    }

    /** A thin line from one side to the other. */
    void rule() throws IOException {
        rule(0);
    }

    /** The same between what belongs together, fainter. */
    void faintRule() throws IOException {
        rule(0.7f);
    }

    private void rule(float gray) throws IOException {
        page.setLineWidth(0.5f);
        page.setStrokingColor(gray);
        page.moveTo(LEFT, y - 1);
        page.lineTo(LEFT + WIDTH, y - 1);
        page.stroke();
        y -= 3;
    }

    /** Uses up room without a break. */
    void down(float height) {
        y -= height;
    }

    @Override
    public void close() throws IOException {
        page.close();
    }

    /** Writes the foot of every page, now that their number is known. */
    void feet(String foot) throws IOException {
        var all = document.getNumberOfPages();
        var number = 0;
        for (var paper : document.getPages()) {
            number++;
            var place = "Page " + number + " of " + all;
            try (var below = new PDPageContentStream(document, paper, AppendMode.APPEND, true, true)) {
                below.beginText();
                below.setFont(regular.font(), FOOT_SIZE);
                below.newLineAtOffset(LEFT, FOOT);
                below.showText(regular.printable(Legible.line(foot)));
                below.newLineAtOffset(WIDTH - width(place, regular) * FOOT_SIZE, 0);
                below.showText(place);
                below.endText();
            }
        }
    }
}
