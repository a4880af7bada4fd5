package city.planofrecord.paygrade.classpay;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.paygrade.testing.Classes;
import city.planofrecord.paygrade.testing.Opening;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "paygrade"))
class NextChangesIT {

    private static void act(String path, String verb, String body) {
        given().contentType("application/json")
                .header("If-Match", given().get(path + "/timeline").header("ETag"))
                .body("{" + body + ", " + Opening.BY + "}")
                .post(path + "/" + verb)
                .then()
                .statusCode(lessThan(300));
    }

    private static void next(String address, String item, String date, String href) {
        given().get(address)
                .then()
                .statusCode(200)
                .body(item + "nextChange.date", equalTo(date))
                .body(item + "nextChange.href", equalTo(href));
    }

    @Test
    void everyDatedReadOfAThingNamesTheNextChangeAsItWasKnown() {
        Opening.schedule("NA");
        Opening.grade("101-NA", "2010-01-01", "1.00", "2.00");
        Opening.grade("102-NA", "2010-01-01", "1.00", "2.00");
        Classes.known("NA1001");
        given().contentType("application/json")
                .body("{\"jobCode\": \"NA1001\", \"grade\": \"101-NA\", \"effectiveFrom\": \"2010-01-01\", "
                        + Opening.BY + "}")
                .post("/grade-assignments")
                .then()
                .statusCode(201);
        var before = PayHistory.settled();
        act("/pay-schedules/NA", "amendments", "\"effectiveFrom\": \"2150-01-01\", \"set\": {\"name\": \"New\"}");
        act("/pay-grades/101-NA", "amendments", "\"effectiveFrom\": \"2151-01-01\", \"set\": {\"range\": null}");
        act(
                "/grade-assignments/NA1001",
                "amendments",
                "\"effectiveFrom\": \"2152-01-01\", \"set\": {\"grade\": \"102-NA\"}");

        next("/pay-schedules/NA", "", "2150-01-01", "/pay-schedules/NA?asOf=2150-01-01");
        next(
                "/pay-schedules?limit=500",
                "items.find { it.schedule == 'NA' }.",
                "2150-01-01",
                "/pay-schedules/NA?asOf=2150-01-01");
        next("/pay-grades/101-NA", "", "2151-01-01", "/pay-grades/101-NA?asOf=2151-01-01");
        next("/pay-grades?schedule=NA", "items[0].", "2151-01-01", "/pay-grades/101-NA?asOf=2151-01-01");
        next("/grade-assignments/NA1001", "", "2152-01-01", "/grade-assignments/NA1001?asOf=2152-01-01");
        next(
                "/grade-assignments?jobCode=NA1001",
                "items[0].",
                "2152-01-01",
                "/grade-assignments/NA1001?asOf=2152-01-01");
        next("/class-pay/NA1001", "", "2151-01-01", "/class-pay/NA1001?asOf=2151-01-01");
        for (var address :
                List.of("/pay-schedules/NA", "/pay-grades/101-NA", "/grade-assignments/NA1001", "/class-pay/NA1001")) {
            given().get(address + "?knownAt=" + before).then().statusCode(200).body("nextChange", nullValue());
        }
        given().get("/pay-grades?schedule=NA&knownAt=" + before).then().body("items[0].nextChange", nullValue());
        given().get("/pay-grades/101-NA/timeline?knownAt=" + before).then().body("timeline.size()", equalTo(1));
    }

    @Test
    void whatIsNotInEffectNamesWhenItBeginsAndNoPastDate() {
        Opening.schedule("NB");
        Opening.grade("101-NB", "2149-01-01", "1.00", "2.00");
        Opening.grade("102-NB", "2010-01-01", "1.00", "2.00");
        act("/pay-grades/102-NB", "abolishment", "\"effectiveFrom\": \"2012-01-01\"");

        given().get("/pay-grades?schedule=NB&inEffect=false")
                .then()
                .body("items.grade", equalTo(List.of("101-NB", "102-NB")))
                .body("items[0].nextChange.date", equalTo("2149-01-01"))
                .body("items[0].nextChange.href", containsString("asOf=2149-01-01"))
                .body("items[1].nextChange", nullValue());
    }
}
