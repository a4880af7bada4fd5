package city.planofrecord.notice;

import static io.restassured.RestAssured.given;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.chassis.testing.hostile.FuzzedRequests;
import city.planofrecord.chassis.testing.hostile.FuzzedService;
import city.planofrecord.chassis.testing.hostile.KnownThings;
import city.planofrecord.notice.testing.CityTime;
import city.planofrecord.notice.testing.Drafts;
import city.planofrecord.notice.testing.OpenNotices;
import city.planofrecord.notice.testing.Registers;
import city.planofrecord.notice.testing.SpecificationReader;
import city.planofrecord.notice.testing.Writers;

/** Every operation, with something hostile in each of its places. */
@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "notice"))
@QuarkusTestResource(SpecificationReader.class)
class FuzzedRequestsIT extends FuzzedService {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private static Registers registers;
    private static KnownThings known;

    @Inject
    Clock clock;

    @BeforeAll
    static void begin() {
        registers = new Registers();
        for (var one = 1; one <= 6; one++) {
            registers.tellClass("FZ215" + one, "3-1-1 Agent", "2005-12-01");
        }
        known = null;
    }

    @AfterAll
    static void end() throws InterruptedException {
        RealServers.current().clock().real();
        registers.close();
    }

    @BeforeEach
    void notices() {
        CityTime.set(clock, "2011-03-30T10:00:00");
        if (known == null) {
            for (var one = 1; one <= 5; one++) {
                OpenNotices.post("FZ" + one, "FZ215" + one);
            }
            var receipt = Writers.receipt(Writers.comment("FZ1", "A Writer", "I object."));
            var request = Writers.receipt(Writers.ask("FZ1", "A Speaker", "Pay"));
            known = things(
                    receipt,
                    request,
                    given().get("/notices/FZ1/comment-register").path("items[0].id"),
                    given().get("/notices/FZ1/speaker-register").path("items[0].id"));
        }
    }

    private static String draft(String number) {
        return Drafts.draft(number, Drafts.retitle("FZ2156", "3-1-1 Agent", "311 Agent"));
    }

    private static String drafted(String number) {
        Writers.post("/notices", number.startsWith("{") ? number : draft(number))
                .statusCode(201);
        return number;
    }

    private static KnownThings things(String receipt, String request, String comment, String speaker) {
        var draft = drafted("FZD");
        var toPost = drafted("FZP");
        var things = new KnownThings()
                .value("number", "FZ1")
                .value("edition", "1")
                .value("key", "1")
                .value("finding", "1")
                .value("receipt", receipt)
                .value("id", comment)
                .body("POST /notices", () -> draft("FZN" + NEXT.incrementAndGet()))
                .body("PUT /notices/{number}", () -> draft(draft))
                .value("GET /notices/{number}/speaker-requests/{receipt}", "receipt", () -> request)
                .value("DELETE /notices/{number}", "number", () -> drafted("FZX" + NEXT.incrementAndGet()))
                .value("POST /notices/{number}/posting", "number", () -> toPost)
                .value("POST /notices/{number}/decision", "number", () -> "FZ2")
                .value("POST /notices/{number}/withdrawal", "number", () -> "FZ3")
                .value("POST /notices/{number}/supersession", "number", () -> "FZ4")
                .value("POST /notices/{number}/hearing", "number", () -> "FZ5")
                .document(
                        "POST /notice-imports",
                        "text/csv",
                        "Job Code,Present Title,Proposed Title\nFZ2156,3-1-1 Agent,311 Agent\n")
                .query("POST /notice-imports", "dryRun=true&number=FZI&date=2011-03-23")
                .body("POST /notices/{number}/speaker-requests", () -> "{\"name\": \"A Speaker\", \"about\": \"Pay\"}");
        things.sentBack("POST /notices", "/status", "/items/0/inEffect")
                .sentBack("PUT /notices/{number}", "/status")
                .sentBack("POST /notices/{number}/supersession", "/draft/status")
                .value("submission", comment);
        for (var operation : new String[] {
            "GET /notices/{number}/speaker-register/{id}",
            "GET /notices/{number}/speaker-register/{id}/speaker",
            "POST /notices/{number}/speaker-requests/{id}/decision"
        }) {
            things.value(operation, "id", () -> speaker);
        }
        for (var operation : new String[] {
            "PUT /notices/{number}",
            "GET /notices/{number}/attachments",
            "POST /notices/{number}/attachments",
            "PUT /notices/{number}/attachments/{key}",
            "DELETE /notices/{number}/attachments/{key}",
            "GET /notices/{number}/attachments/{key}",
            "GET /notices/{number}/findings",
            "POST /notices/{number}/findings/settlement",
            "POST /notices/{number}/findings/{finding}/settlement",
            "DELETE /notices/{number}/findings/{finding}/settlement",
            "GET /notices/{number}/comparison",
            "GET /notices/{number}/document"
        }) {
            things.value(operation, "number", () -> draft);
        }
        return things;
    }

    @Override
    protected FuzzedRequests fuzzed() {
        return new FuzzedRequests(
                given().queryParam("format", "json").get("/q/openapi").asString(), known);
    }
}
