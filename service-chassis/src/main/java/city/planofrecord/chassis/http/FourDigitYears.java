package city.planofrecord.chassis.http;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Set;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;

/**
 * A date or an instant that is sent has a year of four digits, as RFC 3339 writes it and OpenAPI's {@code date} and {@code
 * date-time} mean it. Java reads years of ten digits, which no database keeps and no calendar counts.
 */
final class FourDigitYears extends BeanDeserializerModifier {

    private static final long serialVersionUID = 1;
    private static final int LAST = 9999;
    private static final Set<Class<?>> DATED = Set.of(LocalDate.class, OffsetDateTime.class, Instant.class);

    /** Whether the year is one of 0 to 9999. */
    static boolean has(TemporalAccessor date) {
        var year = date instanceof Instant instant
                ? instant.atOffset(ZoneOffset.UTC).getYear()
                : date.get(ChronoField.YEAR);
        return year >= 0 && year <= LAST;
    }

    @Override
    public JsonDeserializer<?> modifyDeserializer(
            DeserializationConfig config, BeanDescription type, JsonDeserializer<?> deserializer) {
        return DATED.contains(type.getBeanClass()) ? new Bounded(deserializer) : deserializer;
    }

    private static final class Bounded extends DelegatingDeserializer {

        private static final long serialVersionUID = 1;

        Bounded(JsonDeserializer<?> delegate) {
            super(delegate);
        }

        @Override
        protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> delegate) {
            return new Bounded(delegate);
        }

        @Override
        public Object deserialize(JsonParser json, DeserializationContext context) throws IOException {
            var written = json.getValueAsString();
            var read = super.deserialize(json, context);
            return read instanceof TemporalAccessor date && !has(date)
                    ? context.handleWeirdStringValue(handledType(), written, "the year has more than four digits")
                    : read;
        }
    }
}
