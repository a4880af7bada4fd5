package city.planofrecord.classification.jobclass;

import static city.planofrecord.classification.testing.ClassActs.code;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.chassis.testing.formula.Formulas;
import city.planofrecord.chassis.testing.formula.Tables;

/** No table that this service gives holds what a spreadsheet would run, and none that it takes is worked out. */
@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "classification"))
class FormulaCellsIT {

    private static String established(String formula) {
        var code = code();
        given().contentType("application/json")
                .body(Map.of(
                        "jobCode",
                        code,
                        "title",
                        formula,
                        "series",
                        formula,
                        "occupationalGroup",
                        formula,
                        "effectiveFrom",
                        "2010-01-01",
                        "specification",
                        Map.of("title", formula, "education", formula, "none", List.of("licensure")),
                        "authority",
                        Map.of("kind", "ORDINANCE", "citation", formula, "decidedOn", "2005-01-01"),
                        "reason",
                        formula))
                .post("/job-classes")
                .then()
                .statusCode(201);
        return code;
    }

    @Test
    void everyTableOfTheServiceIsTriedHere() {
        var tables = new Tables(
                given().queryParam("format", "json").get("/q/openapi").asString());
        var code = established("Clerk");

        assertThat(tables.given()).containsExactly("GET /snapshots/job-classes text/csv");
        assertThat(tables.taken()).containsExactly("POST /job-class-imports text/csv");
        assertThat(tables.givenUnsaid(path -> path.replaceAll("\\{[^}]*}", code)))
                .isEmpty();
    }

    @Test
    void whatIsWrittenOfAClassIsNoFormulaInASnapshot() {
        Formulas.ofOneLine().forEach(FormulaCellsIT::established);
        RealServers.current().untilSettled();

        for (var query : List.of("", "?include=timeline")) {
            var table = given().accept("text/csv")
                    .get("/snapshots/job-classes" + query)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asByteArray();

            assertThat(new String(table, StandardCharsets.UTF_8)).contains("SUM(1)");
            assertThat(Formulas.in(new String(table, StandardCharsets.UTF_8)))
                    .as(query)
                    .isEmpty();
        }
    }

    @Test
    void aFormulaInATableIsRefusedWithItsRowAndColumn() {
        for (var formula : List.of("=1+1", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", " =1+1")) {
            for (var column : List.of("title", "series", "occupationalGroup", "socCode", "reason")) {
                var rows =
                        "id,jobCode,effectiveFrom," + column + "\n" + UUID.randomUUID() + ",FC1,2010-01-01," + formula;

                given().contentType("text/csv")
                        .body(rows.getBytes(StandardCharsets.UTF_8))
                        .post("/job-class-imports")
                        .then()
                        .statusCode(422)
                        .body("violations.pointer", hasItem("/lines/2/" + column));
            }
        }
    }
}
