package city.planofrecord.notice.correspondence;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

/** Reads a number that a person sends; where it is something else, the error does not repeat what was sent. */
public final class PersonalNumber extends StdDeserializer<Integer> {

    private static final long serialVersionUID = 1;

    public PersonalNumber() {
        super(Integer.class);
    }

    @Override
    public Integer deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw MismatchedInputException.from(json, Integer.class, "not a number");
        }
        return json.getIntValue();
    }
}
