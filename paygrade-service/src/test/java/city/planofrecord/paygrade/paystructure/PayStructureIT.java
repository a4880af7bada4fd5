package city.planofrecord.paygrade.paystructure;

import static city.planofrecord.paygrade.testing.Opening.BY;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.paygrade.testing.Classes;
import city.planofrecord.paygrade.testing.Opening;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "paygrade"))
class PayStructureIT {

    private static ValidatableResponse of(String schedule, String asOf) {
        return given().queryParam("schedule", schedule)
                .queryParam("asOf", asOf)
                .get("/pay-structure")
                .then();
    }

    private static String path(String grade, String field) {
        return "schedules[0].grades.find { it.grade == '" + grade + "' }." + field;
    }

    @Test
    void thePlanOf1341HasTheSpreadsAndProgressionsThatItIsSaidToHave() {
        Opening.load();

        of("S", "2011-04-09")
                .statusCode(200)
                .body("schedules[0].usual[0].spreadPercent", equalTo("45.97"))
                .body("schedules[0].usual[0].progressionPercent", equalTo("4.56"))
                .body("schedules[0].standOut", hasSize(0))
                .body("schedules[0].gradesWithoutRange", contains("807-S"));
        for (var grade : List.of("612-S", "613-S", "614-S", "615-S")) {
            String spread = of("S", "2011-04-09").extract().path(path(grade, "spreadPercent"));
            assertThat(Double.parseDouble(spread)).isBetween(45.9, 46.1);
        }

        var a = of("A", "2011-04-09").statusCode(200);
        for (var grade : List.of("806-A", "809-A", "811-A", "813-A")) {
            String spread = a.extract().path(path(grade, "spreadPercent"));
            assertThat(Double.parseDouble(spread)).isBetween(59.4, 59.6);
        }
        for (var grade : List.of("809-A", "811-A", "813-A")) {
            String growth = a.extract().path(path(grade, "progression.percent"));
            assertThat(Double.parseDouble(growth)).isBetween(6.85, 6.95);
        }
        a.body(path("809-A", "progression.from"), equalTo("806-A"))
                .body(path("809-A", "progression.numbers"), equalTo(3))
                .body(path("613-A", "spreadPercent"), equalTo("45.97"))
                .body(path("613-A", "marks"), hasItem("SPREAD_STANDS_OUT"))
                .body(path("806-A", "marks"), hasItem("PROGRESSION_STANDS_OUT"))
                .body("schedules[0].standOut", hasSize(2));
    }

    @Test
    void gradesWithoutAClassAndClassesWithoutAGradeAreNamed() {
        Opening.schedule("SA");
        Opening.grade("101-SA", "2010-01-01", "100.00", "200.00");
        Opening.grade("102-SA", "2010-01-01", "110.00", "220.00");
        Classes.known("SA1001");
        Classes.known("SA1002");
        Classes.known("SA1003", "2012-01-01");
        given().contentType("application/json")
                .body("{\"jobCode\": \"SA1001\", \"grade\": \"101-SA\", \"effectiveFrom\": \"2011-01-01\", %s}"
                        .formatted(BY))
                .post("/grade-assignments")
                .then()
                .statusCode(201);

        of("SA", "2011-06-01")
                .statusCode(200)
                .body(path("101-SA", "classes"), equalTo(1))
                .body("schedules[0].gradesWithoutClass", contains("102-SA"))
                .body("classesWithoutGrade", nullValue());
        of("SA", "2010-06-01").body("schedules[0].gradesWithoutClass", contains("101-SA", "102-SA"));
        given().get("/pay-structure?asOf=2011-06-01")
                .then()
                .statusCode(200)
                .body("classesWithoutGrade.jobCode", hasItem("SA1002"))
                .body("classesWithoutGrade.jobCode", not(hasItem("SA1001")))
                .body("classesWithoutGrade.jobCode", not(hasItem("SA1003")))
                .body("schedules.schedule", hasItem("SA"))
                .body("figures", hasItem(containsString("percentage points")));
    }

    @Test
    void aScheduleOfBothBasesIsSaidToBeMixedAndHasMediansForEach() {
        Opening.schedule("SB");
        Opening.grade("101-SB", "2010-01-01", "30000.00", "45000.00");
        given().contentType("application/json")
                .body(Opening.gradeBody("102-SB", "2010-01-01", "12.50", "25.00")
                        .replace("\"maximum\"", "\"basis\": \"HOURLY\", \"maximum\""))
                .post("/pay-grades")
                .then()
                .statusCode(201);
        Opening.grade("103-SB", "2010-01-01", "33075.00", "49612.50");

        of("SB", "2011-01-01")
                .body("schedules[0].mixed", equalTo(true))
                .body("schedules[0].usual.basis", contains("ANNUAL", "HOURLY"))
                .body(path("102-SB", "progression"), nullValue())
                .body(path("103-SB", "progression.from"), equalTo("101-SB"))
                .body(path("103-SB", "progression.percent"), equalTo("5.00"))
                .body(path("101-SB", "overlap.with"), equalTo("103-SB"))
                .body(path("101-SB", "overlap.percent"), equalTo("79.50"));
    }

    @Test
    void aGradeBelowALowerNumberIsShownAsAnInversion() {
        Opening.schedule("SC");
        Opening.grade("101-SC", "2010-01-01", "100.00", "200.00");
        Opening.grade("102-SC", "2010-01-01", "90.00", "190.00");

        of("SC", "2011-01-01")
                .body("schedules[0].inversions.grade", contains("102-SC"))
                .body("schedules[0].inversions[0].above", equalTo("101-SC"))
                .body("schedules[0].inversions[0].aboveMidpoint", equalTo("150.00"));
    }

    @Test
    void theStructureOfAnEarlierBeliefStaysTheSame() {
        Opening.schedule("SD");
        Opening.grade("101-SD", "2010-01-01", "100.00", "200.00");
        String before = given().get("/pay-grades/101-SD").path("recordedAt");
        given().contentType("application/json")
                .header("If-Match", given().get("/pay-grades/101-SD").header("ETag"))
                .body("""
                        {"effectiveFrom": "2010-01-01", "set": {"range": {"minimum": "100.00", "maximum": "150.00"}}, %s}""".formatted(BY))
                .post("/pay-grades/101-SD/corrections")
                .then()
                .statusCode(200);

        of("SD", "2011-01-01").body(path("101-SD", "spreadPercent"), equalTo("50.00"));
        RealServers.current().untilSettled();
        given().get("/pay-structure?schedule=SD&asOf=2011-01-01&knownAt=" + before)
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("immutable"))
                .body(path("101-SD", "spreadPercent"), equalTo("100.00"))
                .body("knownAt", notNullValue());
    }

    @Test
    void aScheduleThatIsNotInEffectSaysWhen() {
        Opening.schedule("SE");
        of("SE", "2001-01-01").statusCode(404).body("type", equalTo("/problems/not-in-effect"));
        of("QQ", "2011-01-01").statusCode(404).body("detail", containsString("'QQ'"));
        given().get("/pay-structure?schedul=S").then().statusCode(400);
    }
}
