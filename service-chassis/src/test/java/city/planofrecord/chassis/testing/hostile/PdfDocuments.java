package city.planofrecord.chassis.testing.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.DeflaterOutputStream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/** PDFs that act, reach out, point at themselves, or promise more than any machine has. */
final class PdfDocuments {

    static final String PDF = "application/pdf";

    private static final int MIB = 1024 * 1024;
    private static final String CATALOG = "<</Type/Catalog/Pages 2 0 R%s>>";
    private static final String PAGES = "<</Type/Pages/Kids[3 0 R]/Count 1>>";
    private static final String PAGE =
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>%s>>%s>>";
    private static final String FONT = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>";

    private final List<String> lines;
    private final Trap trap;

    /** @param lines of a document that the service reads */
    PdfDocuments(List<String> lines, Trap trap) {
        this.lines = lines;
        this.trap = trap;
    }

    List<HostileDocument> all() {
        var all = new ArrayList<HostileDocument>();
        acting(all);
        circular(all);
        exaggerating(all);
        broken(all);
        return all;
    }

    private static void add(List<HostileDocument> all, Map<String, java.util.function.Supplier<byte[]>> variants) {
        new TreeMap<>(variants).forEach((name, content) -> all.add(new HostileDocument(name, PDF, content)));
    }

    private void acting(List<HostileDocument> all) {
        var act = "/OpenAction<</S/%s %s>>";
        add(
                all,
                Map.of(
                        "a script",
                                () -> catalog(act.formatted(
                                        "JavaScript",
                                        "/JS(app.alert\\(1\\);this.submitForm\\('" + trap.address("form") + "'\\))")),
                        "a program to start", () -> catalog(act.formatted("Launch", "/Win<</F(cmd.exe)/P(/c calc)>>")),
                        "an address to open", () -> catalog(act.formatted("URI", "/URI(" + trap.address("uri") + ")")),
                        "another document to open",
                                () -> catalog(act.formatted("GoToR", "/F(" + trap.address("r.pdf") + ")/D[0/Fit]")),
                        "a form to send",
                                () -> catalog("/AcroForm<</XFA(<x/>)/Fields[]>>"
                                        + act.formatted(
                                                "SubmitForm", "/F<</FS/URL/F(" + trap.address("submit") + ")>>")),
                        "files in it",
                                () -> catalog(
                                        "/Names<</EmbeddedFiles<</Names[(a.exe)<</Type/Filespec/F(a.exe)/EF<</F 4 0 R>>>>]>>>>"),
                        "a page from elsewhere",
                                () -> written(
                                        CATALOG.formatted(""),
                                        PAGES,
                                        PAGE.formatted("", ""),
                                        "<</Length 0/F<</FS/URL/F(" + trap.address("stream")
                                                + ")>>>>\nstream\n\nendstream",
                                        FONT),
                        "a password", () -> protectedBy("secret"),
                        "a password of its owner", () -> protectedBy("")));
    }

    private void circular(List<HostileDocument> all) {
        add(
                all,
                Map.of(
                        "pages that hold themselves",
                                () -> written(CATALOG.formatted(""), "<</Type/Pages/Kids[2 0 R]/Count 1>>"),
                        "pages that hold one another",
                                () -> written(
                                        CATALOG.formatted(""),
                                        "<</Type/Pages/Kids[3 0 R 3 0 R]/Count 2>>",
                                        "<</Type/Pages/Kids[2 0 R 2 0 R]/Parent 2 0 R/Count 2>>"),
                        "a page that is its own parent",
                                () -> written(
                                        CATALOG.formatted(""),
                                        PAGES,
                                        "<</Type/Page/Parent 3 0 R/Contents 4 0 R>>",
                                        text(),
                                        FONT),
                        "a catalog that is its own pages", () -> written("<</Type/Catalog/Pages 1 0 R>>"),
                        "a reference to itself", () -> written(CATALOG.formatted(""), "2 0 R"),
                        "a length that is its own stream",
                                () -> written(
                                        CATALOG.formatted(""),
                                        PAGES,
                                        PAGE.formatted("", ""),
                                        "<</Length 4 0 R>>\nstream\nBT ET\nendstream",
                                        FONT),
                        "a form that draws itself",
                                () -> written(
                                        CATALOG.formatted(""),
                                        PAGES,
                                        PAGE.formatted("/XObject<</X 6 0 R>>", ""),
                                        stream("", "/X Do"),
                                        FONT,
                                        stream(
                                                "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>",
                                                "/X Do /X Do")),
                        "forms that draw forms", this::formsThatDrawForms,
                        "an outline that is its own next",
                                () -> written(
                                        CATALOG.formatted("/Outlines 6 0 R"),
                                        PAGES,
                                        PAGE.formatted("", ""),
                                        text(),
                                        FONT,
                                        "<</First 6 0 R/Next 6 0 R/Last 6 0 R/Title(x)>>"),
                        "a table of places that precedes itself",
                                () -> replaced("startxref", "trailer\n<</Root 1 0 R/Size 6/Prev 9>>\nstartxref")));
    }

    /** Ten forms, each of which draws the next ten times. */
    private byte[] formsThatDrawForms() {
        var objects = new ArrayList<String>();
        objects.add(CATALOG.formatted(""));
        objects.add(PAGES);
        objects.add(PAGE.formatted("/XObject<</X 6 0 R>>", ""));
        objects.add(stream("", "/X Do"));
        objects.add(FONT);
        for (var level = 6; level < 16; level++) {
            objects.add(stream(
                    "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X " + (level + 1) + " 0 R>>>>",
                    "/X Do ".repeat(10)));
        }
        objects.add(stream("/Type/XObject/Subtype/Form/BBox[0 0 9 9]", "q Q"));
        return written(objects.toArray(String[]::new));
    }

    private void exaggerating(List<HostileDocument> all) {
        add(
                all,
                Map.of(
                        "an image larger than the world",
                                () -> written(
                                        CATALOG.formatted(""),
                                        PAGES,
                                        PAGE.formatted("/XObject<</X 6 0 R>>", ""),
                                        stream("", "/X Do"),
                                        FONT,
                                        stream(
                                                "/Type/XObject/Subtype/Image/Width 2147483647/Height 2147483647/BitsPerComponent 16/ColorSpace/DeviceCMYK",
                                                "x")),
                        "two thousand million pages", () -> replaced("/Count 1", "/Count 2147483647"),
                        "a thousand million objects", () -> replaced("0 6\n", "0 1000000000\n"),
                        "an object numbered out of the world", () -> replaced("5 0 obj", "9999999999 0 obj"),
                        "a bomb", () -> bomb("/FlateDecode"),
                        "a bomb in another coat", () -> bomb("[/ASCIIHexDecode/FlateDecode]"),
                        "a hundred filters",
                                () -> written(
                                        CATALOG.formatted(""),
                                        PAGES,
                                        PAGE.formatted("", ""),
                                        stream("/Filter[" + "/ASCIIHexDecode".repeat(100) + "]", "00>"),
                                        FONT),
                        "arrays 200,000 deep", () -> catalog("/X " + "[".repeat(200_000) + "]".repeat(200_000)),
                        "dictionaries 100,000 deep",
                                () -> catalog("/X " + "<</X".repeat(100_000) + " 1" + ">>".repeat(100_000)),
                        "a name of a megabyte", () -> catalog("/X /" + "a".repeat(MIB))));
        add(
                all,
                Map.of(
                        "a text of open brackets", () -> catalog("/X " + "(".repeat(MIB)),
                        "a number of a megabyte", () -> catalog("/X " + "9".repeat(MIB)),
                        "a million states to keep", () -> page("q ".repeat(MIB)),
                        "operators that nobody knows", () -> page("zz ".repeat(MIB)),
                        "a million letters in one place",
                                () -> page("BT /F1 1 Tf " + "(aaaaaaaaaa)Tj ".repeat(100_000) + "ET"),
                        "letters scattered over the page", () -> page(scattered()),
                        "pages of no size", () -> replaced("[0 0 612 792]", "[1e38 -1e38 1e-38 NaN]"),
                        "a font that never ends",
                                () -> written(
                                        CATALOG.formatted(""),
                                        PAGES,
                                        PAGE.formatted("", ""),
                                        text(),
                                        "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[5 0 R]/ToUnicode 5 0 R>>"),
                        "a map of characters that never ends",
                                () -> written(
                                        CATALOG.formatted(""),
                                        PAGES,
                                        PAGE.formatted("", ""),
                                        text(),
                                        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>",
                                        stream("", "1 beginbfrange <0000> <FFFFFFFF> <0000> endbfrange ".repeat(1000))),
                        "200,000 objects", () -> written(many(200_000))));
    }

    private void broken(List<HostileDocument> all) {
        add(
                all,
                Map.of(
                        "no table of places", () -> replaced("xref", "xxxx"),
                        "places that are lies", () -> replaced("00000 n", "99999 n"),
                        "its table before its beginning", () -> replaced("startxref\n", "startxref\n-"),
                        "no end", () -> java.util.Arrays.copyOf(catalog(""), catalog("").length * 2 / 3),
                        "noise that begins as a PDF",
                                () -> Zips.joined(
                                        "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII), Zips.noise(4 * MIB)),
                        "a PDF behind a megabyte", () -> Zips.joined(new byte[MIB], catalog("")),
                        "an archive too",
                                () -> Zips.joined(catalog(""), Zips.of(Map.of("word/document.xml", new byte[1]))),
                        "a stream without an end", () -> replaced("endstream", "        x"),
                        "objects that begin in objects", () -> catalog("/X 1 0 obj ".repeat(50_000)),
                        "ten megabytes of beginnings",
                                () -> "%PDF-1.7\n1 0 obj<<"
                                        .repeat(10 * MIB / 18)
                                        .getBytes(StandardCharsets.US_ASCII)));
    }

    private static String[] many(int count) {
        var objects = new String[count];
        java.util.Arrays.fill(objects, "<</A 1>>");
        objects[0] = CATALOG.formatted("");
        objects[1] = PAGES;
        objects[2] = PAGE.formatted("", "");
        objects[3] = stream("", "BT ET");
        objects[4] = FONT;
        return objects;
    }

    private static String scattered() {
        var text = new StringBuilder("BT /F1 1 Tf ");
        for (var i = 0; i < 100_000; i++) {
            text.append("1 0 0 1 ")
                    .append(i * 7919 % 612)
                    .append(' ')
                    .append(i * 104_729 % 792)
                    .append(" Tm (a)Tj ");
        }
        return text.append("ET").toString();
    }

    private byte[] catalog(String more) {
        return written(CATALOG.formatted(more), PAGES, PAGE.formatted("", ""), text(), FONT);
    }

    private static byte[] page(String content) {
        return written(CATALOG.formatted(""), PAGES, PAGE.formatted("", ""), stream("", content), FONT);
    }

    private byte[] replaced(String what, String by) {
        return new String(catalog(""), StandardCharsets.ISO_8859_1)
                .replace(what, by)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] bomb(String filter) {
        var deflated = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(deflated)) {
            for (var i = 0; i < 70; i++) {
                deflater.write(new byte[MIB]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var bytes = new String(deflated.toByteArray(), StandardCharsets.ISO_8859_1);
        var content = filter.startsWith("[") ? java.util.HexFormat.of().formatHex(deflated.toByteArray()) + ">" : bytes;
        return written(CATALOG.formatted(""), PAGES, PAGE.formatted("", ""), stream("/Filter" + filter, content), FONT);
    }

    private byte[] protectedBy(String password) {
        try (PDDocument document = Loader.loadPDF(catalog(""))) {
            document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text() {
        var text = new StringBuilder("BT /F1 10 Tf 12 TL 50 740 Td ");
        for (var line : lines) {
            text.append('(')
                    .append(line.replaceAll("[^ -~]", "-").replaceAll("([()\\\\])", "\\\\$1"))
                    .append(")Tj T* ");
        }
        return stream("", text + "ET");
    }

    private static String stream(String more, String content) {
        return "<<" + more + "/Length " + content.length() + ">>\nstream\n" + content + "\nendstream";
    }

    /** The objects, numbered from 1, the first of which is the catalog. */
    private static byte[] written(String... objects) {
        var pdf = new StringBuilder("%PDF-1.7\n");
        var places = new int[objects.length];
        for (var i = 0; i < objects.length; i++) {
            places[i] = pdf.length();
            pdf.append(i + 1).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
        }
        var table = pdf.length();
        pdf.append("xref\n0 ").append(objects.length + 1).append("\n0000000000 65535 f \n");
        for (var place : places) {
            pdf.append("%010d 00000 n \n".formatted(place));
        }
        pdf.append("trailer\n<</Root 1 0 R/Size ")
                .append(objects.length + 1)
                .append(">>\nstartxref\n")
                .append(table)
                .append("\n%%EOF\n");
        return pdf.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
