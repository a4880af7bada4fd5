package city.planofrecord.notice.draftcomparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class AddedValuesTest {

    @Test
    void theLargestValuesOfWhichNothingWasReadAreNamed() throws JsonProcessingException {
        var draft = new ObjectMapper().readTree("""
                { "number": "1", "to": null, "summary": ["One.", "Two."],
                  "items": [ { "item": 1, "kind": "REVISE", "changes": ["RETITLE"],
                               "present": { "jobCode": "CS2154" }, "proposed": { "title": "Agent", "grade": "614-S" } },
                             { "item": 2, "kind": "ABOLISH", "changes": [], "present": { "jobCode": "CS2156" } } ],
                  "provisions": [], "attachments": [ { "title": "x" } ], "findings": [ { "code": "x" } ] }
                """);

        assertThat(AddedValues.of(
                        draft, Set.of("/number", "/summary/0", "/items/0/present/jobCode", "/items/0/proposed/title")))
                .containsExactly("/summary/1", "/items/0/proposed/grade", "/items/1");
    }
}
