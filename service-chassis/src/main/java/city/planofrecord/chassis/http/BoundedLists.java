package city.planofrecord.chassis.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.type.CollectionType;
import org.jspecify.annotations.Nullable;

/**
 * A list is read as far as its {@link Size} allows, and refused there. The bounds are looked at when everything has been read,
 * one element after the other: a list of half a million nulls would come to half a million violations.
 */
final class BoundedLists extends BeanDeserializerModifier {

    private static final long serialVersionUID = 1;

    @Override
    public JsonDeserializer<?> modifyCollectionDeserializer(
            DeserializationConfig config, CollectionType type, BeanDescription bean, JsonDeserializer<?> deserializer) {
        return type.getRawClass().isAssignableFrom(ArrayList.class)
                ? new Bounded(deserializer, Integer.MAX_VALUE)
                : deserializer;
    }

    /** There are more elements than the list may have. */
    static final class TooManyException extends RuntimeException {

        private static final long serialVersionUID = 1;

        TooManyException(int most) {
            super("size must be at most " + most, null, false, false);
        }
    }

    private static final class Elements extends ArrayList<Object> {

        private static final long serialVersionUID = 1;

        private final int most;

        Elements(int most) {
            this.most = most;
        }

        @Override
        public boolean add(Object element) {
            if (size() == most) {
                throw new TooManyException(most);
            }
            return super.add(element);
        }
    }

    private static final class Bounded extends DelegatingDeserializer {

        private static final long serialVersionUID = 1;

        private final int most;

        Bounded(JsonDeserializer<?> delegate, int most) {
            super(delegate);
            this.most = most;
        }

        @Override
        protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> delegate) {
            return new Bounded(delegate, most);
        }

        @Override
        public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property)
                throws JsonMappingException {
            var size = property == null ? null : property.getAnnotation(Size.class);
            var delegate = context.handleSecondaryContextualization(
                    getDelegatee(),
                    property,
                    context.constructType(getDelegatee().handledType()));
            return size == null ? delegate : new Bounded(delegate, size.max());
        }

        @Override
        public Object deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (most == Integer.MAX_VALUE || !json.hasToken(JsonToken.START_ARRAY)) {
                return super.deserialize(json, context);
            }
            var elements = super.deserialize(json, context, new Elements(most));
            return elements instanceof List<?> list ? new ArrayList<>(list) : elements;
        }
    }
}
