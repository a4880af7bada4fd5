package city.planofrecord.classification.classsearch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The places of a class at which words were found. */
final class Highlights {

    /** What stands around a found word in what the database answers; of Unicode's private use, so no text has it. */
    static final char BEGIN = '\uE000';

    static final char END = '\uE001';

    /** So many places of a specification are shown. */
    static final int MOST = 10;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private Highlights() {}

    /**
     * A text in which words were found.
     *
     * @param section {@code title}, or the section of the specification
     * @param pointer JSON pointer into the class
     * @param html the whole text, escaped; the only markup are {@code <mark>} and {@code </mark>}
     */
    @Schema(
            name = "Highlight",
            description =
                    "A text of the class in which words were found. `html` is the whole text with &, <, >, \" and ' "
                            + "escaped; its only markup are <mark> and </mark> around the words, so it can be put into a page as it is.")
    record Highlight(
            @Schema(examples = "title") String section,
            @Schema(examples = "/title") String pointer,

            @Schema(examples = "3-1-1 <mark>Customer</mark> <mark>Service</mark> Agent")
            String html) {}

    /** The title with the words marked, empty where it has none of them. */
    static List<Highlight> ofTitle(String title, Collection<String> words) {
        var marked = WORD.matcher(title)
                .replaceAll(found -> words.contains(found.group().toLowerCase(Locale.ROOT))
                        ? BEGIN + found.group() + END
                        : found.group());
        return marked.equals(title) ? List.of() : List.of(new Highlight("title", "/title", html(marked)));
    }

    /** The texts of a specification in which the database has marked words, in the order of the document. */
    static List<Highlight> ofSpecification(JsonNode marked) {
        var found = new ArrayList<Highlight>();
        collect(marked, "/specification", "", found);
        return found;
    }

    private static void collect(JsonNode node, String pointer, String section, List<Highlight> found) {
        if (found.size() >= MOST) {
            return;
        }
        if (node.isTextual()) {
            if (node.textValue().indexOf(BEGIN) >= 0) {
                found.add(new Highlight(section, pointer, html(node.textValue())));
            }
        } else if (node.isObject()) {
            node.properties()
                    .forEach(field -> collect(
                            field.getValue(),
                            pointer + "/" + field.getKey(),
                            section.isEmpty() ? field.getKey() : section,
                            found));
        } else {
            for (var i = 0; i < node.size(); i++) {
                collect(node.get(i), pointer + "/" + i, section, found);
            }
        }
    }

    /** Escapes the text and turns the marks into elements, each opened and closed. */
    private static String html(String marked) {
        var html = new StringBuilder(marked.length() + 32);
        var open = false;
        for (var i = 0; i < marked.length(); i++) {
            var letter = marked.charAt(i);
            switch (letter) {
                case BEGIN -> {
                    html.append(open ? "" : "<mark>");
                    open = true;
                }
                case END -> {
                    html.append(open ? "</mark>" : "");
                    open = false;
                }
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(letter);
            }
        }
        return html.append(open ? "</mark>" : "").toString();
    }
}
