package city.planofrecord.paygrade.paytable;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.jspecify.annotations.Nullable;
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

    private static ValidatableResponse upload(byte[] workbook, @Nullable String sheet, boolean dryRun) {
        var request = given().contentType(Workbook.TYPE)
                .queryParam("authority", "ORDINANCE")
                .queryParam("citation", "Ordinance 12")
                .queryParam("decidedOn", "2009-12-01")
                .queryParam("reason", "A test")
                .queryParam("dryRun", dryRun);
        return (sheet == null ? request : request.queryParam("sheet", sheet))
                .body(workbook)
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

        load(csv, true)
                .statusCode(200)
                .body("established", equalTo(2))
                .body("amended", equalTo(1))
                .body("unchanged", equalTo(0))
                .body("differences.line", contains(2, 3, 4))
                .body("differences.kind", contains("ESTABLISHED", "AMENDED", "ESTABLISHED"))
                .body("differences[0].effectiveUntil", equalTo("2011-10-16"))
                .body("differences[0].before", nullValue())
                .body("differences[0].after.midpoint", equalTo("41317.50"));
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
        load(csv, false)
                .statusCode(200)
                .body("established", equalTo(0))
                .body("amended", equalTo(0))
                .body("unchanged", equalTo(3))
                .body("differences", hasSize(0));
    }

    @Test
    void aDryRunShowsWhatIsSoAndWhatWouldBe() {
        Opening.grade("311-T", "2010-01-01", "100.00", "200.00");
        var csv = "Grade,Effective from,Minimum,Maximum\n311-T,2010-01-01,100,200\n311-T,2030-01-06,110,220\n";

        for (var dryRun : new boolean[] {true, false}) {
            load(csv, dryRun)
                    .statusCode(dryRun ? 200 : 201)
                    .body("dryRun", equalTo(dryRun))
                    .body("unchanged", equalTo(1))
                    .body("differences", hasSize(1))
                    .body("differences[0].line", equalTo(3))
                    .body("differences[0].grade", equalTo("311-T"))
                    .body("differences[0].effectiveFrom", equalTo("2030-01-06"))
                    .body("differences[0].before.minimum", equalTo("100.00"))
                    .body("differences[0].after.minimum", equalTo("110.00"));
        }
        given().get("/pay-grades/311-T?asOf=2030-01-06").then().body("range.minimum", equalTo("110.00"));
    }

    @Test
    void aWorkbookIsTakenAsACsvIs() {
        var workbook = Workbooks.of(sheet -> Workbooks.row(sheet, 0, "Not the table"), sheet -> {
            Workbooks.row(sheet, 0, "Max", "Min", "Pay grade", "Effective date", "Basis");
            Workbooks.row(sheet, 1, 49038, "$33,597", "321-T", LocalDate.parse("2010-10-17"), "Annual");
            Workbooks.row(sheet, 2, 26.25, 12.5, "T-322", "10/17/2010", "Hourly");
        });

        upload(workbook, "Other", true).statusCode(200).body("differences", hasSize(2));
        given().get("/pay-grades/321-T").then().statusCode(404);
        upload(workbook, "Other", false).statusCode(201).body("established", equalTo(2));
        given().get("/pay-grades/321-T?asOf=2010-10-17").then().body("range.maximum", equalTo("49038.00"));
        given().get("/pay-grades/322-T").then().body("range.minimum", equalTo("12.50"));
        upload(workbook, "Third", true)
                .statusCode(400)
                .body("violations[0].parameter", equalTo("sheet"))
                .body("violations[0].expected", equalTo("one of Ranges, Other"));
        upload(workbook, "Ranges", true)
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/rows/1/Not the table"));
    }

    @Test
    void aCellOfAWorkbookIsNamedAsTheSpreadsheetNamesIt() {
        var workbook = Workbooks.of(sheet -> {
            Workbooks.header(sheet);
            Workbooks.row(sheet, 1, "331-T", LocalDate.parse("2010-10-17"), 34688.9025, 40000);
            Workbooks.row(sheet, 2, "332-T", 40468, -1, 40000);
        });

        upload(workbook, null, false)
                .statusCode(422)
                .body("violations.pointer", contains("/rows/2/minimum", "/rows/3/effectiveFrom", "/rows/3/minimum"))
                .body("violations[0].message", equalTo("the amount has more than two decimals (cell C2)"))
                .body("violations[1].message", equalTo("is no date (cell B3)"))
                .body("violations[2].message", equalTo("the amount is negative (cell C3)"));
        given().get("/pay-grades/331-T").then().statusCode(404);
    }

    @Test
    void hostileAndDamagedWorkbooksAreRefused() {
        upload(Workbooks.raw("<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>"), null, true)
                .statusCode(422)
                .body("type", equalTo("/problems/unreadable-document"));
        upload(Workbooks.archive("a.xml", "0".repeat(80 * 1024 * 1024)), null, true)
                .statusCode(422)
                .body("detail", containsString("unpacks to far more"));
        upload("Grade".getBytes(StandardCharsets.UTF_8), null, true).statusCode(422);
        upload(new byte[0], null, true).statusCode(422);
    }

    @Test
    void aRowThatSaysUntilWhenItHoldsMustComeOutSo() {
        var head = "grade,effectiveFrom,effectiveUntil,minimum,maximum,recordedAt\n";

        load(head + "341-T,2010-01-01,2011-01-01,1,2,x\n341-T,2011-01-01,,3,4,x\n", true)
                .statusCode(200);
        load(head + "341-T,2010-01-01,2011-01-01,1,2,x\n", true)
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/rows/2/effectiveUntil"))
                .body("violations[0].expected", containsString("/pay-grade-imports"));
        load(head + "341-T,2010-01-01,2009-01-01,1,2,x\n", true)
                .statusCode(422)
                .body("violations[0].message", containsString("the period is empty"));
    }

    @Test
    void aMillionRowsAreRefusedInBoundedTime() {
        load("Grade,Effective from,Minimum,Maximum\n" + "1-A,,1,2\n".repeat(1_000_000), false)
                .statusCode(413)
                .body("type", equalTo("/problems/too-large"))
                .body("detail", containsString("more than 5000 rows"));
        load("Grade,Effective from,Minimum,Maximum\n" + "614-T,2010-10-17,1,2\n".repeat(1_000_000), false)
                .statusCode(413);
    }

    @Test
    void quotesAndEncodingsThatGoWrongAreNamedByTheirLine() {
        load("Grade,Effective from,Minimum,Maximum\n351-T,2010-10-17,\"1,2\n352-T,2010-10-17,1,2\n", false)
                .statusCode(422)
                .body("type", equalTo("/problems/unreadable-document"))
                .body("detail", containsString("begins in line 2"));
        given().contentType("text/csv")
                .body("Grade,Effective from,Minimum,Maximum\n351\u2013T,2010-10-17,1,2\n"
                        .getBytes(java.nio.charset.Charset.forName("windows-1252")))
                .post("/pay-table-imports?authority=OPENING&citation=a&reason=b")
                .then()
                .statusCode(422)
                .body("detail", containsString("not UTF-8"))
                .body("detail", containsString("line 2"));
        given().contentType("text/csv")
                .body("Grade,Effective from,Minimum,Maximum\n".getBytes(StandardCharsets.UTF_16))
                .post("/pay-table-imports?authority=OPENING&citation=a&reason=b")
                .then()
                .statusCode(422)
                .body("detail", containsString("UTF-16"));
    }

    @Test
    void twoColumnsOfOneNameAreRefused() {
        load("Grade,Effective from,Minimum,Maximum,Minimum\n351-T,2010-10-17,1,2,3\n", false)
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/rows/1/minimum"))
                .body("violations[0].message", containsString("given twice"));
    }

    @Test
    void badCellsAreNamedOneByOne() {
        load("""
                        Grade,Effective from,Minimum,Maximum
                        361-T,1899-12-31,1,2
                        362-T,2201-01-01,1,2
                        363-T,2010-10-17,-1,2
                        364-T,2010-10-17,1.001,2
                        365-T,2010-10-17,3,2
                        366-T,2010-10-17,"1,00",2
                        '367-T,2010-10-17,'1,2
                        """, false)
                .statusCode(422)
                .body(
                        "violations.pointer",
                        contains(
                                "/rows/2/effectiveFrom",
                                "/rows/3/effectiveFrom",
                                "/rows/4/minimum",
                                "/rows/5/minimum",
                                "/rows/6/maximum",
                                "/rows/7/minimum"))
                .body("violations[0].message", containsString("out of bounds (line 2, column B)"));
    }

    @Test
    void aPastDateNeedsADatedAuthority() {
        given().contentType("text/csv")
                .body("Grade,Effective from,Minimum,Maximum\n371-T,2010-10-17,1,2\n".getBytes(StandardCharsets.UTF_8))
                .post("/pay-table-imports?authority=ORDINANCE&citation=a&reason=b")
                .then()
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/rows/2/effectiveFrom"))
                .body("violations[0].message", containsString("the date has passed"));
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
