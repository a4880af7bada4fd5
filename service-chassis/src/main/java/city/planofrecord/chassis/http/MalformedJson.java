package city.planofrecord.chassis.http;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.BoundedLists.TooManyException;

/** Says where a JSON text departs from what an operation takes, by JSON pointer and without a class name. */
public final class MalformedJson {

    /** How the reader of JSON begins to say that an object has a field twice. It has no exception of its own for it. */
    private static final String TWICE = "Duplicate ";

    private MalformedJson() {}

    public static Refused refusal(JsonProcessingException e) {
        return refusal(e, "");
    }

    /** @param prefix JSON pointer of the value that was read, where it is a part of the body */
    public static Refused refusal(JsonProcessingException e, String prefix) {
        // What stopped the reading in the midst of a value, as its limit does, is said as it is.
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) {
                return refused;
            }
            if (cause instanceof StreamConstraintsException tooMuch) {
                return refusal(tooMuch, prefix);
            }
            if (cause instanceof JsonParseException broken) {
                return refusal(broken, prefix);
            }
            if (cause instanceof TooManyException tooMany && e instanceof JsonMappingException mapping) {
                return tooMany(tooMany, prefix + pointer(mapping).replaceFirst("/\\d+$", ""));
            }
        }
        var violation = violation(e, prefix);
        return new Refused(
                ProblemKind.MALFORMED,
                (e instanceof JsonMappingException || isTwice(e)
                                ? "The body does not fit the operation: "
                                : "The body is not JSON: ")
                        + violation.message() + ".",
                List.of(violation));
    }

    private static Violation violation(JsonProcessingException e, String prefix) {
        return switch (e) {
            case StreamConstraintsException tooMuch -> Violation.at(prefix, tooMuch(tooMuch));
            case JsonParseException broken when isTwice(broken) -> twice(broken, prefix);
            case UnrecognizedPropertyException unknown ->
                Violation.at(
                        prefix + pointer(unknown),
                        "unknown field '" + unknown.getPropertyName() + "'",
                        unknown.getPropertyName(),
                        unknown.getKnownPropertyIds() == null
                                ? null
                                : "one of "
                                        + unknown.getKnownPropertyIds().stream()
                                                .map(Object::toString)
                                                .sorted()
                                                .collect(Collectors.joining(", ")));
            case InvalidFormatException format ->
                Violation.at(
                        prefix + pointer(format),
                        "cannot be read as " + name(format.getTargetType()),
                        String.valueOf(format.getValue()),
                        name(format.getTargetType()));
            case MismatchedInputException mismatch ->
                Violation.at(
                        prefix + pointer(mismatch),
                        "is not " + name(mismatch.getTargetType()),
                        null,
                        name(mismatch.getTargetType()));
            case ValueInstantiationException instantiation ->
                Violation.at(
                        prefix + pointer(instantiation),
                        instantiation.getCause() instanceof IllegalArgumentException cause
                                ? Objects.toString(cause.getMessage(), "is not a valid value")
                                : "is not a valid value");
            case JsonMappingException mapping -> Violation.at(prefix + pointer(mapping), "cannot be read");
            default ->
                Violation.at(
                        prefix,
                        "it breaks off at line " + e.getLocation().getLineNr() + ", column "
                                + e.getLocation().getColumnNr());
        };
    }

    private static Refused tooMany(TooManyException e, String pointer) {
        return new Refused(
                ProblemKind.MALFORMED,
                pointer + " " + e.getMessage() + ".",
                List.of(Violation.at(pointer, String.valueOf(e.getMessage()))));
    }

    private static boolean isTwice(JsonProcessingException e) {
        return e instanceof JsonParseException broken
                && broken.getProcessor() != null
                && broken.getOriginalMessage().startsWith(TWICE);
    }

    private static Violation twice(JsonParseException e, String prefix) {
        var place = e.getProcessor().getParsingContext();
        var location = e.getLocation();
        return Violation.at(
                prefix + place.pathAsPointer(),
                "the field '" + place.getCurrentName() + "' stands twice in one object, the second time at line "
                        + location.getLineNr() + ", column " + location.getColumnNr(),
                null,
                "each field once");
    }

    private static String tooMuch(StreamConstraintsException e) {
        var location = e.getLocation();
        var at = location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
        var words = String.valueOf(e.getOriginalMessage());
        return words.contains("nesting depth")
                ? "it is nested more than " + StrictJson.DEPTH + " levels deep" + at
                : words.contains("Number") ? "a number is too long" + at : "a name or text is too long" + at;
    }

    private static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                .map(step -> "/" + step.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }

    private static String name(@Nullable Class<?> type) {
        if (type == null) {
            return "a value of the expected kind";
        }
        if (type.isEnum()) {
            return "one of "
                    + java.util.Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        return switch (type.getSimpleName()) {
            case "LocalDate" -> "a date such as 2011-04-10";
            case "OffsetDateTime" -> "a date and time with offset such as 2011-04-07T17:00:00-06:00";
            case "Instant" -> "an instant such as 2011-04-07T23:00:00Z";
            case "UUID" -> "a UUID";
            case "BigDecimal", "int", "Integer", "long", "Long" -> "a number";
            case "boolean", "Boolean" -> "true or false";
            case "String" -> "a text";
            case "List", "ArrayList", "Collection" -> "a list";
            default ->
                type.isRecord() || type.getSimpleName().endsWith("Map")
                        ? "an object"
                        : "a valid " + type.getSimpleName().toLowerCase(Locale.ROOT);
        };
    }
}
