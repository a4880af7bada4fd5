package city.planofrecord.notice;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import city.planofrecord.chassis.testing.Bearer;
import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.notice.testing.CityTime;
import city.planofrecord.notice.testing.Drafts;
import city.planofrecord.notice.testing.OpenNotices;
import city.planofrecord.notice.testing.Registers;
import city.planofrecord.notice.testing.SpecificationReader;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "notice"))
@QuarkusTestResource(SpecificationReader.class)
class FindingNoticesIT {

    private static Registers registers;

    @Inject
    Clock clock;

    @BeforeAll
    static void begin() {
        registers = new Registers();
        for (var code : List.of("PF2154", "PF2155", "PF2156", "PF2157", "PF2158")) {
            registers.tellClass(code, "3-1-1 Agent", "2005-12-01");
        }
    }

    @AfterAll
    static void end() throws InterruptedException {
        RealServers.current().clock().real();
        registers.close();
    }

    @BeforeEach
    void beforeTheDeadline() {
        CityTime.set(clock, "2011-03-30T10:00:00");
    }

    @Test
    void noticesOpenForCommentAreFoundUntilTheyClose() {
        OpenNotices.post("F1", "PF2154");
        draft("F2", "PF2154");

        get("/notices?jobCode=PF2154&openForComment=true")
                .then()
                .body("total", equalTo(1))
                .body("items.number", equalTo(List.of("F1")));
        get("/notices?jobCode=PF2154&openForComment=false")
                .then()
                .body("total", equalTo(1))
                .body("items.number", equalTo(List.of("F2")));
        get("/notices?jobCode=PF2154").then().body("total", equalTo(2));
        CityTime.set(clock, "2011-04-06T08:00:00.001");
        get("/notices?jobCode=PF2154&openForComment=true").then().body("total", equalTo(0));
        get("/notices?jobCode=PF2154&openForComment=false").then().body("total", equalTo(2));
        CityTime.set(clock, "2011-03-23T08:00:00");
        get("/notices?jobCode=PF2154&openForComment=true").then().body("total", equalTo(0));
        get("/notices?openForComment=perhaps")
                .then()
                .statusCode(400)
                .body("violations[0].parameter", equalTo("openForComment"));
    }

    @Test
    void filtersAreCombined() {
        OpenNotices.post("F3", "PF2155");

        for (var query : List.of(
                "status=POSTED",
                "q=agent&postedFrom=2011-03-23&postedUntil=2011-03-23",
                "postedFrom=2011-03-20&postedUntil=2011-03-26",
                "q=F3",
                "openForComment=true&status=POSTED")) {
            get("/notices?jobCode=PF2155&" + query).then().statusCode(200).body("total", equalTo(1));
        }
        for (var query : List.of(
                "status=DRAFT", "q=lighthouse", "postedFrom=2011-03-24", "postedUntil=2011-03-22", "grade=999-Z")) {
            get("/notices?jobCode=PF2155&" + query)
                    .then()
                    .statusCode(200)
                    .body("total", equalTo(0))
                    .body("items", hasSize(0));
        }
    }

    @Test
    void aNoticeIsFoundByTheCodesOfForerunnersAndHeirs() {
        given().contentType(ContentType.JSON)
                .body(
                        Drafts.draft(
                                "F8",
                                "{ \"kind\": \"ABOLISH\", \"present\": { \"jobCode\": \"PF8001\" }, \"proposed\": { \"into\": [\"PF8002\", \"PF8003\"] } }",
                                "{ \"kind\": \"ESTABLISH\", \"proposed\": { \"jobCode\": \"PF8004\", \"title\": \"New\", \"grade\": \"809-A\", \"inPlaceOf\": [\"PF8005\"] } }"))
                .post("/notices")
                .then()
                .statusCode(201);

        for (var code : List.of("PF8001", "PF8002", "PF8003", "PF8004", "PF8005")) {
            get("/notices?jobCode=" + code).then().body("items.number", equalTo(List.of("F8")));
        }
        get("/notices?jobCode=PF8006").then().body("total", equalTo(0));
    }

    @Test
    void noticesAreFoundByTheWeekInWhichSomethingOfThemFalls() {
        draft("F9", "PF9001");

        for (var query : List.of(
                "hearingFrom=2011-04-07&hearingUntil=2011-04-07",
                "hearingUntil=2011-04-07",
                "deadlineFrom=2011-04-06&deadlineUntil=2011-04-06",
                "deadlineFrom=2011-04-05&deadlineUntil=2011-04-05",
                "deadlineFrom=2011-04-06",
                "from=2011-04-03&until=2011-04-09",
                "from=2011-04-07",
                "from=2011-04-05&until=2011-04-05&status=DRAFT")) {
            get("/notices?jobCode=PF9001&" + query).then().statusCode(200).body("total", equalTo(1));
        }
        for (var query : List.of(
                "hearingFrom=2011-04-08",
                "hearingUntil=2011-04-06",
                "deadlineFrom=2011-04-07&deadlineUntil=2011-04-07",
                "deadlineUntil=2011-04-04",
                "from=2011-04-08",
                "until=2011-04-04",
                "from=2011-04-09&until=2011-04-03")) {
            get("/notices?jobCode=PF9001&" + query).then().statusCode(200).body("total", equalTo(0));
        }
        get("/notices?from=someday").then().statusCode(400).body("violations[0].parameter", equalTo("from"));
    }

    @Test
    void everyPageBearsTheTrueTotalAndNoNoticeIsMissedOrShownTwice() {
        var drafted = new ArrayList<String>();
        for (var count = 0; count < 7; count++) {
            drafted.addFirst("F4-" + count);
            draft("F4-" + count, "PF2156");
        }

        var found = new ArrayList<String>();
        var next = "/notices?jobCode=PF2156&status=DRAFT&openForComment=false&limit=3";
        while (next != null) {
            var page =
                    get(next).then().statusCode(200).body("total", equalTo(7)).extract();
            found.addAll(page.path("items.number"));
            next = page.header("Link") == null ? null : page.header("Link").replaceAll("^<([^>]+)>.*", "$1");
        }

        assertThat(found).containsExactlyElementsOf(drafted);
    }

    @Test
    void theAgendaShowsTheWeeksAndWhatCollides() {
        OpenNotices.post("F5", "PF2157");
        draft("F6", "PF2157");

        var agenda = get("/agenda?from=2011-04-03&until=2011-04-16&limit=500")
                .then()
                .statusCode(200)
                .extract();
        assertThat(agenda.<List<String>>path("items.findAll { it.notice == 'F5' }.kind"))
                .containsExactly("POSTED_UNTIL", "SPEAKERS_CLOSE", "COMMENTS_CLOSE", "DECISION_DUE", "HEARING");
        assertThat(agenda.<List<String>>path("items.findAll { it.notice == 'F6' }.kind"))
                .containsExactly("SPEAKERS_CLOSE", "COMMENTS_CLOSE", "HEARING");
        get("/agenda?from=2011-04-07&until=2011-04-07")
                .then()
                .body("collisions.kind", hasItem("HEARINGS_OVERLAP"))
                .body("collisions[0].notices", hasItems("F5", "F6"))
                .body("items.findAll { it.kind == 'HEARING' }.at", hasItem("2011-04-07T17:00:00-06:00"));
        get("/agenda?from=2011-04-08&until=2011-04-10")
                .then()
                .body("items.notice", not(hasItem("F5")))
                .body("collisions", hasSize(0));
        get("/agenda")
                .then()
                .statusCode(200)
                .body("from", equalTo("2011-03-30"))
                .body("until", equalTo("2011-04-12"));
        CityTime.set(clock, "2011-04-08T10:00:00");
        get("/agenda?from=2011-04-07&until=2011-04-07")
                .then()
                .body("items.find { it.notice == 'F5' && it.kind == 'DECISION_DUE' }.overdue", equalTo(true));

        var found = new ArrayList<String>();
        var next = "/agenda?from=2011-04-03&until=2011-04-16&limit=2";
        while (next != null) {
            var page = get(next)
                    .then()
                    .statusCode(200)
                    .body("total", equalTo(agenda.path("total")))
                    .extract();
            found.addAll(page.path("items.notice"));
            next = page.header("Link") == null ? null : page.header("Link").replaceAll("^<([^>]+)>.*", "$1");
        }
        assertThat(found).isEqualTo(agenda.path("items.notice"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/agenda?from=2011-04-16&until=2011-04-03",
                "/agenda?from=2011-04-16&until=2012-04-17",
                "/agenda?from=2011-02-30",
                "/agenda?until=never",
                "/agenda?form=2011-04-03",
                "/agenda?limit=0",
                "/agenda?from=2011-04-03&after=nothing"
            })
    void anAgendaOfNoDaysIsRefused(String path) {
        get(path).then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void whoWroteIsShownToClerkAndAuditorOnly() {
        OpenNotices.post("F7", "PF2158");
        given().contentType(ContentType.JSON)
                .body("{ \"text\": \"Fine.\", \"name\": \"Pat Rivera\", \"address\": \"pat@example.org\" }")
                .post("/notices/F7/comments")
                .then()
                .statusCode(201);
        given().contentType(ContentType.JSON)
                .body("{ \"name\": \"Pat Rivera\" }")
                .post("/notices/F7/speaker-requests")
                .then()
                .statusCode(201);
        var comment = get("/notices/F7/comment-register")
                .then()
                .extract()
                .path("items[0].id")
                .toString();
        var request = get("/notices/F7/speaker-register")
                .then()
                .extract()
                .path("items[0].id")
                .toString();

        for (var path : List.of(
                "/notices/F7/comment-register/" + comment + "/writer",
                "/notices/F7/speaker-register/" + request + "/speaker",
                "/notices/F7/recipients")) {
            given().header("Authorization", Bearer.NONE)
                    .get(path)
                    .then()
                    .statusCode(401)
                    .body(not(containsString("Pat")));
            as("analyst", "director", "moderator", "operator", "service")
                    .get(path)
                    .then()
                    .statusCode(403)
                    .body(not(containsString("Pat")));
            as("clerk").get(path).then().statusCode(200).body(containsString("Pat Rivera"));
            as("auditor").get(path).then().statusCode(200).body(containsString("Pat Rivera"));
        }
        as("moderator").accept("text/csv").get("/notices/F7/recipients").then().statusCode(403);
    }

    private static RequestSpecification as(String... roles) {
        return given().header(
                        "Authorization",
                        "Bearer " + RealServers.current().issuer().token("somebody", roles));
    }

    private static void draft(String number, String jobCode) {
        given().contentType(ContentType.JSON)
                .body(Drafts.draft(number, Drafts.retitle(jobCode, "3-1-1 Agent", "311 Agent")))
                .post("/notices")
                .then()
                .statusCode(201);
    }
}
