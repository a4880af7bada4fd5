package city.planofrecord.notice;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.RealServers;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "notice"))
class ItemTableIT {

    private static final String TABLE = """
            item,kind,present job code,present title,proposed title,proposed job code,proposed grade
            1,REVISE,TT2154,Agent,'3-1-1 Agent,,
            2,ESTABLISH,,,Analyst,TT9433,A-809
            """;

    private static ValidatableResponse send(String type, String query, String body) {
        return RestAssured.given()
                .contentType(type)
                .urlEncodingEnabled(false)
                .body(body.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/notice-imports?" + query)
                .then();
    }

    @Test
    void aTableOfItemsBecomesADraft() {
        send("text/csv", "number=T1&dryRun=true", TABLE).statusCode(200).body("items", hasSize(2));
        RestAssured.get("/notices/T1").then().statusCode(404);

        send("text/csv; charset=utf-8", "number=T1&date=2011-03-23&hearingAt=2011-04-07T17:00:00-06:00", TABLE)
                .statusCode(201)
                .header("Location", endsWith("/notices/T1"))
                .body("status", equalTo("DRAFT"))
                .body("items[0].changes[0]", equalTo("RETITLE"))
                .body("items[0].proposed.title", equalTo("3-1-1 Agent"))
                .body("items[1].proposed.grade", equalTo("809-A"))
                .body("items[1]", not(hasKey("present")))
                .body("hearing.at", equalTo("2011-04-07T17:00:00-06:00"))
                .body("sources.'/items/1'.from", equalTo(3));
        send("text/csv", "number=T1", TABLE).statusCode(409);
    }

    @Test
    void aTableWithCellsThatCannotBeReadIsRefusedWholeWithEachOfThem() {
        send("text/csv", "number=T2", "kind,present job code,proposed grade\nREVISE,tt1,809\nRENAME,TT2,\n")
                .statusCode(422)
                .body("findings", hasSize(3))
                .body("findings[0].line", equalTo(2))
                .body("findings[0].column", equalTo("present job code"))
                .body("findings[0].found", equalTo("tt1"))
                .body("findings[2].line", equalTo(3))
                .body("findings[2].expected", containsString("REVISE"))
                .body("violations[1].message", containsString("Line 2, column proposed grade"));
        RestAssured.get("/notices/T2").then().statusCode(404);
    }

    @Test
    void whatTheNoticeSaysBesideItsItemsIsAskedForWithATableAndOnlyThere() {
        send("text/csv", "dryRun=true", TABLE).statusCode(400).body("violations[0].parameter", equalTo("number"));
        send("text/csv", "number=T3&date=yesterday", TABLE)
                .statusCode(400)
                .body("violations[0].parameter", equalTo("date"));
        send("text/csv", "number=T3&hearingOn=2011-04-07", TABLE).statusCode(400);
        send("text/plain", "number=T3", "A notice").statusCode(400);
    }
}
