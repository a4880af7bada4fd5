package city.planofrecord.classification;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;

import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.chassis.testing.hostile.FuzzedRequests;
import city.planofrecord.chassis.testing.hostile.FuzzedService;
import city.planofrecord.chassis.testing.hostile.KnownThings;
import city.planofrecord.classification.testing.ClassActs;

/** Every operation, with something hostile in each of its places. */
@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "classification"))
class FuzzedRequestsIT extends FuzzedService {

    @Override
    protected FuzzedRequests fuzzed() {
        var code = ClassActs.code();
        ClassActs.established(code, "Clerk", "2010-01-01", "");
        var act = given().get("/job-classes/" + code + "/timeline")
                .then()
                .extract()
                .<String>path("acts[0].id");
        var on = "{\"effectiveFrom\": \"2031-01-01\", " + ClassActs.BY;
        var known = new KnownThings()
                .value("jobCode", code)
                .value("POST /job-classes", "jobCode", ClassActs::code)
                .body(
                        "POST /job-classes",
                        () -> on + ", \"title\": \"Clerk\", \"jobCode\": \"" + ClassActs.code() + "\"}")
                .body("POST /job-classes/{jobCode}/amendments", () -> on + ", \"set\": {\"title\": \"Porter\"}}")
                .body("POST /job-classes/{jobCode}/corrections", () -> on + ", \"set\": {\"title\": \"Porter\"}}")
                .body("POST /job-classes/{jobCode}/abolishment", () -> on.replace("2031", "2199") + "}")
                .body(
                        "POST /job-classes/{jobCode}/cancellations",
                        () -> "{\"act\": \"" + act + "\", " + ClassActs.BY + "}")
                .openFields(
                        "/job-classes",
                        "jobCode",
                        "title",
                        "occupationalGroup",
                        "series",
                        "flsaStatus",
                        "flsaExemption",
                        "eeo4Category",
                        "socCode",
                        "specification",
                        "inPlaceOf",
                        "into");
        return new FuzzedRequests(
                given().queryParam("format", "json").get("/q/openapi").asString(), known);
    }
}
