package city.planofrecord.chassis.testing.hostile;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Texts, tables and lines of JSON that are no texts, never end, or make a reader go back and back. */
final class TextDocuments {

    static final String TEXT = "text/plain";
    static final String MARKDOWN = "text/markdown";
    static final String CSV = "text/csv";
    static final String NDJSON = "application/x-ndjson";

    private static final int MIB = 1024 * 1024;
    private static final int ALMOST_TEN_MB = 9 * MIB;

    /** What patterns of headings, dates, money, codes, lists and tables begin with, and then do not find. */
    private static final List<String> NEAR_MISSES = List.of(
            " ",
            "\t",
            ".",
            ". ",
            "-",
            "- ",
            "–",
            "#",
            "# ",
            "*",
            "**",
            "* ",
            "$",
            "$1,",
            "(",
            ")",
            "[",
            "1",
            "1,",
            "1.",
            "1/",
            "12:",
            "A",
            "A ",
            "a ",
            "_",
            "\\",
            "<u>",
            "</",
            "@",
            "a@a.",
            "\"",
            "'",
            ",",
            ";",
            ": ",
            "OR ",
            "Rule 1 ",
            "Page 1 of ",
            "\u00A0");

    private final String text;

    /** @param lines of a document that the service reads */
    TextDocuments(List<String> lines) {
        text = String.join("\n", lines) + "\n";
    }

    List<HostileDocument> texts() {
        var all = new ArrayList<HostileDocument>();
        var variants = new LinkedHashMap<String, Supplier<byte[]>>();
        common(variants);
        variants.put("as UTF-16", () -> text.getBytes(StandardCharsets.UTF_16));
        variants.put("as UTF-16 without a mark", () -> text.getBytes(StandardCharsets.UTF_16BE));
        variants.put("as UTF-16 the other way round", () -> text.getBytes(StandardCharsets.UTF_16LE));
        variants.put("as UTF-32", () -> text.getBytes(Charset.forName("UTF-32LE")));
        variants.put("letters that turn and hide", () -> utf8("\u202E" + text.replace(" ", "\u200B \u2066\uFEFF")));
        for (var miss : NEAR_MISSES) {
            var line = miss.repeat(90_000 / miss.length());
            variants.put("a long line of '" + miss + "' within", () -> utf8(text + line + "x\n" + text));
        }
        for (var miss : List.of(" ", "a ", "- ", "# a", "A: ", "1/1/2011 ", "\tA", "x")) {
            variants.put("200,000 lines of '" + miss + "'", () -> utf8(text + (miss.repeat(4) + "\n").repeat(190_000)));
        }
        variants.forEach((name, content) -> all.add(new HostileDocument(name, TEXT, content)));
        for (var charset :
                List.of("utf-16", "utf-7", "x-none", "../../etc", "utf-8;charset=utf-16", "\"", "a".repeat(2_000))) {
            all.add(new HostileDocument("another charset", TEXT + "; charset=" + charset, () -> utf8(text + "é")));
        }
        all.add(new HostileDocument(
                "UTF-16 as declared", TEXT + "; charset=utf-16le", () -> text.getBytes(StandardCharsets.UTF_16LE)));
        variants.forEach((name, content) -> {
            if (name.startsWith("a long line of '#") || name.startsWith("a long line of '*")) {
                all.add(new HostileDocument(name, MARKDOWN, content));
            }
        });
        return all;
    }

    List<HostileDocument> tables() {
        var all = new LinkedHashMap<String, Supplier<byte[]>>();
        common(all);
        all.put("as UTF-16", () -> text.getBytes(StandardCharsets.UTF_16));
        all.put("as UTF-16 without a mark", () -> text.getBytes(StandardCharsets.UTF_16LE));
        all.put("a quote that is never closed", () -> utf8(text + "\"" + "a,\n".repeat(MIB)));
        all.put("quotes upon quotes", () -> utf8(text + "\"\"".repeat(4 * MIB)));
        all.put("a million columns", () -> utf8(",".repeat(MIB) + "\n" + text));
        all.put("a million columns in a row", () -> utf8(text + ",".repeat(MIB)));
        all.put("a cell of nine megabytes", () -> utf8(text + "a".repeat(ALMOST_TEN_MB)));
        all.put("two million empty rows", () -> utf8(text + "\n".repeat(2 * MIB)));
        all.put("a million rows", () -> utf8(text + "a,b\n".repeat(MIB)));
        all.put("10,000 columns of one name", () -> utf8("Grade,".repeat(10_000) + "\n" + text));
        all.put("no header", () -> utf8("=1+1,@SUM(A1),-2+3,+4\n"));
        for (var formula :
                List.of("=cmd|'/c calc'!A1", "@SUM(1+1)*cmd|'/c calc'!A1", "+1+cmd|' /c calc'!A1", "\t=1+1", "\r=1")) {
            all.put("a row of " + formula.strip(), () -> utf8(text + (formula + ",").repeat(6) + "\n"));
        }
        return documents(all, CSV);
    }

    List<HostileDocument> jsonLines() {
        var all = new LinkedHashMap<String, Supplier<byte[]>>();
        common(all);
        all.put("as UTF-16", () -> text.getBytes(StandardCharsets.UTF_16));
        all.put("10,000 levels of lists", () -> utf8("[".repeat(10_000) + "]".repeat(10_000) + "\n"));
        all.put("10,000 levels of objects", () -> utf8("{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000) + "\n"));
        all.put("9 MB of beginnings", () -> utf8("[".repeat(ALMOST_TEN_MB)));
        all.put("9 MB of objects' beginnings", () -> utf8("{\"a\":".repeat(ALMOST_TEN_MB / 5)));
        all.put("a million empty objects", () -> utf8("{}\n".repeat(MIB)));
        all.put("a name of nine megabytes", () -> utf8("{\"" + "a".repeat(ALMOST_TEN_MB) + "\":1}\n"));
        all.put("a text of nine megabytes", () -> utf8("{\"a\":\"" + "a".repeat(ALMOST_TEN_MB) + "\"}\n"));
        all.put("a number of nine megabytes", () -> utf8("{\"a\":" + "9".repeat(ALMOST_TEN_MB) + "}\n"));
        all.put("300,000 fields", () -> utf8("{" + fields(300_000) + "\"z\":1}\n"));
        all.put("names of one hash", () -> utf8("{" + sameHash(17) + "\"z\":1}\n"));
        all.put("one name a thousand times", () -> utf8("{" + "\"id\":1,".repeat(1_000) + "\"id\":2}\n"));
        all.put("a zero in a text", () -> utf8("{\"id\":\"a\\u0000\",\"timeline\":[]}\n"));
        all.put("half a character in a text", () -> utf8("{\"id\":\"\\ud800\",\"timeline\":[]}\n"));
        all.put("a number beyond numbers", () -> utf8("{\"revision\":1e999999999,\"id\":-1e-999999999}\n"));
        all.put("no numbers", () -> utf8("{\"revision\":NaN,\"id\":Infinity}\n"));
        return documents(all, NDJSON);
    }

    private void common(Map<String, Supplier<byte[]>> all) {
        all.put("nothing", () -> new byte[0]);
        all.put("one line of nine megabytes", () -> utf8("a".repeat(ALMOST_TEN_MB)));
        all.put("one line of nine megabytes of words", () -> utf8("word ".repeat(ALMOST_TEN_MB / 5)));
        all.put("nine megabytes of blanks", () -> utf8(" ".repeat(ALMOST_TEN_MB)));
        all.put("nine megabytes of line ends", () -> utf8("\n".repeat(ALMOST_TEN_MB)));
        all.put("nine megabytes of the other line ends", () -> utf8("\r".repeat(ALMOST_TEN_MB)));
        all.put("nine megabytes of zeros", () -> new byte[ALMOST_TEN_MB]);
        all.put("more than is taken", () -> new byte[11 * MIB]);
        all.put("noise", () -> Zips.noise(MIB));
        all.put("a zero within", () -> utf8(text.replaceFirst(" |,", "\0")));
        all.put("control characters within", () -> utf8(text + "\u0001\u0007\u001B[2J\u007F\u0085\u009B"));
        all.put("a thousand marks of byte order", () -> utf8("\uFEFF".repeat(1_000) + text));
        all.put("bytes that are no UTF-8", () -> Zips.joined(utf8(text), new byte[] {(byte) 0xFF, (byte) 0xFE, 'a'}));
        all.put("a zero in two bytes", () -> Zips.joined(utf8(text), new byte[] {(byte) 0xC0, (byte) 0x80, '\n'}));
        all.put(
                "a path in four bytes",
                () -> Zips.joined(utf8(text), new byte[] {(byte) 0xF0, (byte) 0x80, (byte) 0x80, (byte) 0xAF}));
        all.put(
                "half a surrogate pair",
                () -> Zips.joined(utf8(text), new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}));
        all.put(
                "XML that reads files",
                () -> utf8("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"));
    }

    private static List<HostileDocument> documents(Map<String, Supplier<byte[]>> variants, String type) {
        var all = new ArrayList<HostileDocument>();
        variants.forEach((name, content) -> all.add(new HostileDocument(name, type, content)));
        return all;
    }

    private static String fields(int count) {
        var fields = new StringBuilder();
        for (var i = 0; i < count; i++) {
            fields.append("\"f").append(i).append("\":1,");
        }
        return fields.toString();
    }

    /** Two to the power of so many names whose hash codes are the same. */
    private static String sameHash(int power) {
        var fields = new StringBuilder();
        for (var i = 0; i < 1 << power; i++) {
            fields.append('"');
            for (var bit = 0; bit < power; bit++) {
                fields.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            fields.append("\":1,");
        }
        return fields.toString();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
