package city.planofrecord.chassis.http;

import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;

import org.jspecify.annotations.Nullable;

/** Reads parameters so that one that cannot be read is a 400 which names it, where the default is a 404. */
@Provider
public class ParameterConverters implements ParamConverterProvider {

    private record Reading(Function<String, Object> read, String expected) {}

    private static final Map<Class<?>, Reading> READINGS = Map.of(
            LocalDate.class, new Reading(text -> inFourDigits(LocalDate.parse(text)), "a date such as 2011-04-10"),
            Instant.class,
                    new Reading(text -> inFourDigits(Instant.parse(text)), "an instant such as 2011-04-08T12:00:00Z"),
            UUID.class, new Reading(UUID::fromString, "a UUID"),
            Integer.class, new Reading(Integer::valueOf, "a whole number"),
            Long.class, new Reading(Long::valueOf, "a whole number"),
            Boolean.class, new Reading(ParameterConverters::truth, "true or false"));

    @Override
    public <T> @Nullable ParamConverter<T> getConverter(
            Class<T> type, Type genericType, Annotation @Nullable [] annotations) {
        var reading = type.isEnum() ? ofEnum(type) : READINGS.get(type);
        return reading == null ? null : new Converter<>(type, reading);
    }

    private static TemporalAccessor inFourDigits(TemporalAccessor date) {
        if (!FourDigitYears.has(date)) {
            throw new IllegalArgumentException();
        }
        return date;
    }

    private static Boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException();
        };
    }

    private static Reading ofEnum(Class<?> type) {
        var names = Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toMap(constant -> ((Enum<?>) constant).name(), Function.identity()));
        var expected = "one of " + names.keySet().stream().sorted().collect(Collectors.joining(", "));
        return new Reading(
                text -> {
                    var constant = names.get(text);
                    if (constant == null) {
                        throw new IllegalArgumentException();
                    }
                    return constant;
                },
                expected);
    }

    private record Converter<T>(Class<T> type, Reading reading) implements ParamConverter<T> {

        @Override
        public @Nullable T fromString(@Nullable String text) {
            if (text == null) {
                return null;
            }
            try {
                return type.cast(reading.read().apply(text));
            } catch (DateTimeException | IllegalArgumentException e) {
                throw new BadRequestException(new UnreadableParameterException(text, reading.expected()));
            }
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }
}
