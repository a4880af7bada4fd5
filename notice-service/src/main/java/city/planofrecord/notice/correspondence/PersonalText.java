package city.planofrecord.notice.correspondence;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

/** Reads a text of a person; where it is something else, the error does not repeat what was sent. */
public final class PersonalText extends StdDeserializer<String> {

    private static final long serialVersionUID = 1;

    public PersonalText() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw MismatchedInputException.from(json, String.class, "not a text");
        }
        return json.getText();
    }
}
