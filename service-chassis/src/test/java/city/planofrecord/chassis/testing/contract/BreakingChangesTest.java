package city.planofrecord.chassis.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class BreakingChangesTest {

    private static final String DOCUMENT = """
            {"openapi": "3.1.0", "paths": {
              "/things": {
                "get": {
                  "parameters": [{"name": "q", "in": "query", "schema": {"type": "string", "maxLength": 100}}],
                  "responses": {"200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}}}},
                "post": {
                  "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/New"}}}},
                  "responses": {"201": {"description": "made"}, "422": {"description": "refused"}}}}},
             "components": {"schemas": {
               "Thing": {"type": "object", "required": ["id"], "properties": {
                 "id": {"type": "string"}, "size": {"type": ["integer", "null"]},
                 "parts": {"type": "array", "items": {"$ref": "#/components/schemas/Thing"}}}},
               "New": {"type": "object", "required": ["name"], "properties": {
                 "name": {"type": "string"}, "kind": {"enum": ["A", "B"]}, "size": {"type": "number"}}}}}}
            """;

    private static List<String> changes(String from, String to) {
        assertThat(DOCUMENT).contains(from);
        var json = new ObjectMapper();
        try {
            return new BreakingChanges(json.readTree(DOCUMENT), json.readTree(DOCUMENT.replace(from, to))).found();
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Test
    void theSameDocumentBreaksNothing() {
        assertThat(changes("\"A\"", "\"A\"")).isEmpty();
    }

    @Test
    void whatIsAddedBreaksNothing() {
        assertThat(changes("\"id\": {\"type\": \"string\"},", "\"id\": {\"type\": \"string\"}, \"more\": {},"))
                .isEmpty();
        assertThat(changes("\"kind\": {", "\"other\": {\"type\": \"string\"}, \"kind\": {"))
                .isEmpty();
        assertThat(changes("[\"A\", \"B\"]", "[\"A\", \"B\", \"C\"]")).isEmpty();
        assertThat(changes("\"maxLength\": 100", "\"maxLength\": 200")).isEmpty();
    }

    @Test
    void anOperationThatIsGoneIsNamed() {
        assertThat(changes("\"post\"", "\"put\"")).containsExactly("POST /things is gone");
    }

    @Test
    void aParameterThatIsGoneOrNewlyRequiredIsNamed() {
        assertThat(changes("\"name\": \"q\"", "\"name\": \"words\""))
                .containsExactly("GET /things: the query parameter q is gone");
        assertThat(changes("\"in\": \"query\"", "\"in\": \"query\", \"required\": true"))
                .containsExactly("GET /things: the query parameter q is required now");
        assertThat(changes("\"maxLength\": 100", "\"maxLength\": 50"))
                .containsExactly("GET /things: the query parameter q is bound by maxLength 50, was 100");
    }

    @Test
    void aFieldThatIsNoLongerAnsweredIsNamed() {
        assertThat(changes("\"size\": {\"type\": [\"integer\", \"null\"]},", ""))
                .containsExactly("GET /things: answer/size is gone");
    }

    @Test
    void aTypeThatIsAnotherIsNamed() {
        assertThat(changes("[\"integer\", \"null\"]", "[\"string\", \"null\"]"))
                .containsExactly("GET /things: answer/size was [integer] and is [string]");
        assertThat(changes("{\"type\": \"number\"}", "{\"type\": \"integer\"}"))
                .containsExactly("POST /things: body/size was [number] and takes only [integer]");
    }

    @Test
    void aFieldThatIsRequiredNewlyOrNoLongerTakenIsNamed() {
        assertThat(changes("\"required\": [\"name\"]", "\"required\": [\"name\", \"kind\"]"))
                .containsExactly("POST /things: body/kind is required now");
        assertThat(changes("\"kind\": {\"enum\": [\"A\", \"B\"]},", ""))
                .containsExactly("POST /things: body/kind is no longer taken");
        assertThat(changes("[\"A\", \"B\"]", "[\"A\"]")).containsExactly("POST /things: body/kind no longer takes [B]");
    }

    @Test
    void anAnswerThatMayBeAbsentNowIsNamed() {
        assertThat(changes("\"required\": [\"id\"]", "\"required\": []"))
                .containsExactly("GET /things: answer/id may be absent now");
    }
}
