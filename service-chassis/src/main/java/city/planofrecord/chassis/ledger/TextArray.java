package city.planofrecord.chassis.ledger;

import java.util.Collection;
import java.util.stream.Collectors;

/** Many values as one parameter: the text that PostgreSQL casts to an array. */
public final class TextArray {

    private TextArray() {}

    /** The text of an array, whatever characters the values have. */
    public static String of(Collection<?> values) {
        return values.stream()
                .map(value -> value.toString().replace("\\", "\\\\").replace("\"", "\\\""))
                .collect(Collectors.joining("\",\"", values.isEmpty() ? "{" : "{\"", values.isEmpty() ? "}" : "\"}"));
    }
}
