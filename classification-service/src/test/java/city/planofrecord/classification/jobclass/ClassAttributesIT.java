package city.planofrecord.classification.jobclass;

import static city.planofrecord.classification.testing.ClassActs.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.list;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.*;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.RealServers;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "classification"))
class ClassAttributesIT {

    private static final String CODED = """
            , "flsaStatus": "EXEMPT", "flsaExemption": "COMPUTER",
            "eeo4Category": {"code": "2", "scheme": "EEO-4", "version": "2023"},
            "socCode": {"code": "15-1252", "scheme": "SOC", "version": "2018"}""";

    @Test
    void aClassSaysOnWhatItsExemptionRestsAndWhatOtherSchemesCallIt() {
        var code = code();
        established(code, "Developer", "2005-12-01", CODED);
        amend(code, "2011-04-10", """
                {"socCode": {"code": "15-1132", "scheme": "SOC", "version": "2010"}}""").statusCode(200);

        on(code, "2011-04-09")
                .body("flsaExemption", is("COMPUTER"), "eeo4Category.code", is("2"), "eeo4Category.scheme", is("EEO-4"))
                .body("socCode.code", is("15-1252"), "socCode.version", is("2018"));
        on(code, "2011-04-10").body("socCode.code", is("15-1132"), "socCode.version", is("2010"));
    }

    @Test
    void aCodeThatItsSchemeCannotHaveIsRefusedByField() {
        establish(code(), "Clerk", "2005-12-01", """
                , "eeo4Category": {"code": "9", "scheme": "EEO-4", "version": "2023"}""")
                .statusCode(422)
                .body("violations[0].pointer", is("/eeo4Category/code"), "violations[0].found", is("9"));
        establish(code(), "Clerk", "2005-12-01", """
                , "socCode": {"code": "434051", "scheme": "ISCO", "version": "2018"}""")
                .statusCode(422)
                .body("violations.pointer", contains("/socCode/code", "/socCode/scheme"));
        establish(code(), "Clerk", "2005-12-01", ", \"socCode\": {\"code\": \"43-4051\", \"scheme\": \"SOC\"}")
                .statusCode(422)
                .body("violations[0].pointer", is("/socCode/version"));
        establish(code(), "Clerk", "2005-12-01", ", \"flsaExemption\": \"TIRED\"")
                .statusCode(400)
                .body("violations[0].pointer", is("/flsaExemption"));
    }

    @Test
    void onlyAnExemptClassHasAnExemption() {
        establish(code(), "Clerk", "2005-12-01", ", \"flsaExemption\": \"EXECUTIVE\"")
                .statusCode(422)
                .body("violations[0].pointer", is("/flsaExemption"));
        var code = code();
        established(code, "Developer", "2005-12-01", CODED);
        amend(code, "2011-04-10", "{\"flsaStatus\": \"NON_EXEMPT\"}")
                .statusCode(422)
                .body("violations[0].pointer", is("/set/flsaExemption"));
        amend(code, "2011-04-10", "{\"flsaStatus\": \"NON_EXEMPT\", \"flsaExemption\": null}")
                .statusCode(200)
                .body("flsaExemption", nullValue());
    }

    @Test
    void whatALaterActAssumesCannotBeTakenFromUnderIt() {
        var code = code();
        established(code, "Developer", "2005-12-01", ", \"flsaStatus\": \"EXEMPT\"");
        amend(code, "2015-01-01", "{\"flsaExemption\": \"COMPUTER\"}").statusCode(200);

        amend(code, "2011-04-10", "{\"flsaStatus\": \"NON_EXEMPT\"}")
                .statusCode(422)
                .body("violations[0].pointer", is("/set/flsaExemption"), "detail", containsString("2015-01-01"));
    }

    @Test
    void nullTakesAnOptionalFieldAwayAndIsRefusedForARequiredOne() {
        var code = code();
        established(code, "Developer", "2005-12-01", CODED + ", \"series\": \"Systems\"");
        amend(code, "2011-04-10", "{\"series\": null, \"socCode\": null}").statusCode(200);

        on(code, "2011-04-09").body("series", is("Systems"));
        on(code, "2011-04-10").body("$", not(anyOf(hasKey("series"), hasKey("socCode"))));
        amend(code, "2011-04-11", "{\"title\": null}").statusCode(422).body("violations[0].pointer", is("/set/title"));
        amend(code, "2011-04-11", "{\"jobCode\": null}")
                .statusCode(422)
                .body("violations[0].pointer", is("/set/jobCode"));
    }

    @Test
    void whatIsToldBearsTheCodes() {
        var code = code();
        established(code, "Developer", "2005-12-01", CODED);
        await().untilAsserted(() -> assertThat(changes(code))
                .filteredOn(change -> change.get("type").toString().endsWith("changed.v1"))
                .singleElement()
                .extracting("data.periods")
                .asInstanceOf(list(Map.class))
                .first()
                .extracting("after.socCode.code")
                .isEqualTo("15-1252"));
    }
}
