package city.planofrecord.paygrade.paytable;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.chassis.testing.formula.Formulas;
import city.planofrecord.chassis.testing.formula.Tables;
import city.planofrecord.paygrade.testing.Classes;
import city.planofrecord.paygrade.testing.Opening;

/** No table that this service gives holds what a spreadsheet would run, and none that it takes is worked out. */
@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "paygrade"))
class FormulaCellsIT {

    private static final List<String> SNAPSHOTS =
            List.of("class-pay", "grade-assignments", "pay-grades", "pay-schedules");

    private static final List<String> COLUMNS = List.of("grade", "effectiveFrom", "minimum", "maximum");

    @Test
    void everyTableOfTheServiceIsTriedHere() {
        var tables = new Tables(
                given().queryParam("format", "json").get("/q/openapi").asString());

        assertThat(tables.given())
                .containsExactlyElementsOf(SNAPSHOTS.stream()
                        .map(name -> "GET /snapshots/" + name + " text/csv")
                        .toList());
        assertThat(tables.taken())
                .containsExactly(
                        "POST /grade-assignment-imports text/csv",
                        "POST /pay-grade-imports text/csv",
                        "POST /pay-schedule-imports text/csv",
                        "POST /pay-table-imports " + Workbook.TYPE,
                        "POST /pay-table-imports text/csv");
        Opening.schedule("F");
        assertThat(tables.givenUnsaid(path -> path.replace("{letter}", "F").replaceAll("\\{[^}]*}", "F")))
                .isEmpty();
    }

    private static void establish(String path, Map<String, Object> fields, String formula) {
        var body = new HashMap<>(fields);
        body.put("effectiveFrom", "2010-01-01");
        body.put("reason", formula);
        body.put("authority", Map.of("kind", "ORDINANCE", "citation", formula, "decidedOn", "2005-01-01"));
        given().contentType("application/json").body(body).post(path).then().statusCode(201);
    }

    @Test
    void whatIsNamedAndCitedIsNoFormulaInASnapshot() {
        var letter = 'A';
        for (var formula : Formulas.ofOneLine()) {
            var schedule = "F" + letter++;
            var code = "F" + schedule + "1";
            establish("/pay-schedules", Map.of("schedule", schedule, "name", formula), formula);
            establish("/pay-grades", Map.of("grade", "9-" + schedule), formula);
            Classes.state(Classes.id(code), 1)
                    .row("2005-12-01", "", code, formula)
                    .tell();
            Classes.awaitKnown(code);
            establish("/grade-assignments", Map.of("jobCode", code, "grade", "9-" + schedule), formula);
        }
        RealServers.current().untilSettled();

        for (var name : SNAPSHOTS) {
            for (var query : List.of("", "?include=timeline")) {
                var table = given().accept("text/csv")
                        .get("/snapshots/" + name + query)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray();

                assertThat(new String(table, StandardCharsets.UTF_8)).contains("SUM(1)");
                assertThat(Formulas.in(new String(table, StandardCharsets.UTF_8)))
                        .as(name + query)
                        .isEmpty();
            }
        }
    }

    private static ValidatableResponse take(String path, String type, byte[] table) {
        return given().contentType(type).body(table).post(path).then().statusCode(422);
    }

    @Test
    void aFormulaInATableIsRefusedWithItsRowAndColumn() {
        var table = "/pay-table-imports?authority=OPENING&citation=Printed&reason=Opening";
        for (var formula : List.of("=1+1", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", " =1+1")) {
            for (var path : List.of("/pay-schedule-imports", "/pay-grade-imports", "/grade-assignment-imports")) {
                var rows = "id,effectiveFrom,reason\n" + UUID.randomUUID() + ",2010-01-01," + formula;
                take(path, "text/csv", rows.getBytes(StandardCharsets.UTF_8))
                        .body("violations.pointer", hasItem("/lines/2/reason"));
            }
            for (var column = 0; column < COLUMNS.size(); column++) {
                var row = new ArrayList<>(List.of("901-F", "2010-01-01", "1", "2"));
                row.set(column, formula);
                var rows = "Grade,Effective from,Minimum,Maximum\n" + String.join(",", row);
                take(table, "text/csv", rows.getBytes(StandardCharsets.UTF_8))
                        .body("violations.pointer", hasItem("/rows/2/" + COLUMNS.get(column)));
            }
        }
        take(
                        table,
                        Workbook.TYPE,
                        Workbooks.raw("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Grade</t></is></c>"
                                + "<c r=\"B1\" t=\"inlineStr\"><is><t>Effective from</t></is></c>"
                                + "<c r=\"C1\" t=\"inlineStr\"><is><t>Minimum</t></is></c>"
                                + "<c r=\"D1\" t=\"inlineStr\"><is><t>Maximum</t></is></c></row>"
                                + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>901-F</t></is></c>"
                                + "<c r=\"B2\" t=\"inlineStr\"><is><t>2010-01-01</t></is></c>"
                                + "<c r=\"C2\"><f>1+1</f></c><c r=\"D2\"><v>2</v></c></row>"))
                .body("violations.pointer", hasItem("/rows/2/minimum"))
                .body("violations.message", hasItem(containsString("cell C2")));
    }
}
