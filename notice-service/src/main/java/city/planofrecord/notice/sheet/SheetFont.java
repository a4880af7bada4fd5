package city.planofrecord.notice.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Bidi;
import java.util.HashMap;
import java.util.Map;

import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** A font within one document: what it has glyphs for, and how wide they are. */
final class SheetFont {

    private static final String REGULAR = "/fonts/DejaVuSansCondensed.ttf";
    private static final String BOLD = "/fonts/DejaVuSansCondensed-Bold.ttf";
    private static final int UNITS = 1000;

    private final PDType0Font font;
    private final CmapLookup glyphs;
    private final Map<Integer, Float> widths = new HashMap<>();

    private SheetFont(PDType0Font font, CmapLookup glyphs) {
        this.font = font;
        this.glyphs = glyphs;
    }

    static SheetFont regular(PDDocument document) throws IOException {
        return read(document, REGULAR);
    }

    static SheetFont bold(PDDocument document) throws IOException {
        return read(document, BOLD);
    }

    private static SheetFont read(PDDocument document, String name) throws IOException {
        try (var in = SheetFont.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The artifact lacks its font " + name);
            }
            var parsed = new TTFParser().parseEmbedded(in);
            // Ligatures would print well and be found by no search.
            parsed.setEnableGsub(false);
            return of(document, parsed);
        }
    }

    private static SheetFont of(PDDocument document, TrueTypeFont parsed) throws IOException {
        return new SheetFont(PDType0Font.load(document, parsed, true), parsed.getUnicodeCmapLookup());
    }

    PDType0Font font() {
        return font;
    }

    /** In points, at a size of one point. */
    float width(int codePoint) {
        return widths.computeIfAbsent(codePoint, this::measured);
    }

    private float measured(int codePoint) {
        var shown = shown(codePoint);
        if (shown.isEmpty()) {
            return 0;
        }
        try {
            return font.getStringWidth(shown) / UNITS;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String shown(int codePoint) {
        if (Character.getType(codePoint) == Character.FORMAT) {
            return "";
        }
        return Character.toString(glyphs.getGlyphId(codePoint) == 0 ? Legible.REPLACEMENT : codePoint);
    }

    /** A line with a glyph for each of its characters, in the order in which they stand on paper. */
    String printable(String line) {
        var chars = line.toCharArray();
        var ordered = Bidi.requiresBidi(chars, 0, chars.length) ? fromLeft(line) : line;
        var printable = new StringBuilder(ordered.length());
        ordered.codePoints().forEach(c -> printable.append(shown(c)));
        return printable.toString();
    }

    private static String fromLeft(String line) {
        var bidi = new Bidi(line, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        var runs = bidi.getRunCount();
        var levels = new byte[runs];
        var pieces = new String[runs];
        for (var i = 0; i < runs; i++) {
            levels[i] = (byte) bidi.getRunLevel(i);
            var piece = line.substring(bidi.getRunStart(i), bidi.getRunLimit(i));
            pieces[i] = levels[i] % 2 == 0
                    ? piece
                    : new StringBuilder(piece).reverse().toString();
        }
        Bidi.reorderVisually(levels, 0, pieces, 0, runs);
        return String.join("", pieces);
    }
}
