package city.planofrecord.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Payroll's answers in a city whose Council enacts everything before, but for regrades that the director approves. */
class CouncilIT {

    private static final String DIRECTOR = "Director of Human Resources";

    @TempDir
    static Path folder;

    private static WholeSystem system;
    private static CityHall cityHall;

    @BeforeAll
    static void begin() throws IOException {
        var rules = folder.resolve("rules.json");
        Files.writeString(rules, """
                { "rules": [
                  { "rule": "POSTING_PERIOD", "calendarDays": 13, "citation": "Posting rule" },
                  { "rule": "SPEAKER_REQUESTS_CLOSE", "citation": "Speakers rule" },
                  { "rule": "COMMENTS_CLOSE", "citation": "Comments rule" },
                  { "rule": "FIRST_WORK_WEEK", "workWeekBegins": "SUNDAY", "citation": "Work week rule" },
                  { "rule": "ENACTMENT", "mode": "BEFORE", "citation": "Charter" },
                  { "rule": "PROVISIONAL_APPROVAL", "bodies": ["%s"], "changes": ["RETITLE", "REGRADE"],
                    "citation": "Rule of small changes" } ] }
                """.formatted(DIRECTOR));
        system = WholeSystem.underRules("council", rules);
        cityHall = new CityHall(system.city());
    }

    @AfterAll
    static void end() {
        system.stop();
    }

    @Test
    void whatTheCouncilMustEnactIsPaidFromTheEnactmentOn() {
        cityHall.has("CO0001");
        cityHall.posts("CO-1", CityHall.regraded("CO0001", "Class CO0001"));
        cityHall.approves("CO-1");
        assertThat(grade("CO0001", "2011-05-08")).isEqualTo(CityHall.GRADE);

        enact("Ordinance 207 of 2011", "CO-1", null);

        cityHall.awaitApplied("CO-1");
        await().atMost(WholeSystem.PATIENCE)
                .untilAsserted(() -> assertThat(grade("CO0001", "2011-05-08")).isEqualTo(CityHall.NEXT_GRADE));
        assertThat(grade("CO0001", "2011-05-07")).isEqualTo(CityHall.GRADE);
    }

    @Test
    void whatWasApprovedProvisionallyIsPaidUntilTheCouncilRefuses() {
        cityHall.has("CO0002");
        cityHall.posts("CO-2", CityHall.regraded("CO0002", "Provisional class"));
        var decision = JsonNodeFactory.instance
                .objectNode()
                .put("decidedOn", "2011-04-07")
                .put("body", DIRECTOR)
                .put("outcome", "APPROVED");
        CityHall.assertGood(system.city().notices().clerk().post("/notices/CO-2/decision", decision));
        cityHall.awaitApplied("CO-2");
        await().atMost(WholeSystem.PATIENCE)
                .untilAsserted(() -> assertThat(grade("CO0002", "2011-05-03")).isEqualTo(CityHall.NEXT_GRADE));

        enact("Council Bill 11-0345", "CO-2", "The appropriation is missing.");

        await().atMost(WholeSystem.PATIENCE)
                .untilAsserted(() -> assertThat(grade("CO0002", "2011-05-03")).isEqualTo(CityHall.GRADE));
        assertThat(grade("CO0002", "2011-05-02")).isEqualTo(CityHall.NEXT_GRADE);
        assertThat(grade("CO0002", CityHall.EFFECTIVE)).isEqualTo(CityHall.NEXT_GRADE);
        assertThat(grade("CO0002", CityHall.BEFORE)).isEqualTo(CityHall.GRADE);
        await().atMost(WholeSystem.PATIENCE)
                .untilAsserted(() -> assertThat(cityHall.jobClass("CO0002", "2011-05-03")
                                .body()
                                .path("title")
                                .asText())
                        .isEqualTo("Class CO0002"));
        assertThat(cityHall.jobClass("CO0002", "2011-05-02")
                        .body()
                        .path("title")
                        .asText())
                .isEqualTo("Provisional class");
    }

    /** @param refusal the reason, null where the Council enacts */
    private static void enact(String ordinance, String number, String refusal) {
        ObjectNode enactment = JsonNodeFactory.instance
                .objectNode()
                .put("ordinance", ordinance)
                .put("enactedOn", "2011-05-03");
        enactment.putArray("notices").add(number);
        if (refusal != null) {
            enactment.put("outcome", "REFUSED").put("reason", refusal);
        }
        CityHall.assertGood(system.city().notices().clerk().post("/enactments", enactment));
    }

    private static String grade(String jobCode, String day) {
        return cityHall.classPay(jobCode, day).body().path("grade").asText();
    }
}
