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
        Opening.schedule("XA");
        Opening.grade("101-XA", "2010-01-01", "1.00", "2.00");
        Opening.grade("102-XA", "2010-01-01", "1.00", "2.00");
        Classes.known("XA1001");
        given().contentType("application/json")
                .body("{\"jobCode\": \"XA1001\", \"grade\": \"101-XA\", \"effectiveFrom\": \"2010-01-01\", "
                        + Opening.BY + "}")
                .post("/grade-assignments")
                .then()
                .statusCode(201);
        var before = PayHistory.settled();
        act("/pay-schedules/XA", "amendments", "\"effectiveFrom\": \"2180-01-01\", \"set\": {\"name\": \"New\"}");
        act("/pay-grades/101-XA", "amendments", "\"effectiveFrom\": \"2181-01-01\", \"set\": {\"range\": null}");
        act(
                "/grade-assignments/XA1001",
                "amendments",
                "\"effectiveFrom\": \"2182-01-01\", \"set\": {\"grade\": \"102-XA\"}");

        next("/pay-schedules/XA", "", "2180-01-01", "/pay-schedules/XA?asOf=2180-01-01");
        next(
                "/pay-schedules?limit=500",
                "items.find { it.schedule == 'XA' }.",
                "2180-01-01",
                "/pay-schedules/XA?asOf=2180-01-01");
        next("/pay-grades/101-XA", "", "2181-01-01", "/pay-grades/101-XA?asOf=2181-01-01");
        next("/pay-grades?schedule=XA", "items[0].", "2181-01-01", "/pay-grades/101-XA?asOf=2181-01-01");
        next("/grade-assignments/XA1001", "", "2182-01-01", "/grade-assignments/XA1001?asOf=2182-01-01");
        next(
                "/grade-assignments?jobCode=XA1001",
                "items[0].",
                "2182-01-01",
                "/grade-assignments/XA1001?asOf=2182-01-01");
        next("/class-pay/XA1001", "", "2181-01-01", "/class-pay/XA1001?asOf=2181-01-01");
        for (var address :
                List.of("/pay-schedules/XA", "/pay-grades/101-XA", "/grade-assignments/XA1001", "/class-pay/XA1001")) {
            given().get(address + "?knownAt=" + before).then().statusCode(200).body("nextChange", nullValue());
        }
        given().get("/pay-grades?schedule=XA&knownAt=" + before).then().body("items[0].nextChange", nullValue());
        given().get("/pay-grades/101-XA/timeline?knownAt=" + before).then().body("timeline.size()", equalTo(1));
    }

    @Test
    void whatIsNotInEffectNamesWhenItBeginsAndNoPastDate() {
        Opening.schedule("XB");
        Opening.grade("101-XB", "2179-01-01", "1.00", "2.00");
        Opening.grade("102-XB", "2010-01-01", "1.00", "2.00");
        act("/pay-grades/102-XB", "abolishment", "\"effectiveFrom\": \"2012-01-01\"");

        given().get("/pay-grades?schedule=XB&inEffect=false")
                .then()
                .body("items.grade", equalTo(List.of("101-XB", "102-XB")))
                .body("items[0].nextChange.date", equalTo("2179-01-01"))
                .body("items[0].nextChange.href", containsString("asOf=2179-01-01"))
                .body("items[1].nextChange", nullValue());
    }
}
