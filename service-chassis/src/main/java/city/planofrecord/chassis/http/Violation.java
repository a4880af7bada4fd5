package city.planofrecord.chassis.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer JSON pointer into the body, null where a parameter is wrong
 * @param parameter name of the query parameter, path parameter or header, null where the body is wrong
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Violation(
        @Nullable String pointer,
        @Nullable String parameter,
        String message,
        @Nullable String found,
        @Nullable String expected) {

    public static Violation at(String pointer, String message) {
        return new Violation(pointer, null, message, null, null);
    }

    public static Violation at(String pointer, String message, @Nullable String found, @Nullable String expected) {
        return new Violation(pointer, null, message, found, expected);
    }

    public static Violation ofParameter(
            String parameter, String message, @Nullable String found, @Nullable String expected) {
        return new Violation(null, parameter, message, found, expected);
    }
}
