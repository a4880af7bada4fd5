package city.planofrecord.paygrade.paytable;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import java.nio.charset.StandardCharsets;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.paygrade.testing.Opening;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "paygrade"))
class PayTableImportIT {

    @BeforeEach
    void schedule() {
        Opening.schedule("T");
    }

    private static ValidatableResponse load(String csv, boolean dryRun) {
        return given().contentType("text/csv")
                .queryParam("authority", "ORDINANCE")
                .queryParam("citation", "Ordinance 12")
                .queryParam("decidedOn", "2009-12-01")
                .queryParam("reason", "A test")
                .queryParam("dryRun", dryRun)
                .body(csv.getBytes(StandardCharsets.UTF_8))
                .post("/pay-table-imports")
                .then();
    }

    @Test
    void columnsComeInAnyOrderAndMoneyAsPeopleWriteIt() {
        var csv = """
                \uFEFFMax,Min,Pay grade,Effective date,Basis
                "$49,038","$33,597",301-T,10/17/2010,Annual
                50000.5,34000,T-301,2011-10-16,
                26.25,12.50,302-T,2010-10-17,Hourly
                """;

        load(csv, true).statusCode(200).body("established", equalTo(2)).body("amended", equalTo(1));
        given().get("/pay-grades/301-T").then().statusCode(404);

        load(csv, false)
                .statusCode(201)
                .body("grades", equalTo(2))
                .body("established", equalTo(2))
                .body("amended", equalTo(1))
                .body("rows", equalTo(3));
        given().get("/pay-grades/301-T?asOf=2011-10-15")
                .then()
                .body("range.minimum", equalTo("33597.00"))
                .body("authority.citation", equalTo("Ordinance 12"));
        given().get("/pay-grades/301-T").then().body("range.maximum", equalTo("50000.50"));
        given().get("/pay-grades/302-T").then().body("range.basis", equalTo("HOURLY"));
        load(csv, false).statusCode(200).body("established", equalTo(0)).body("amended", equalTo(0));
    }

    @Test
    void oneBadRowStoresNothingAndNamesTheCell() {
        load("""
                        Grade,Effective from,Minimum,Maximum
                        303-T,2010-10-17,100.00,200.00
                        304-T,2010-02-30,200.00,100.00
                        305-QQ,2010-10-17,1.001,2
                        306-QQ,2010-10-17,1,2
                        """, false)
                .statusCode(422)
                .body(
                        "violations.pointer",
                        hasItems("/rows/3/effectiveFrom", "/rows/3/maximum", "/rows/4/minimum", "/rows/5/grade"))
                .body("violations.find { it.pointer == '/rows/3/maximum' }.found", equalTo("100.00"))
                .body("violations.find { it.pointer == '/rows/3/maximum' }.expected", equalTo("at least 200.00"));
        given().get("/pay-grades/303-T").then().statusCode(404);
    }

    @Test
    void aColumnThatIsUnknownOrMissingIsNamed() {
        load("Grade,Effective from,Minimum,Colour\n", false)
                .statusCode(422)
                .body("violations.pointer", hasItems("/rows/1/Colour", "/rows/1/maximum"));
    }

    @Test
    void anImportNeedsAuthorityCitationAndReason() {
        given().contentType("text/csv")
                .body("Grade".getBytes(StandardCharsets.UTF_8))
                .post("/pay-table-imports")
                .then()
                .statusCode(400)
                .body("violations", hasSize(3));
        given().contentType("text/csv")
                .body("Grade".getBytes(StandardCharsets.UTF_8))
                .post("/pay-table-imports?authority=WHIM")
                .then()
                .statusCode(400)
                .body("violations[0].parameter", equalTo("authority"));
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        given().contentType("text/csv")
                .body(new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1})
                .post("/pay-table-imports?authority=OPENING&citation=a&reason=b")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/unreadable-document"));
    }

    @Test
    void aBodyOfAnotherKindIsRefused() {
        given().contentType("application/json")
                .body("{}")
                .post("/pay-table-imports?authority=OPENING&citation=a&reason=b")
                .then()
                .statusCode(415);
    }
}
