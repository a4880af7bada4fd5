package city.planofrecord.notice.posting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.junit.jupiter.api.Test;

import city.planofrecord.notice.testing.PostedNotices;

class PostedDocumentTest {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    @Test
    void namesAreSortedAndNothingIsWrittenThatSaysNothing() throws JsonProcessingException {
        assertThat(canonical("{ \"b\": [ 1, { } , \"x\\u00e9\\n\" ], \"a\": { \"z\": null, \"y\": true } }"))
                .isEqualTo("{\"a\":{\"y\":true},\"b\":[1,{},\"x\u00e9\\n\"]}");
    }

    @Test
    void theOrderInWhichSomethingWasSentDoesNotMatter() throws JsonProcessingException {
        assertThat(canonical("{\"a\":1,\"B\":2,\"aa\":[]}")).isEqualTo(canonical("{\"aa\":[],\"B\":2,\"a\":1}"));
    }

    @Test
    void theHashIsThatOfWhatWasSaidInThatEdition() {
        var draft = PostedNotices.draft().draft();
        var document = PostedDocument.of(draft, 1, JSON);

        assertThat(document.text())
                .startsWith("{\"attachments\":[],\"comments\":{")
                .contains("\"edition\":1")
                .doesNotContain("findings", "sources");
        assertThat(document.sha256()).matches("[0-9a-f]{64}");
        assertThat(PostedDocument.of(draft, 1, JSON)).isEqualTo(document);
        assertThat(PostedDocument.of(draft, 2, JSON).sha256()).isNotEqualTo(document.sha256());
    }

    private static String canonical(String text) throws JsonProcessingException {
        return CanonicalJson.of(JSON.readTree(text));
    }
}
