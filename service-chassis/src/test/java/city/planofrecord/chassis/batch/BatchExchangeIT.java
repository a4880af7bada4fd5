package city.planofrecord.chassis.batch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.batch.BatchWork.Answer;
import city.planofrecord.chassis.event.UnprocessableEventException;
import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.chassis.thing.ThingBatch;
import city.planofrecord.chassis.thing.ThingService;
import city.planofrecord.chassis.thing.Things;
import city.planofrecord.chassis.thing.Together;

@QuarkusTest
@TestProfile(ThingService.class)
class BatchExchangeIT {

    private static final String DAY = "2031-01-01";

    @Inject
    Things things;

    @Inject
    ThingBatch batches;

    @Inject
    BatchExchange exchange;

    private void offered(Offer offer) {
        QuarkusTransaction.requiringNew().run(() -> exchange.offered(offer, batches));
    }

    private void confirmed(Offer offer) {
        QuarkusTransaction.requiringNew().run(() -> exchange.confirmed(offer.batch(), offer.attempt(), batches));
    }

    private void released(Offer offer) {
        QuarkusTransaction.requiringNew().run(() -> exchange.released(offer.batch(), offer.attempt()));
    }

    private Offer offer(String reference, UUID... ids) {
        return batches.renaming(reference, 1, UUID.randomUUID().toString(), List.of(ids), DAY, "renamed");
    }

    private UUID thing() {
        return things.establish("2030-01-01", "name", "a");
    }

    private List<Answer> answers(Offer offer) {
        return batches.told(offer.batch()).stream().map(ThingBatch.Told::answer).toList();
    }

    private String name(UUID id) {
        return things.valueOn(id, DAY, "name", null).orElse("nothing");
    }

    @Test
    void whatIsOfferedAndConfirmedManyTimesIsRecordedOnce() {
        var id = thing();
        var offer = offer("Decision 1", id);

        offered(offer);
        offered(offer);
        assertThat(name(id)).isEqualTo("a");
        confirmed(offer);
        confirmed(offer);
        offered(offer);

        assertThat(name(id)).isEqualTo("renamed");
        assertThat(things.ledger().revision(id, null)).isEqualTo(2);
        assertThat(answers(offer)).containsExactly(Answer.ACCEPTED, Answer.ACCEPTED, Answer.APPLIED, Answer.APPLIED);
    }

    @Test
    void everyItemIsToldHeldThenApplied() {
        var offer = offer("Decision 2", thing(), thing());
        offered(offer);
        confirmed(offer);

        assertThat(batches.told(offer.batch()))
                .extracting(told -> told.data().path("items").findValuesAsText("state"))
                .containsExactly(List.of("HELD", "HELD"), List.of("APPLIED", "APPLIED"));
    }

    @Test
    void anotherWriteToWhatIsHeldIsRefusedAndNamesTheBatch() {
        var id = thing();
        var offer = offer("Decision 3", id);
        offered(offer);

        given().contentType("application/json")
                .header("If-Match", "\"1\"")
                .body("""
                        {"effectiveFrom": "2032-01-01", "set": {"name": "b"}, "reason": "Changed",
                         "authority": {"kind": "ORDINANCE", "citation": "Ordinance 7"}}
                        """)
                .post("/things/" + id + "/amendments")
                .then()
                .statusCode(409)
                .body("type", endsWith("/problems/held"))
                .body("heldBy", is("Decision 3"))
                .body("detail", containsString("Decision 3"));
        confirmed(offer);
        things.amend(id, "2032-01-01", "name", "b");
    }

    @Test
    void whatIsReleasedIsFreeAndLeavesNothingBehind() {
        var id = thing();
        var offer = offer("Decision 4", id);
        offered(offer);
        released(offer);
        released(offer);

        things.amend(id, "2032-01-01", "name", "b");
        assertThat(name(id)).isEqualTo("a");
        assertThatThrownBy(() -> confirmed(offer)).isInstanceOf(UnprocessableEventException.class);
    }

    @Test
    void aBatchThatTouchesWhatAnotherHoldsIsRefusedAndNamesTheFirst() {
        var shared = thing();
        var free = thing();
        var first = offer("Decision 5", shared);
        var second = offer("Decision 6", free, shared);
        offered(first);

        offered(second);

        var refused = batches.told(second.batch()).getLast();
        assertThat(refused.answer()).isEqualTo(Answer.REJECTED);
        assertThat(refused.data().path("items").findValuesAsText("state")).containsExactly("PENDING", "REJECTED");
        assertThat(refused.data().path("items").get(1).path("reason").asText()).contains("is held by Decision 5");
        things.amend(free, "2032-01-01", "name", "was never held");
        released(first);
    }

    @Test
    void aBatchWithOneBadItemHoldsNothingAndCanBeOfferedAgain() {
        var id = thing();
        var bad = offer("Decision 7", id, UUID.randomUUID());
        offered(bad);
        assertThat(answers(bad)).containsExactly(Answer.REJECTED);
        things.amend(id, "2030-02-01", "name", "b");

        var again = batches.renaming("Decision 7", 2, bad.batch(), List.of(id), DAY, "renamed");
        offered(again);
        confirmed(again);

        assertThat(name(id)).isEqualTo("renamed");
    }

    @Test
    void whatABatchHoldsWhatIsRefusedAndWhatIsReleasedIsEntered() {
        var held = thing();
        var offer = offer("Decision 10", held);
        offered(offer);
        offered(offer);
        released(offer);
        released(offer);
        var bad = offer("Decision 11", held, UUID.randomUUID());
        offered(bad);
        var applied = offer("Decision 12", held);
        offered(applied);
        confirmed(applied);
        RealServers.current().untilSettled();

        entriesOf(offer)
                .body("items.size()", is(2))
                .body("items[0].changes[0].pointer", is("/tries/1"))
                .body("items[0].changes[0].after.state", is("HELD"))
                .body("items[0].changes[0].after.reference", is("Decision 10"))
                .body("items[0].changes[0].after.holds", is(List.of(held.toString())))
                .body("items[1].changes.pointer", is(List.of("/tries/1/state", "/tries/1/holds")))
                .body("items[1].changes[0].after", is("RELEASED"))
                .body("items[1].changes[1].before", is(List.of(held.toString())));
        entriesOf(bad)
                .body("items.size()", is(1))
                .body("items[0].changes[0].after.state", is("REJECTED"))
                .body("items[0].changes[0].after.refused.'2'", containsString("There is no thing"));
        entriesOf(applied).body("items.size()", is(2)).body("items[1].changes[0].after", is("APPLIED"));
    }

    private static ValidatableResponse entriesOf(Offer offer) {
        return given().get("/audit?aggregate=batch&id=" + offer.batch()).then().statusCode(200);
    }

    @Test
    void whatWasNeverOfferedCannotBeConfirmed() {
        assertThatExceptionOfType(UnprocessableEventException.class)
                .isThrownBy(() -> confirmed(offer("Decision 8", thing())))
                .withMessageContaining("never offered");
    }

    @Test
    void eightWritersAndBatchesOnTheSameThingsNeitherDeadlockNorMix() throws Exception {
        var all = IntStream.range(0, 6).mapToObj(_ -> thing()).toList();
        var written = new AtomicInteger();
        var refused = new AtomicInteger();

        Together.run(9, writer -> {
            for (var nth = 0; nth < 12; nth++) {
                if (writer == 0) {
                    var offer = offer("Decision 9." + nth, all.toArray(UUID[]::new));
                    offered(offer);
                    confirmed(offer);
                } else {
                    try {
                        things.amend(all.get((writer + nth) % all.size()), "2030-02-01", "name", writer + "." + nth);
                        written.incrementAndGet();
                    } catch (Refused e) {
                        assertThat(e.kind()).isEqualTo(ProblemKind.HELD);
                        refused.incrementAndGet();
                    }
                }
            }
        });

        assertThat(written.get() + refused.get()).isEqualTo(8 * 12);
        assertThat(all).allSatisfy(id -> assertThat(name(id)).isEqualTo("renamed"));
        assertThat(all.stream()
                        .mapToLong(id -> things.ledger().revision(id, null))
                        .sum())
                .isEqualTo(all.size() + written.get() + 12L * all.size());
    }
}
