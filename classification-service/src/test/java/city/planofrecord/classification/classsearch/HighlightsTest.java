package city.planofrecord.classification.classsearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;

class HighlightsTest {

    private static final char BEGIN = Highlights.BEGIN;
    private static final char END = Highlights.END;

    @Test
    void theWordsOfATitleAreMarkedAndTheRestIsEscaped() {
        assertThat(Highlights.ofTitle("Clerk <b> & Agent", Set.of("agent")))
                .singleElement()
                .extracting(Highlights.Highlight::html)
                .isEqualTo("Clerk &lt;b&gt; &amp; <mark>Agent</mark>");
        assertThat(Highlights.ofTitle("Clerk", Set.of("agent"))).isEmpty();
    }

    @Test
    void aTextSaysWhereItStandsAndItsOwnMarkupIsHarmless() {
        var specification = JsonNodeFactory.instance.objectNode();
        specification
                .putArray("essentialDuties")
                .addObject()
                .put("text", "<script>\"" + BEGIN + "takes" + END + "\"</script> calls");

        assertThat(Highlights.ofSpecification(specification))
                .containsExactly(new Highlights.Highlight(
                        "essentialDuties",
                        "/specification/essentialDuties/0/text",
                        "&lt;script&gt;&quot;<mark>takes</mark>&quot;&lt;/script&gt; calls"));
    }

    @Test
    void everyMarkIsClosedWhateverTheTextHeld() {
        var specification = JsonNodeFactory.instance.objectNode();
        specification.put("education", "" + END + BEGIN + BEGIN + "a" + END + END + BEGIN + "b");

        assertThat(Highlights.ofSpecification(specification))
                .extracting(Highlights.Highlight::html)
                .containsExactly("<mark>a</mark><mark>b</mark>");
    }
}
