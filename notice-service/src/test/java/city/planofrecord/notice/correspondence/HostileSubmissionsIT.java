package city.planofrecord.notice.correspondence;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import city.planofrecord.chassis.testing.EveryWriteEntered;
import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.notice.personaldata.KeyRing;
import city.planofrecord.notice.testing.CityTime;
import city.planofrecord.notice.testing.OpenNotices;
import city.planofrecord.notice.testing.Registers;
import city.planofrecord.notice.testing.SpecificationReader;
import city.planofrecord.notice.testing.Writers;

/** What a stranger may try with the public forms. */
@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "notice"))
@QuarkusTestResource(SpecificationReader.class)
class HostileSubmissionsIT {

    private static final int MIB = 1024 * 1024;
    private static final Duration QUICKLY = Duration.ofSeconds(1);

    private static Registers registers;
    private static boolean posted;

    @Inject
    Clock clock;

    @Inject
    Jdbi jdbi;

    @Inject
    KeyRing keys;

    @BeforeAll
    static void begin() {
        registers = new Registers();
        for (var jobCode : List.of("HS2151", "HS2152", "HS2153", "HS2154")) {
            registers.tellClass(jobCode, "3-1-1 Agent", "2005-12-01");
        }
        posted = false;
    }

    @AfterAll
    static void end() throws InterruptedException {
        RealServers.current().clock().real();
        registers.close();
    }

    @BeforeEach
    void anOpenNotice() {
        CityTime.set(clock, "2011-03-30T10:00:00");
        if (!posted) {
            OpenNotices.post("HS1", "HS2151");
            posted = true;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "</textarea><iframe srcdoc='<script>alert(1)</script>'>",
                "<a href=\"javascript:alert(1)\">see</a> [here](javascript:alert(1))",
                "&lt;b&gt; &#60;script&#62; %3Cscript%3E",
                "https://example.org/?q=<b>",
                "{{7*7}} ${jndi:ldap://example.org/a} <%= 1 %>",
                "'; drop table submission; --",
                "=HYPERLINK(\"https://example.org\")"
            })
    void markupLinksAndCommandsAreTextAndNothingElse(String text) {
        var receipt = Writers.receipt(Writers.comment("HS1", "A Jester", text).body("text", equalTo(text)));
        Writers.publishAll("HS1");

        var own = get("/notices/HS1/comments/" + receipt)
                .then()
                .statusCode(200)
                .body("text", equalTo(text))
                .extract();
        assertThat(own.contentType()).startsWith("application/json");
        var published = given().accept("application/json, text/html;q=0.5")
                .get("/notices/HS1/comments?limit=500")
                .then()
                .statusCode(200)
                .body("items.text", hasItem(text))
                .extract();
        assertThat(published.contentType()).startsWith("application/json");
        assertThat(published.header("X-Content-Type-Options")).isEqualTo("nosniff");
        given().accept("text/html").get("/notices/HS1/comments").then().statusCode(406);
    }

    @Test
    void whatTurnsOrHidesNeitherTurnsNorHidesAnything() {
        Writers.comment("HS1", "\u202EtseJ A", "Pay \u202Eerom\u202C \u2066to\u2069\u200B all\uFEFF\u2063 of\u00AD us")
                .statusCode(201)
                .body("text", equalTo("Pay erom to all of us"))
                .body("takenOut", hasItems("DIRECTION_CONTROLS", "INVISIBLE_CHARACTERS"));
        Writers.comment("HS1", "A Jester", "\u200B\u200D\u2060\uFEFF\u202E")
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/text"));
        Writers.comment("HS1", "\u200B\u202E", "Somebody without a name")
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/name"));
        Writers.comment("HS1", "A Jester", "Z" + "\u0336\u0488\u0301".repeat(2000))
                .statusCode(201)
                .body("text.length()", equalTo(9))
                .body("takenOut", equalTo(List.of("STACKED_MARKS")));
        get("/notices/HS1/recipients?limit=500").then().body("items.name", hasItem("tseJ A"));
    }

    @Test
    void aCommentOfAMegabyteIsRefusedAtOnce() throws IOException, InterruptedException {
        var before = total("HS1");
        for (var body : List.of(
                "{ \"text\": \"" + "a".repeat(MIB) + "\", \"name\": \"A Jester\" }",
                "{ \"text\": \"x\", \"name\": \"" + "a".repeat(MIB) + "\" }",
                " ".repeat(MIB) + "{ \"text\": \"x\", \"name\": \"A Jester\" }")) {
            for (var publisher : List.of(
                    BodyPublishers.ofString(body),
                    BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body.getBytes(UTF_8))))) {
                assertThat(refused(publisher)).isLessThan(QUICKLY);
            }
        }
        assertThat(status(BodyPublishers.ofString("[".repeat(MIB)))).isEqualTo(413);
        assertThat(status(BodyPublishers.ofString("[".repeat(200_000)))).isEqualTo(400);
        assertThat(status(BodyPublishers.ofString("{\"text\":".repeat(20_000)))).isEqualTo(400);
        assertThat(total("HS1")).isEqualTo(before);
    }

    /** How long a refusal takes: the quickest of four, since other work on the machine is not ours. */
    private static Duration refused(BodyPublisher body) throws IOException, InterruptedException {
        var quickest = Duration.ofDays(1);
        for (var tries = 0; tries < 4 && quickest.compareTo(QUICKLY) >= 0; tries++) {
            var begun = System.nanoTime();
            assertThat(status(body)).isEqualTo(413);
            quickest = Collections.min(List.of(quickest, Duration.ofNanos(System.nanoTime() - begun)));
        }
        return quickest;
    }

    private static int status(BodyPublisher body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/notices/HS1/comments"))
                .header("Content-Type", "application/json")
                .POST(body)
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    @Test
    void twentyAtTheSameTimeWithOneKeyAreOne() throws Exception {
        OpenNotices.post("HS2", "HS2152");
        Callable<ExtractableResponse<Response>> sending = () -> given().contentType(ContentType.JSON)
                .header("Idempotency-Key", "HS2-at-once")
                .body("{ \"name\": \"An Impatient Speaker\" }")
                .post("/notices/HS2/speaker-requests")
                .then()
                .extract();
        var receipts = new ArrayList<String>();
        try (var senders = Executors.newFixedThreadPool(20)) {
            for (var sent : senders.invokeAll(Collections.nCopies(20, sending))) {
                assertThat(sent.get().statusCode()).isIn(201, 409);
                if (sent.get().statusCode() == 201) {
                    receipts.add(sent.get().path("receipt"));
                }
            }
        }
        for (var again = 0; again < 20; again++) {
            receipts.add(sending.call().path("receipt"));
        }

        assertThat(receipts.stream().distinct()).hasSize(1);
        get("/notices/HS2/speaker-register").then().body("total", equalTo(1));
        given().contentType(ContentType.JSON)
                .header("Idempotency-Key", "HS2-at-once")
                .body("{ \"name\": \"Another Speaker\" }")
                .post("/notices/HS2/speaker-requests")
                .then()
                .statusCode(422);
    }

    @Test
    void aHundredThousandCommentsSlowNeitherWritersNorReaders() throws SQLException {
        OpenNotices.post("HS3", "HS2153");
        try (var connection = RealServers.current().postgres().connectAsSuperuser("notice");
                var sql = connection.createStatement()) {
            sql.execute(
                    "insert into submission (id, kind, number, edition, text, state, revision, receipt_hash, received_at)"
                            + " select gen_random_uuid(), 'COMMENT', 'HS3', 1, repeat('Word ', 200) || n,"
                            + " case when n % 2 = 0 then 'RECEIVED' else 'PUBLISHED' end, 1,"
                            + " sha256(cast('HS3-' || n as bytea)), now() from generate_series(1, 100000) n");
            // As the database does by itself after so many rows, some time later.
            sql.execute("vacuum analyze submission");
        }
        get("/notices/HS3/comments?limit=500").then().statusCode(200);
        System.gc();
        var before = used();
        var took = new ArrayList<Duration>();

        var next = "/notices/HS3/comments?limit=500";
        var read = 0;
        while (next != null && read < 10_000) {
            var begun = System.nanoTime();
            var page = get(next)
                    .then()
                    .statusCode(200)
                    .body("total", equalTo(50_000))
                    .body("items", hasSize(500))
                    .extract();
            Writers.comment("HS3", "One More", "And " + read).statusCode(201);
            took.add(Duration.ofNanos(System.nanoTime() - begun));
            read += 500;
            next = page.header("Link") == null ? null : page.header("Link").replaceAll("^<([^>]+)>.*", "$1");
        }
        System.gc();

        assertThat(read).isEqualTo(10_000);
        get("/notices/HS3/comment-register?limit=1").then().body("total", equalTo(100_020));
        get("/notices/HS3/comment-register?limit=1&state=RECEIVED").then().body("total", equalTo(50_020));
        // The median of a page of half a megabyte and a comment, since other work on the machine is not ours.
        took.sort(null);
        assertThat(took.get(took.size() / 2)).isLessThan(QUICKLY);
        assertThat(used() - before).isLessThan(64L * MIB);
    }

    @Test
    void fiftyThousandPeopleAreToldFromOneList() throws SQLException {
        OpenNotices.post("HS4", "HS2154");
        everybodyWritesTwice("HS4", 50_000);

        var begun = System.nanoTime();
        var page = get("/notices/HS4/recipients?limit=500&after=" + new UUID(0x0195L << 48, 1 << 20))
                .then()
                .statusCode(200)
                .body("total", equalTo(50_000))
                .body("items", hasSize(500))
                .body("items[0].address", equalTo("writer.1@example.org"));
        var onePage = Duration.ofNanos(System.nanoTime() - begun);
        var whole = System.nanoTime();
        var table = given().accept("text/csv")
                .get("/notices/HS4/recipients")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(page.extract().header("Link")).contains("rel=\"next\"");
        assertThat(table.lines()).hasSize(50_001);
        assertThat(onePage).isLessThan(Duration.ofSeconds(5));
        assertThat(Duration.ofNanos(System.nanoTime() - whole)).isLessThan(Duration.ofSeconds(20));
    }

    private void everybodyWritesTwice(String number, int people) {
        var seal = new ContactSeal(keys);
        jdbi.useTransaction(handle -> {
            handle.execute(EveryWriteEntered.NOT_WATCHED);
            var submissions = handle.prepareBatch(
                    "insert into submission"
                            + " (id, kind, number, edition, text, state, revision, receipt_hash, received_at)"
                            + " values (:id, 'COMMENT', :number, 1, 'I object.', 'RECEIVED', 1, sha256(cast(cast(:id as text) as bytea)), now())");
            var texts = handle.prepareBatch("insert into personal_data (submission_id, sealed) values (:id, :sealed)");
            var wrapped = handle.prepareBatch("insert into personal_data_key"
                    + " (submission_id, number, key_id, wrapped_key, pseudonym, reachable)"
                    + " values (:id, :number, :key, :wrapped, :pseudonym, true)");
            for (var one = 0; one < 2 * people; one++) {
                var id = new UUID(0x0195L << 48, (1L << 20) + one);
                var contact = new Contact("Writer " + one % people, null, "writer." + one % people + "@example.org");
                var sealed = seal.seal(id, contact);
                submissions.bind("id", id).bind("number", number).add();
                texts.bind("id", id).bind("sealed", sealed.text()).add();
                wrapped.bind("id", id)
                        .bind("number", number)
                        .bind("key", sealed.keyId())
                        .bind("wrapped", sealed.wrappedKey())
                        .bind("pseudonym", seal.pseudonym(number, contact))
                        .add();
            }
            submissions.execute();
            texts.execute();
            wrapped.execute();
        });
    }

    private static long used() {
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static int total(String number) {
        return get("/notices/" + number + "/comment-register").then().extract().path("total");
    }
}
