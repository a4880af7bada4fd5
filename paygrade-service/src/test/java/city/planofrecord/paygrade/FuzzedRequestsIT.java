package city.planofrecord.paygrade;

import static city.planofrecord.paygrade.testing.Opening.BY;
import static io.restassured.RestAssured.given;

import java.util.concurrent.atomic.AtomicInteger;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;

import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.chassis.testing.hostile.FuzzedRequests;
import city.planofrecord.chassis.testing.hostile.FuzzedService;
import city.planofrecord.chassis.testing.hostile.KnownThings;
import city.planofrecord.paygrade.testing.Classes;
import city.planofrecord.paygrade.testing.Opening;

/** Every operation, with something hostile in each of its places. */
@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "paygrade"))
class FuzzedRequestsIT extends FuzzedService {

    private static final AtomicInteger NEXT_GRADE = new AtomicInteger(200);
    private static final String ON = "{\"effectiveFrom\": \"2031-01-05\", " + BY;

    @BeforeEach
    void plan() {
        if (given().get("/grade-assignments/FZ1001").statusCode() == 404) {
            Opening.schedule("FZ");
            Opening.grade("101-FZ", "2010-01-01", "100.00", "200.00");
            Opening.grade("102-FZ", "2010-01-01", "110.00", "220.00");
            Classes.known("FZ1001");
            given().contentType("application/json")
                    .body("{\"jobCode\": \"FZ1001\", \"grade\": \"101-FZ\", \"effectiveFrom\": \"2010-01-01\", %s}"
                            .formatted(BY))
                    .post("/grade-assignments")
                    .then()
                    .statusCode(201);
        }
    }

    private static KnownThings things() {
        var known = new KnownThings()
                .value("jobCode", "FZ1001")
                .value("grade", "101-FZ")
                .value("schedule", "FZ")
                .value("act", "01a20204-fe0a-71d2-b4e0-3d271d436ef0")
                .query("POST /pay-table-imports", "authority=OPENING&citation=Printed&reason=Opening&dryRun=true")
                .document(
                        "POST /pay-table-imports",
                        "text/csv",
                        "Grade,Effective from,Minimum,Maximum\n101-FZ,2032-01-04,1.00,2.00\n")
                .body("POST /pay-schedules", () -> ON + ", \"schedule\": \"FY\", \"name\": \"Another\"}")
                .body(
                        "POST /pay-grades",
                        () -> Opening.gradeBody(NEXT_GRADE.incrementAndGet() + "-FZ", "2031-01-05", "1.00", "2.00"))
                .body("POST /grade-assignments", () -> ON + ", \"jobCode\": \"FZ1001\", \"grade\": \"102-FZ\"}")
                .body("POST /range-adjustments", () -> ON + ", \"schedule\": \"FZ\", \"percent\": \"0.01\"}")
                .openFields("/pay-schedules", "name", "schedule", "notation")
                .openFields("/pay-grades", "grade", "range", "range/minimum", "range/currency", "schedule")
                .openFields("/grade-assignments", "grade");
        set(known, "/pay-schedules/{schedule}", "{\"name\": \"Renamed\"}");
        set(known, "/pay-grades/{grade}", "{\"range\": {\"minimum\": \"1.00\", \"maximum\": \"2.00\"}}");
        set(known, "/grade-assignments/{jobCode}", "{\"grade\": \"102-FZ\"}");
        return known;
    }

    private static void set(KnownThings known, String thing, String set) {
        known.body("POST " + thing + "/amendments", () -> ON + ", \"set\": " + set + "}")
                .body("POST " + thing + "/corrections", () -> ON + ", \"set\": " + set + "}")
                .body("POST " + thing + "/abolishment", () -> ON.replace("2031", "2199") + "}");
    }

    @Override
    protected FuzzedRequests fuzzed() {
        return new FuzzedRequests(
                given().queryParam("format", "json").get("/q/openapi").asString(), things());
    }
}
