package city.planofrecord.local.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.junit.jupiter.api.Test;

class AnswerTest {

    @Test
    void aProblemIsToldWithALineForEachViolation() throws IOException {
        var problem = problem("""
                {"type": "/problems/invalid", "title": "Invalid request", "detail": "Two things must be changed.",
                 "violations": [
                   {"pointer": "/items/3/proposed/grade", "message": "is unknown", "found": "615-X", "expected": "a grade"},
                   {"parameter": "asOf", "message": "is no date"}]}""");

        assertThat(problem.explanation()).isEqualTo("""
                Invalid request: Two things must be changed.
                  /items/3/proposed/grade: is unknown; found 615-X; expected a grade
                  asOf: is no date""");
    }

    @Test
    void whatIsNoProblemIsToldByItsBeginning() {
        var page = new Answer(502, "", MissingNode.getInstance(), "<html>" + "x".repeat(1000));

        assertThat(page.explanation()).startsWith("<html>x").hasSize(500);
    }

    @Test
    void onlyAThingThatIsKnownCanBeNotInEffect() throws IOException {
        assertThat(problem("{\"type\": \"/problems/not-in-effect\"}").isNotInEffect())
                .isTrue();
        assertThat(problem("{\"type\": \"/problems/not-found\"}").isNotInEffect())
                .isFalse();
    }

    private static Answer problem(String json) throws IOException {
        return new Answer(404, "", new JsonMapper().readTree(json), json);
    }
}
