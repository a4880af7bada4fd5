package city.planofrecord.notice.posting;

import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * One way to write a JSON value: no white space, the members of an object in the order of their names by UTF-16 code unit as
 * in RFC 8785, without members that are null.
 */
final class CanonicalJson {

    private CanonicalJson() {}

    static String of(JsonNode value) {
        var text = new StringBuilder();
        write(value, text);
        return text.toString();
    }

    private static void write(JsonNode value, StringBuilder text) {
        if (value.isObject()) {
            var names = new TreeSet<String>();
            value.fieldNames().forEachRemaining(names::add);
            var separator = "{";
            for (var name : names) {
                if (!value.get(name).isNull()) {
                    text.append(separator).append(TextNode.valueOf(name)).append(':');
                    write(value.get(name), text);
                    separator = ",";
                }
            }
            text.append(separator.equals("{") ? "{}" : "}");
        } else if (value.isArray()) {
            var separator = "[";
            for (var element : value) {
                text.append(separator);
                write(element, text);
                separator = ",";
            }
            text.append(separator.equals("[") ? "[]" : "]");
        } else {
            text.append(value);
        }
    }
}
