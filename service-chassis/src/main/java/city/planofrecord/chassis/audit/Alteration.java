package city.planofrecord.chassis.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What stood at one place of a thing before, and what stands there since.
 *
 * @param pointer JSON pointer (RFC 6901) to the place; empty for the whole
 * @param before null where nothing stood there
 * @param after null where nothing stands there any more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Alteration(
        @Schema(examples = "/editions/1/status") String pointer,
        @Nullable @Schema(implementation = Object.class) JsonNode before,
        @Nullable @Schema(implementation = Object.class) JsonNode after) {

    /**
     * Every place at which two states differ, as deep as can be told: set one after the other at their places, what stands
     * after them turns the one state into the other.
     *
     * @param pointer where the states stand
     */
    public static List<Alteration> between(String pointer, @Nullable JsonNode before, @Nullable JsonNode after) {
        var found = new ArrayList<Alteration>();
        compare(pointer, present(before), present(after), found);
        return List.copyOf(found);
    }

    private static void compare(
            String pointer, @Nullable JsonNode before, @Nullable JsonNode after, List<Alteration> found) {
        if (before == null || after == null) {
            if (before != null || after != null) {
                found.add(new Alteration(pointer, before, after));
            }
        } else if (before.isObject() && after.isObject()) {
            var names = new TreeSet<String>();
            before.fieldNames().forEachRemaining(names::add);
            after.fieldNames().forEachRemaining(names::add);
            for (var name : names) {
                compare(pointer + "/" + escaped(name), present(before.get(name)), present(after.get(name)), found);
            }
        } else if (before.isArray() && after.isArray()) {
            for (var i = 0; i < Math.max(before.size(), after.size()); i++) {
                compare(pointer + "/" + i, present(before.get(i)), present(after.get(i)), found);
            }
        } else if (!before.equals(after)) {
            found.add(new Alteration(pointer, before, after));
        }
    }

    /** A place for the name of a member, or for an id. */
    public static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static @Nullable JsonNode present(@Nullable JsonNode node) {
        return node == null || node.isNull() ? null : node;
    }
}
