package city.planofrecord.notice;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import java.time.Clock;
import java.util.Set;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;

import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.chassis.testing.contract.ServiceContracts;
import city.planofrecord.notice.testing.CityTime;
import city.planofrecord.notice.testing.Drafts;
import city.planofrecord.notice.testing.Registers;
import city.planofrecord.notice.testing.SpecificationReader;

/** What the service tells and answers, against the contracts that are kept in the documentation. */
@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "notice"))
@QuarkusTestResource(SpecificationReader.class)
class ContractsIT extends ServiceContracts {

    private static final String BECAUSE = "\"citation\": \"Resolution 7\", \"reason\": \"To be studied again\"";

    @Inject
    Jdbi jdbi;

    @Inject
    Clock clock;

    @AfterAll
    static void end() {
        RealServers.current().clock().real();
    }

    ContractsIT() {
        super(
                "notice-service",
                Set.of(
                        "notice.posted.v1",
                        "notice.decided.v1",
                        "notice.confirmed.v1",
                        "notice.released.v1",
                        "notice.rescheduled.v1",
                        "notice.rescinded.v1",
                        "notice.withdrawn.v1",
                        "notice.superseded.v1"));
    }

    @Override
    protected Jdbi jdbi() {
        return jdbi;
    }

    @Override
    protected void tellSomethingOfEveryType() throws InterruptedException {
        try (var registers = new Registers()) {
            prepare(registers, "CONTRACT-3", "KC");
            post("/notices/CONTRACT-3/posting", Drafts.POSTING).statusCode(200);
            post("/notices/CONTRACT-3/hearing", "{\"at\": \"2011-04-14T17:00:00-06:00\", \"reason\": \"No quorum\"}")
                    .statusCode(200);
            post("/notices/CONTRACT-3/supersession", "{\"reason\": \"Printed wrongly\"}")
                    .statusCode(201);
            post("/notices/CONTRACT-3/posting", Drafts.POSTING).statusCode(200);
            post("/notices/CONTRACT-3/withdrawal", "{\"reason\": \"The study is repeated\"}")
                    .statusCode(200);
            var confirmed = decide(registers, "CONTRACT-1", "KA");
            registers.accept("classification", confirmed);
            registers.accept("paygrade", confirmed);
            var released = decide(registers, "CONTRACT-2", "KB");
            registers.reject("classification", released, 2, "KB2433 was taken by another class");
            await().until(() ->
                    registers.heard("CONTRACT-2", "notice.released.v1").size() == 1);
            registers.apply("classification", confirmed);
            registers.apply("paygrade", confirmed);
            await().untilAsserted(() -> given().get("/notices/CONTRACT-1/items")
                    .then()
                    .body("items.application.state", everyItem(equalTo("APPLIED"))));
            revise(registers);
        }
    }

    /** Between the decision and the day: one item moves, of another the registers are asked, of a third they are not. */
    private void revise(Registers registers) {
        CityTime.set(clock, "2011-04-08T08:00:00");
        post("/notices/CONTRACT-1/effective-date", "{\"items\": [1], \"date\": \"2011-04-24\", " + BECAUSE + "}")
                .statusCode(200);
        var moved = await().until(() -> registers.heard("CONTRACT-1", "notice.rescheduled.v1"), all -> all.size() == 1)
                .getFirst()
                .data();
        registers.reject("classification", moved, 1, "KA2154 was taken by another class");
        await().until(() -> registers.heard("CONTRACT-1", "notice.released.v1").size() == 1);
        post("/notices/CONTRACT-1/rescission", "{\"items\": [2], " + BECAUSE + "}")
                .statusCode(200);
        post("/notices/CONTRACT-2/rescission", "{\"items\": [2], " + BECAUSE + "}")
                .statusCode(200);
    }

    private static void prepare(Registers registers, String number, String prefix) {
        registers.tellClass(prefix + "2154", "3-1-1 Agent", "2005-12-01");
        registers.tellClass(prefix + "2156", "3-1-1 Supervisor", "2005-12-01");
        registers.tellGrade("809", prefix, "52419.00", "83640.00", "2005-12-01");
        post(
                        "/notices",
                        Drafts.draft(
                                number,
                                Drafts.retitle(prefix + "2154", "3-1-1 Agent", "311 Agent"),
                                Drafts.establish(prefix + "2433", "Manager " + prefix, prefix + "-809"),
                                Drafts.abolish(prefix + "2156")))
                .statusCode(201);
        await().untilAsserted(() -> given().get("/notices/" + number + "/check")
                .then()
                .body("findings.findAll { it.severity == 'ERROR' }", hasSize(0)));
    }

    private static JsonNode decide(Registers registers, String number, String prefix) {
        prepare(registers, number, prefix);
        post("/notices/" + number + "/posting", Drafts.POSTING).statusCode(200);
        post("/notices/" + number + "/decision", Drafts.APPROVAL).statusCode(200);
        return await().until(() -> registers.heard(number, "notice.decided.v1"), one -> one.size() == 1)
                .getFirst()
                .data();
    }

    private static ValidatableResponse post(String path, String body) {
        return given().contentType("application/json").body(body).post(path).then();
    }
}
