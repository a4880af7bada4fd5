package city.planofrecord.notice.noticedocument;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;

class NoticeDraftJsonTest {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .findAndAddModules()
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .build();

    private final ParsedNotice parsed = SampleNotice.parse(SampleNotice.text());

    @Test
    void anItemIsWrittenAsClientsRelyOnIt() throws JsonProcessingException {
        var item = json(parsed.notice().items().get(3));

        assertThat(item).isEqualTo(JSON.readTree("""
                { "item": 4, "kind": "REVISE", "changes": ["RECODE", "RETITLE", "REGRADE"],
                  "present": { "jobCode": "LB1004", "title": "Records Helper", "grade": "612-C",
                    "range": { "minimum": "31000.00", "maximum": "45500.00", "currency": "USD", "basis": "ANNUAL" } },
                  "proposed": { "jobCode": "AR2004", "title": "Records Assistant", "grade": "613-A",
                    "range": { "minimum": "33250.00", "maximum": "49875.00", "currency": "USD", "basis": "ANNUAL" } } }
                """));
    }

    @Test
    void whatTheNoticeDoesNotPrintIsAbsent() throws JsonProcessingException {
        assertThat(json(parsed.notice().items().get(7))).isEqualTo(JSON.readTree("""
                { "item": 8, "kind": "ABOLISH", "changes": [],
                  "present": { "jobCode": "LB1006", "title": "Microfilm Operator", "grade": "610-C" } }
                """));
    }

    @Test
    void deadlinesBearTheOffsetOfTheCity() throws JsonProcessingException {
        var notice = json(parsed.notice());

        assertThat(notice.at("/date").asText()).isEqualTo("2015-03-02");
        assertThat(notice.at("/hearing/at").asText()).isEqualTo("2015-03-26T17:30:00-06:00");
        assertThat(notice.at("/comments/until").asText()).isEqualTo("2015-03-25T08:00:00-06:00");
        assertThat(notice.at("/speakers/contact/phone").asText()).isEqualTo("(555) 010-0199");
    }

    @Test
    void aFindingIsWrittenAsClientsRelyOnIt() throws JsonProcessingException {
        var finding = json(
                new Finding(Severity.INFO, FindingCode.TORN_COLUMNS_MATCHED, "Check that.", new Lines(37, 47), null));

        assertThat(finding).isEqualTo(JSON.readTree("""
                { "severity": "INFO", "code": "TORN_COLUMNS_MATCHED", "message": "Check that.",
                  "lines": { "from": 37, "to": 47 } }
                """));
    }

    @Test
    void aDraftIsReadBackAsItWasWritten() throws JsonProcessingException {
        var notice = parsed.notice();

        assertThat(JSON.readValue(JSON.writeValueAsString(notice), NoticeDraft.class))
                .isEqualTo(notice);
    }

    private static JsonNode json(Object value) throws JsonProcessingException {
        return JSON.readTree(JSON.writeValueAsString(value));
    }
}
