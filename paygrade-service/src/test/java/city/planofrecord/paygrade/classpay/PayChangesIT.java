package city.planofrecord.paygrade.classpay;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.Events;
import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.paygrade.testing.Classes;
import city.planofrecord.paygrade.testing.Opening;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "paygrade"))
class PayChangesIT {

    private static final LocalDate UNTIL = PayHistory.FIRST.plusDays(PayHistory.DAYS);

    private static List<JsonNode> pages(String address) {
        var items = new ArrayList<JsonNode>();
        var next = address;
        while (next != null) {
            var answer = given().urlEncodingEnabled(false).get(next);
            var page = Events.json(answer.then().statusCode(200).extract().asString());
            page.path("items").forEach(items::add);
            assertThat(items.size()).isLessThanOrEqualTo(page.path("total").asInt());
            var link = answer.header("Link");
            next = link == null ? null : link.substring(link.indexOf('<') + 1, link.indexOf('>'));
            if (next == null) {
                assertThat(items).hasSize(page.path("total").asInt());
            }
        }
        return items;
    }

    private static int index(JsonNode item, String field) {
        return Math.toIntExact(PayHistory.FIRST.until(
                LocalDate.parse(item.path(field).asText(UNTIL.toString())), java.time.temporal.ChronoUnit.DAYS));
    }

    @Test
    void differencesAndUpcomingAreWhatAskingDayByDayTells() {
        var history = new PayHistory(20_261_122, "DA");
        history.begin();
        var instants = new ArrayList<>(List.of(PayHistory.settled()));
        for (var round = 0; round < 3; round++) {
            history.go(30);
            history.untilHeard();
            instants.add(PayHistory.settled());
        }
        assertThat(history.recorded()).isGreaterThan(60);

        for (var from = 0; from < instants.size(); from++) {
            for (var until = from; until < instants.size(); until++) {
                compare(history, instants.get(from), instants.get(until));
            }
            upcoming(history, instants.get(from));
        }
    }

    private static void compare(PayHistory history, Instant knownFrom, Instant knownUntil) {
        var before = history.dayByDay(knownFrom);
        var after = history.dayByDay(knownUntil);

        var told = pages("/class-pay/differences?limit=7&from=" + PayHistory.FIRST + "&until=" + UNTIL + "&knownFrom="
                + knownFrom + "&knownUntil=" + knownUntil);

        var explained = new java.util.HashSet<String>();
        for (var item : told) {
            var id = UUID.fromString(item.path("classId").asText());
            for (var day = index(item, "from"); day < index(item, "until"); day++) {
                assertThat(explained.add(id + " " + day)).isTrue();
                assertThat(PayHistory.pay(item.get("before")))
                        .isEqualTo(before.get(id).get(day));
                assertThat(PayHistory.pay(item.get("after")))
                        .isEqualTo(after.get(id).get(day));
            }
            assertThat(item.path("changes")).isNotEmpty();
        }
        before.forEach((id, days) -> {
            for (var day = 0; day < days.size(); day++) {
                var differs =
                        !java.util.Objects.equals(days.get(day), after.get(id).get(day));
                assertThat(explained.contains(id + " " + day))
                        .as(id + " " + day)
                        .isEqualTo(differs);
            }
        });
    }

    private static void upcoming(PayHistory history, Instant knownAt) {
        var days = history.dayByDay(knownAt);

        var told = pages("/class-pay/upcoming?limit=9&from=" + PayHistory.FIRST.plusDays(1) + "&until=" + UNTIL
                + "&knownAt=" + knownAt);

        var count = 0;
        for (var item : told) {
            var pay = days.get(UUID.fromString(item.path("classId").asText()));
            if (pay != null) {
                var day = index(item, "date");
                assertThat(PayHistory.pay(item.get("before"))).isEqualTo(pay.get(day - 1));
                assertThat(PayHistory.pay(item.get("after"))).isEqualTo(pay.get(day));
                count++;
            }
        }
        var turns = 0;
        for (var pay : days.values()) {
            for (var day = 1; day < pay.size(); day++) {
                turns += java.util.Objects.equals(pay.get(day - 1), pay.get(day)) ? 0 : 1;
            }
        }
        assertThat(count).isEqualTo(turns);
    }

    @Test
    void retroPayNamesPeriodPayAndTheAuthorityOfWhatIsBelievedNow() {
        Opening.schedule("DB");
        Opening.grade("101-DB", "2010-01-01", "10.00", "20.00");
        Classes.known("DB1001");
        act(
                "/grade-assignments",
                null,
                "\"jobCode\": \"DB1001\", \"grade\": \"101-DB\", \"effectiveFrom\": \"2010-01-01\"");
        var paid = PayHistory.settled();
        act(
                "/pay-grades/101-DB/corrections",
                given().get("/pay-grades/101-DB").header("ETag"),
                "\"effectiveFrom\": \"2012-03-04\", \"effectiveUntil\": \"2012-04-01\","
                        + " \"set\": {\"range\": {\"minimum\": \"11.00\", \"maximum\": \"22.00\"}}");

        RealServers.current().untilSettled();
        given().get("/class-pay/differences?knownFrom=" + paid)
                .then()
                .statusCode(200)
                .body("total", equalTo(1))
                .body("items[0].jobCode", equalTo("DB1001"))
                .body("items[0].from", equalTo("2012-03-04"))
                .body("items[0].until", equalTo("2012-04-01"))
                .body("items[0].changes", equalTo(List.of("RANGE")))
                .body("items[0].before.range.minimum", equalTo("10.00"))
                .body("items[0].after.range.minimum", equalTo("11.00"))
                .body("items[0].because", hasSize(1))
                .body("items[0].because[0].fact", equalTo("RANGE"))
                .body("items[0].because[0].authority.citation", equalTo("Ordinance 12"));
        given().get("/class-pay/differences?knownFrom=" + paid + "&until=2012-03-10")
                .then()
                .body("items[0].until", equalTo("2012-03-10"));
        given().get("/class-pay/differences?knownFrom=" + paid + "&from=2012-04-01")
                .then()
                .body("total", equalTo(0));
    }

    @Test
    void whatLiesAheadIsToldWithItsAuthorities() {
        Opening.schedule("DC");
        Opening.grade("101-DC", "2010-01-01", "10.00", "20.00");
        Opening.grade("102-DC", "2010-01-01", "12.00", "24.00");
        Classes.known("DC1001");
        act(
                "/grade-assignments",
                null,
                "\"jobCode\": \"DC1001\", \"grade\": \"101-DC\", \"effectiveFrom\": \"2010-01-01\"");
        var path = "/grade-assignments/DC1001";
        act(
                path + "/amendments",
                given().get(path).header("ETag"),
                "\"effectiveFrom\": \"2151-02-07\", \"set\": {\"grade\": \"102-DC\"}");
        act(
                path + "/corrections",
                given().get(path).header("ETag"),
                "\"effectiveFrom\": \"2152-02-07\", \"exists\": false");

        given().get("/class-pay/upcoming?from=2151-01-01&until=2153-01-01")
                .then()
                .statusCode(200)
                .body("total", equalTo(2))
                .body("items[0].date", equalTo("2151-02-07"))
                .body("items[0].jobCode", equalTo("DC1001"))
                .body("items[0].changes", equalTo(List.of("REGRADE", "RANGE")))
                .body("items[0].before.grade", equalTo("101-DC"))
                .body("items[0].after.grade", equalTo("102-DC"))
                .body("items[0].because.fact", equalTo(List.of("ASSIGNMENT")))
                .body("items[0].because[0].authority.kind", equalTo("ORDINANCE"))
                .body("items[1].date", equalTo("2152-02-07"))
                .body("items[1].changes", equalTo(List.of("END")))
                .body("items[1].after", nullValue())
                .body("items[1].because.fact", equalTo(List.of("ASSIGNMENT")));
        given().get("/class-pay/upcoming")
                .then()
                .body("items.find { it.jobCode == 'DC1001' }.date", equalTo("2151-02-07"));
        given().get("/class-pay/upcoming?from=2151-02-08&until=2152-02-07")
                .then()
                .body("total", equalTo(0));
        var link = given().get("/class-pay/upcoming?from=2151-01-01&until=2153-01-01&limit=1")
                .header("Link");
        assertThat(URLDecoder.decode(link, StandardCharsets.UTF_8)).contains("after=2151-02-07");
    }

    @Test
    void emptyAndInvertedPeriodsAndUnsettledInstantsAreRefused() {
        for (var query : List.of(
                "upcoming?from=2012-01-01&until=2012-01-01",
                "upcoming?from=2012-01-02&until=2012-01-01",
                "upcoming?from=1899-12-31",
                "upcoming?until=2201-01-01",
                "upcoming?asOf=2012-01-01",
                "upcoming?knownAt=2199-01-01T00:00:00Z",
                "upcoming?limit=501",
                "differences",
                "differences?knownFrom=2199-01-01T00:00:00Z",
                "differences?knownFrom=2011-01-01T00:00:00Z&knownUntil=2199-01-01T00:00:00Z",
                "differences?knownFrom=2012-01-01T00:00:00Z&knownUntil=2011-01-01T00:00:00Z",
                "differences?knownFrom=2011-01-01T00:00:00Z&from=2012-01-02&until=2012-01-01")) {
            given().get("/class-pay/" + query).then().statusCode(400).contentType("application/problem+json");
        }
        given().get("/class-pay/differences?knownFrom=2199-01-01T00:00:00Z")
                .then()
                .body("violations[0].parameter", equalTo("knownFrom"))
                .body("detail", containsString("not settled"));
    }

    private static void act(String path, String etag, String body) {
        var request = given().contentType("application/json").body("{" + body + ", " + Opening.BY + "}");
        (etag == null ? request : request.header("If-Match", etag))
                .post(path)
                .then()
                .statusCode(org.hamcrest.Matchers.lessThan(300));
    }
}
