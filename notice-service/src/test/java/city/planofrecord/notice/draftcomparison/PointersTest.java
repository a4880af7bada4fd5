package city.planofrecord.notice.draftcomparison;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class PointersTest {

    private final Pointers pointers = new Pointers();

    @Test
    void anEntryIsTheOneThatIsEqualWhereverItStands() {
        var before = json("{\"summary\": [\"One.\", \"Two.\", \"Three.\"]}");
        var after = json("{\"summary\": [\"Two.\", \"Three.\", \"One.\"]}");

        assertThat(pointers.find("", before, after, "/summary/0")).hasValue("/summary/2");
        assertThat(pointers.find("", before, after, "/summary/1")).hasValue("/summary/0");
    }

    @Test
    void anEntryThatWasChangedIsTheOneInItsPlace() {
        var before = json("{\"summary\": [\"One.\", \"Two.\"]}");
        var after = json("{\"summary\": [\"One.\", \"Both.\", \"Three.\"]}");

        assertThat(pointers.find("", before, after, "/summary/1")).hasValue("/summary/1");
    }

    @Test
    void anEntryWhosePlaceTheNextHasTakenIsGone() {
        var before = json("{\"summary\": [\"One.\", \"Two.\"]}");
        var after = json("{\"summary\": [\"Two.\"]}");

        assertThat(pointers.find("", before, after, "/summary/0")).isEmpty();
        assertThat(pointers.find("", before, after, "/summary/1")).hasValue("/summary/0");
    }

    @Test
    void partsOfAnEntryGoWithIt() {
        var before = json("{\"duties\": [{\"text\": \"a\"}, {\"text\": \"b\", \"items\": [\"c\"]}]}");
        var after = json("{\"duties\": [{\"text\": \"b\", \"items\": [\"c\"]}]}");

        assertThat(pointers.find("", before, after, "/duties/1/items/0")).hasValue("/duties/0/items/0");
        assertThat(pointers.find("", before, after, "/duties/0/text")).isEmpty();
    }

    @Test
    void whatWasTakenOutIsGone() {
        assertThat(pointers.find("", json("{\"hearing\": {\"place\": \"a\"}}"), json("{}"), "/hearing/place"))
                .isEmpty();
        assertThat(pointers.find("", json("{\"to\": \"All\"}"), json("{\"to\": null}"), "/to"))
                .isEmpty();
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
