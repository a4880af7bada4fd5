package city.planofrecord.paygrade.noticebatch;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import java.util.UUID;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import city.planofrecord.chassis.testing.Events;
import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.paygrade.testing.Classes;
import city.planofrecord.paygrade.testing.Opening;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "paygrade"))
class Notice1341IT {

    private static final String DAY = "2011-04-10";
    private static final List<String> BEGUN = List.of("CS2435", "CA2433", "CA2436");
    private static boolean applied;

    @BeforeAll
    static void begin() {
        applied = false;
    }

    private static UUID grade(String grade) {
        return UUID.fromString(given().get("/pay-grades/" + grade).path("id"));
    }

    @BeforeEach
    void apply() {
        if (applied) {
            return;
        }
        Opening.load();
        var offer = Offers.notice("1341", DAY)
                .retitle(Classes.id("CS2154"), "CS2154", "311 Customer Service Agent")
                .retitle(Classes.id("CS2374"), "CS2374", "311 Customer Service Specialist")
                .regrade(Classes.id("CS2155"), "CS2155", grade("615-S"), "615-S")
                .recode(Classes.id("CC2158"), "CC2158", "CA2434", "311 Operations Assistant", grade("613-A"), "613-A")
                .regrade(Classes.id("CA2157"), "CA2157", grade("809-A"), "809-A")
                .establish(Classes.id("CS2435"), "CS2435", "DHS Customer Service Agent", grade("613-S"), "613-S")
                .establish(Classes.id("CA2433"), "CA2433", "Contact Center Operations Manager", grade("809-A"), "809-A")
                .establish(Classes.id("CA2436"), "CA2436", "Contact Center Director", grade("813-A"), "813-A")
                .abolish(Classes.id("CS2156"), "CS2156");
        Events.tell("notices", "1341", "notice.decided.v1", offer.data());
        Events.tell("notices", "1341", "notice.confirmed.v1", offer.step());
        tellClasses();
        for (var begun : BEGUN) {
            await().until(() ->
                    given().get("/class-pay/" + begun + "?asOf=" + DAY).statusCode() == 200);
        }
        applied = true;
    }

    private static void tellClasses() {
        Classes.state(Classes.id("CC2158"), 2)
                .row("2005-12-01", DAY, "CC2158", "3-1-1 Operations Support Assistant")
                .row(DAY, "", "CA2434", "311 Operations Assistant")
                .tell();
        Classes.state(Classes.id("CS2156"), 2)
                .row("2005-12-01", DAY, "CS2156", "3-1-1 Customer Service Operations Supervisor")
                .tell();
        for (var begun : BEGUN) {
            Classes.state(Classes.id(begun), 1)
                    .row(DAY, "", begun, "A class that begins")
                    .tell();
        }
        Classes.awaitKnown("CA2434");
        await().until(() ->
                given().get("/class-pay/CS2156?asOf=" + DAY).asString().contains("CS2156 was abolished"));
    }

    @ParameterizedTest
    @CsvSource({
        "CS2154, 612-S, 612-S, 30729.00, 44855.00",
        "CS2374, 613-S, 613-S, 32130.00, 46904.00",
        "CS2155, 614-S, 615-S, 35124.00, 51268.00",
        "CC2158, 612-C, 613-A, 35912.00, 52419.00",
        "CA2434, 612-C, 613-A, 35912.00, 52419.00",
        "CA2157, 806-A, 809-A, 52419.00, 83640.00",
    })
    void aClassOfTheNoticeIsPaidOneGradeTheDayBeforeAndAnotherOnTheDay(
            String jobCode, String before, String after, String minimum, String maximum) {
        given().get("/class-pay/" + jobCode + "?asOf=2011-04-09").then().body("grade", equalTo(before));
        given().get("/class-pay/" + jobCode + "?asOf=" + DAY)
                .then()
                .body("grade", equalTo(after))
                .body("range.minimum", equalTo(minimum))
                .body("range.maximum", equalTo(maximum));
    }

    @ParameterizedTest
    @CsvSource({
        "CS2435, 613-S, 32130.00, 46904.00",
        "CA2433, 809-A, 52419.00, 83640.00",
        "CA2436, 813-A, 68454.00, 109238.00",
    })
    void aNewClassIsPaidFromTheDayOn(String jobCode, String grade, String minimum, String maximum) {
        given().get("/class-pay/" + jobCode + "?asOf=2011-04-09")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/not-in-effect"))
                .body("detail", containsString(DAY));
        given().get("/class-pay/" + jobCode + "?asOf=" + DAY)
                .then()
                .body("grade", equalTo(grade))
                .body("range.minimum", equalTo(minimum))
                .body("range.maximum", equalTo(maximum))
                .body("because.assignment.authority.notice", equalTo("1341"));
    }

    @Test
    void theAbolishedClassIsPaidNoMoreAndSaysUntilWhenItWas() {
        given().get("/class-pay/CS2156?asOf=2011-04-09").then().statusCode(200).body("grade", equalTo("807-S"));
        given().get("/class-pay/CS2156?asOf=" + DAY)
                .then()
                .statusCode(404)
                .body("detail", equalTo("CS2156 was abolished on 2011-04-10. Ask with asOf on or before 2011-04-09."));
    }

    @Test
    void theFirstLoadRepeatedAfterTheNoticeStillChangesNothing() {
        Opening.assignments().statusCode(200).body("acts", equalTo(0));
        Opening.payTable().statusCode(200).body("amended", equalTo(0));
    }
}
