package city.planofrecord.notice;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.notice.testing.CityTime;
import city.planofrecord.notice.testing.Drafts;
import city.planofrecord.notice.testing.OpenNotices;
import city.planofrecord.notice.testing.Registers;
import city.planofrecord.notice.testing.Writers;

/** The ids of one notice's things, used with another notice: answered as ids that nothing has. */
@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "notice"))
class ForeignObjectsIT {

    private static final String OWN = "FO1";
    private static final String OTHER = "FO2";
    private static final List<String> SECRETS =
            List.of("Foreign Writer", "foreign.writer@example.org", "Foreign Speaker");

    private static Registers registers;
    private static String comment;
    private static String speaker;
    private static String commentReceipt;
    private static String speakerReceipt;

    @Inject
    Clock clock;

    @BeforeAll
    static void begin() {
        registers = new Registers();
        registers.tellClass("FO2151", "3-1-1 Agent", "2005-12-01");
        registers.tellClass("FO2152", "3-1-1 Agent", "2005-12-01");
        comment = null;
    }

    @AfterAll
    static void end() throws InterruptedException {
        RealServers.current().clock().real();
        registers.close();
    }

    @BeforeEach
    void twoNotices() {
        CityTime.set(clock, "2011-03-30T10:00:00");
        if (comment == null) {
            OpenNotices.post(OWN, "FO2151");
            OpenNotices.post(OTHER, "FO2152");
            commentReceipt = Writers.receipt(Writers.comment(OWN, "Foreign Writer", "I object."));
            speakerReceipt = Writers.receipt(Writers.ask(OWN, "Foreign Speaker", "Pay"));
            speaker = given().get("/notices/FO1/speaker-register").path("items[0].id");
            comment = given().get("/notices/FO1/comment-register").path("items[0].id");
        }
    }

    /** A foreign id is answered as one that nobody has, but for the id. */
    private static void asIfNobodyHadIt(String path, String foreign, String unknown) {
        var answer = given().get(path.formatted(foreign));
        var nothing = given().get(path.formatted(unknown));

        assertThat(answer.statusCode()).as(path).isEqualTo(404);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.asString().replace(foreign, unknown)).isEqualTo(nothing.asString());
        assertThat(answer.asString()).doesNotContain(SECRETS);
    }

    @Test
    void nobodyReadsWhatIsWrittenAboutOneNoticeByWayOfAnother() {
        var unknown = UUID.randomUUID().toString();
        for (var notice : List.of(OTHER, "FO-UNKNOWN")) {
            asIfNobodyHadIt("/notices/" + notice + "/comment-register/%s", comment, unknown);
            asIfNobodyHadIt("/notices/" + notice + "/comment-register/%s/writer", comment, unknown);
            asIfNobodyHadIt("/notices/" + notice + "/speaker-register/%s", speaker, unknown);
            asIfNobodyHadIt("/notices/" + notice + "/speaker-register/%s/speaker", speaker, unknown);
            asIfNobodyHadIt("/notices/" + notice + "/comments/%s", commentReceipt, "7K2QX-M4D9T-0ABCD-EFGHJ-KMNPQ");
            asIfNobodyHadIt(
                    "/notices/" + notice + "/speaker-requests/%s", speakerReceipt, "7K2QX-M4D9T-0ABCD-EFGHJ-KMNPQ");
        }
    }

    @Test
    void aCommentIsNoRequestToSpeakAndAnIdIsNoReceipt() {
        var unknown = UUID.randomUUID().toString();
        asIfNobodyHadIt("/notices/FO1/speaker-register/%s/speaker", comment, unknown);
        asIfNobodyHadIt("/notices/FO1/comment-register/%s/writer", speaker, unknown);
        asIfNobodyHadIt("/notices/FO1/comments/%s", comment, unknown);
        asIfNobodyHadIt("/notices/FO1/comments/%s", speakerReceipt, "7K2QX-M4D9T-0ABCD-EFGHJ-KMNPQ");
        asIfNobodyHadIt("/notices/FO1/speaker-requests/%s", commentReceipt, "7K2QX-M4D9T-0ABCD-EFGHJ-KMNPQ");
    }

    private static Response sent(String path, Map<String, String> body) {
        return given().contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(body)
                .post(path);
    }

    @Test
    void nothingIsDecidedByWayOfAnotherNotice() {
        sent("/notices/FO2/comments/" + comment + "/moderation", Map.of("decision", "PUBLISHED"))
                .then()
                .statusCode(404);
        sent("/notices/FO2/comments/" + comment + "/answer", Map.of("text", "No."))
                .then()
                .statusCode(404);
        sent("/notices/FO2/speaker-requests/" + speaker + "/decision", Map.of("decision", "ACCEPTED"))
                .then()
                .statusCode(404);
        sent("/notices/FO1/comments/" + speaker + "/moderation", Map.of("decision", "PUBLISHED"))
                .then()
                .statusCode(404);
        sent("/notices/FO1/speaker-requests/" + comment + "/decision", Map.of("decision", "ACCEPTED"))
                .then()
                .statusCode(404);

        assertThat(given().get("/notices/FO1/comment-register/" + comment).<String>path("state"))
                .isEqualTo("RECEIVED");
        assertThat(given().get("/notices/FO1/speaker-register/" + speaker).<String>path("state"))
                .isEqualTo("RECEIVED");
    }

    @Test
    void theAttachmentsFindingsAndEditionsOfOneAreNoneOfAnother() {
        for (var number : List.of("FOD1", "FOD2")) {
            Writers.post("/notices", Drafts.draft(number, Drafts.retitle("FO2151", "3-1-1 Agent", "311 Agent")))
                    .statusCode(201);
        }
        given().contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(Map.of("item", 1, "specification", Map.of("title", "311 Agent")))
                .post("/notices/FOD1/attachments")
                .then()
                .statusCode(201);

        given().get("/notices/FOD1/attachments/1").then().statusCode(200);
        given().get("/notices/FOD2/attachments/1").then().statusCode(404);
        given().header("If-Match", "*")
                .delete("/notices/FOD2/attachments/1")
                .then()
                .statusCode(404);
        given().get("/notices/FOD2/document?attachment=1").then().statusCode(404);
        sent("/notices/FOD2/findings/1/settlement", Map.of("how", "ACCEPTED", "reason", "So it is."))
                .then()
                .statusCode(404);
        given().get("/notices/FO2?edition=2").then().statusCode(404);
        given().get("/notices/FOD1/attachments/1").then().statusCode(200);
    }
}
