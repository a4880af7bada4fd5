package city.planofrecord.notice;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.snapshot.SpreadsheetCell;
import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.chassis.testing.formula.Formulas;
import city.planofrecord.chassis.testing.formula.Tables;
import city.planofrecord.notice.testing.CityTime;
import city.planofrecord.notice.testing.OpenNotices;
import city.planofrecord.notice.testing.Registers;
import city.planofrecord.notice.testing.Writers;

/** No table that this service gives holds what a spreadsheet would run, and none that it takes is worked out. */
@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "notice"))
class FormulaCellsIT {

    private static final List<String> COLUMNS = List.of(
            "item",
            "kind",
            "present job code",
            "present title",
            "present grade",
            "present minimum",
            "present maximum",
            "present schedule",
            "proposed job code",
            "proposed title",
            "proposed grade",
            "grade is new",
            "proposed schedule",
            "schedule name",
            "minimum",
            "maximum",
            "basis",
            "currency",
            "in place of",
            "into",
            "flsa status",
            "flsa exemption",
            "occupational group",
            "series");

    private static Registers registers;
    private static boolean posted;

    @Inject
    Clock clock;

    @BeforeAll
    static void begin() {
        registers = new Registers();
        registers.tellClass("FC2151", "3-1-1 Agent", "2005-12-01");
        posted = false;
    }

    @AfterAll
    static void end() throws InterruptedException {
        RealServers.current().clock().real();
        registers.close();
    }

    @BeforeEach
    void aNotice() {
        CityTime.set(clock, "2011-03-30T10:00:00");
        if (!posted) {
            OpenNotices.post("FC1", "FC2151");
            posted = true;
        }
    }

    @Test
    void everyTableOfTheServiceIsTriedHere() {
        var tables = new Tables(
                given().queryParam("format", "json").get("/q/openapi").asString());

        assertThat(tables.given()).containsExactly("GET /notices/{number}/recipients text/csv");
        assertThat(tables.taken()).containsExactly("POST /notice-imports text/csv");
        assertThat(tables.givenUnsaid(path -> path.replace("{number}", "FC1").replaceAll("\\{[^}]*}", "1")))
                .isEmpty();
    }

    @Test
    void whatPeopleCallThemselvesIsNoFormulaInTheTableOfWhomToTell() {
        var planted = new ArrayList<String>();
        for (var name : Formulas.ofOneLine()) {
            var address = Formulas.ofSeveralLines().get(planted.size() % 4) + planted.size();
            Writers.post("/notices/FC1/speaker-requests", Map.of("name", name, "phone", name, "address", address))
                    .statusCode(201);
            planted.addAll(List.of(name, address));
        }

        var table = given().accept("text/csv")
                .get("/notices/FC1/recipients")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(Formulas.in(table)).isEmpty();
        assertThat(Formulas.cells(table).stream().map(SpreadsheetCell::read)).containsAll(planted);
    }

    @Test
    void aFormulaInATableOfItemsIsRefusedWithItsRowAndColumn() {
        for (var column : COLUMNS) {
            for (var formula : List.of("=1+1", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", "\u00A0=1+1")) {
                var rows = column.equals("kind") ? "kind\n" + formula : "kind," + column + "\nREVISE," + formula;

                var answer = given().contentType("text/csv")
                        .body(rows.getBytes(StandardCharsets.UTF_8))
                        .post("/notice-imports?number=FC2");

                assertThat(answer.statusCode()).as(rows).isEqualTo(422);
                assertThat(answer.<List<Map<String, Object>>>path("findings"))
                        .as(rows)
                        .anySatisfy(finding -> assertThat(finding)
                                .containsEntry("line", 2)
                                .containsEntry("column", column)
                                .hasEntrySatisfying(
                                        "message",
                                        message ->
                                                assertThat(message.toString()).contains("formula")));
            }
        }
        given().get("/notices/FC2").then().statusCode(404);
    }
}
