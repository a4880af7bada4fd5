package city.planofrecord.notice.retention;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.notice.testing.CityTime;
import city.planofrecord.notice.testing.Drafts;
import city.planofrecord.notice.testing.OpenNotices;
import city.planofrecord.notice.testing.PersonalDataKept;
import city.planofrecord.notice.testing.Registers;
import city.planofrecord.notice.testing.SpecificationReader;
import city.planofrecord.notice.testing.Writers;

@QuarkusTest
@TestProfile(PersonalDataKept.class)
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "notice"))
@QuarkusTestResource(SpecificationReader.class)
class ErasureIT {

    private static Registers registers;

    @Inject
    Clock clock;

    @Inject
    Jdbi jdbi;

    @BeforeAll
    static void begin() {
        registers = new Registers();
        for (var jobCode : List.of("ER2151", "ER2152", "ER2153", "ER2154")) {
            registers.tellClass(jobCode, "3-1-1 Agent", "2005-12-01");
        }
    }

    @AfterAll
    static void end() throws InterruptedException {
        RealServers.current().clock().real();
        registers.close();
    }

    @BeforeEach
    void beforeTheDeadlines() {
        CityTime.set(clock, "2011-03-30T10:00:00");
    }

    @Test
    void whoWroteIsErasedWhenTheRetentionIsOverAndWhatTheyWroteIsNot() {
        OpenNotices.post("ER1", "ER2151");
        var receipt = Writers.receipt(Writers.comment("ER1", "Ann Early", "I object."));
        Writers.ask("ER1", "Ben Speaks", "All of it").statusCode(201);
        Writers.publishAll("ER1");
        CityTime.set(clock, "2011-04-07T18:00:00");
        Writers.post("/notices/ER1/decision", Drafts.APPROVAL).statusCode(200);
        var comment = id("ER1", "comment-register");
        var request = id("ER1", "speaker-register");

        CityTime.set(clock, "2013-04-06T23:59:30");
        stays("/notices/ER1/comment-register/" + comment + "/writer", "Ann Early");
        CityTime.set(clock, "2013-04-07T00:00:00");

        awaitErased("/notices/ER1/comment-register/" + comment + "/writer");
        get("/notices/ER1/comment-register/" + comment + "/writer")
                .then()
                .statusCode(410)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/no-longer-kept"))
                .body("detail", containsString("Retention schedule 40.100"));
        awaitErased("/notices/ER1/speaker-register/" + request + "/speaker");
        get("/notices/ER1/recipients").then().statusCode(200).body("total", equalTo(0));
        get("/notices/ER1/comments")
                .then()
                .body("items[0].text", equalTo("I object."))
                .body("items[0].id", equalTo(comment));
        get("/notices/ER1/comments/" + receipt).then().statusCode(200).body("state", equalTo("PUBLISHED"));
        get("/notices/ER1/comment-register/" + comment)
                .then()
                .statusCode(200)
                .body("history.kind", equalTo(List.of("PUBLISHED")));
        get("/personal-data/erasures?limit=500")
                .then()
                .statusCode(200)
                .body("items.submission", hasItem(comment))
                .body("items.submission", hasItem(request))
                .body(
                        "items.find { it.submission == '" + comment + "' }.citation",
                        equalTo("Retention schedule 40.100"));
        assertThat(count("select count(*) from personal_data where submission_id = '" + comment + "'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from personal_data_key where number = 'ER1'"))
                .isZero();
    }

    @Test
    void aWithdrawalEndsTheLifeOfANoticeAndAnOpenOneIsNotTouched() {
        OpenNotices.post("ER2", "ER2152");
        OpenNotices.post("ER3", "ER2153");
        Writers.comment("ER2", "Ann Early", "Of the withdrawn.").statusCode(201);
        Writers.comment("ER3", "Ann Early", "Of the open.").statusCode(201);
        Writers.post("/notices/ER2/withdrawal", Map.of("reason", "The study is repeated"))
                .statusCode(200);

        CityTime.set(clock, "2013-03-30T00:00:00");

        awaitErased("/notices/ER2/comment-register/" + id("ER2", "comment-register") + "/writer");
        stays("/notices/ER3/comment-register/" + id("ER3", "comment-register") + "/writer", "Ann Early");
    }

    @Test
    void aRestoreReplaysTheListOfErasures() throws SQLException {
        OpenNotices.post("ER4", "ER2154");
        Writers.comment("ER4", "Ann Early", "Before the backup.").statusCode(201);
        Writers.post("/notices/ER4/withdrawal", Map.of("reason", "The study is repeated"))
                .statusCode(200);
        var writer = "/notices/ER4/comment-register/" + id("ER4", "comment-register") + "/writer";
        asSuperuser("create table backup as select * from personal_data_key where number = 'ER4'");
        CityTime.set(clock, "2013-03-30T00:00:00");
        awaitErased(writer);
        var list = get("/personal-data/erasures?limit=500").then().extract().asString();
        CityTime.set(clock, "2011-03-30T11:00:00");
        asSuperuser("delete from erasure", "insert into personal_data_key select * from backup", "drop table backup");
        get(writer).then().statusCode(200).body("name", equalTo("Ann Early"));

        Writers.post("/personal-data/erasures", list).statusCode(200).body("erased", equalTo(1));

        get(writer).then().statusCode(410);
        Writers.post("/personal-data/erasures", list).statusCode(200).body("erased", equalTo(0));
        assertThat(get("/personal-data/erasures?limit=500").then().extract().asString())
                .isEqualTo(list);
        Writers.post("/personal-data/erasures", "{ \"items\": [{}] }").statusCode(400);
    }

    private static void stays(String path, String name) {
        await().during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> get(path).then().statusCode(200).body("name", equalTo(name)));
    }

    private static void awaitErased(String path) {
        await().untilAsserted(() -> get(path).then().statusCode(410));
    }

    private static String id(String number, String register) {
        return get("/notices/" + number + "/" + register)
                .then()
                .body("items", hasSize(1))
                .extract()
                .path("items[0].id");
    }

    private int count(String query) {
        return jdbi.withHandle(
                handle -> handle.createQuery(query).mapTo(Integer.class).one());
    }

    private static void asSuperuser(String... statements) throws SQLException {
        try (var connection = RealServers.current().postgres().connectAsSuperuser("notice");
                var sql = connection.createStatement()) {
            for (var statement : statements) {
                sql.execute(statement);
            }
        }
    }
}
