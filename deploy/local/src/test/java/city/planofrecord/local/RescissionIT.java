package city.planofrecord.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import city.planofrecord.local.client.Answer;

/** Approved items rescinded or moved between the decision and their day, over all three services. */
class RescissionIT {

    private static final String LATER = "2011-04-24";
    private static final List<String> EXCHANGE = List.of("planofrecord.notices", "planofrecord.notice-items");

    private static WholeSystem system;
    private static CityHall cityHall;

    @BeforeAll
    static void begin() {
        system = WholeSystem.begin("rescission");
        cityHall = new CityHall(system.city());
    }

    @AfterAll
    static void end() {
        system.stop();
    }

    @BeforeEach
    void theDayAfterTheDecision() {
        system.clock("2011-04-08T08:00:00");
    }

    @Test
    void itemsRescindedBeforeTheirDayNeverTakeEffectHoweverOftenTheEventsCome() {
        cityHall.has("RS0001", "RS0002", "RS0003");
        cityHall.posts(
                "RS-1",
                recoded("RS0001", "RS0011"),
                CityHall.regraded("RS0002", "Regraded class"),
                CityHall.established("RS0012", "New class"),
                CityHall.abolished("RS0003"));
        cityHall.approves("RS-1");
        cityHall.awaitApplied("RS-1");
        assertPaid("RS0011", CityHall.EFFECTIVE, "RS0011", CityHall.NEXT_GRADE);
        assertPaid("RS0012", CityHall.EFFECTIVE, "RS0012", CityHall.GRADE);

        try (var echo = new Echo(system.city().kafka(), EXCHANGE)) {
            system.pause("paygrade-service");
            try {
                CityHall.assertGood(rescind("RS-1", 1, 3));
                awaitState("RS-1", 0, "rescission", "classification", "HELD");
                assertThat(rescind("RS-1", 2).status()).isEqualTo(409);
                assertPaidAs("RS0011");
            } finally {
                system.resume("paygrade-service");
            }
            awaitDone("RS-1", 0, "rescission");
            awaitDone("RS-1", 2, "rescission");
            // Rescinded and confirmed, and from each register accepted and applied.
            await().atMost(WholeSystem.PATIENCE).until(() -> echo.echoed() >= 6);
        }
        // What comes after the echoes has been read only when they have been.
        cityHall.has("RS0004");
        cityHall.posts("RS-2", CityHall.regraded("RS0004", "Regraded class, too"));
        cityHall.approves("RS-2");
        cityHall.awaitApplied("RS-2");

        assertPaid("RS0001", CityHall.EFFECTIVE, "RS0001", CityHall.GRADE);
        assertPaid("RS0002", CityHall.EFFECTIVE, "RS0002", CityHall.NEXT_GRADE);
        assertThat(cityHall.jobClass("RS0011", CityHall.EFFECTIVE).status()).isEqualTo(404);
        await().atMost(WholeSystem.PATIENCE)
                .untilAsserted(() -> assertThat(
                                cityHall.classPay("RS0012", CityHall.EFFECTIVE).status())
                        .isEqualTo(404));
        assertThat(cityHall.jobClass("RS0003", CityHall.EFFECTIVE).status()).isEqualTo(404);
        assertActs("/job-classes/RS0001/timeline", "ESTABLISHED", "AMENDED", "CANCELLED");
        assertActs("/grade-assignments/RS0001/timeline", "ESTABLISHED", "AMENDED", "CANCELLED");
        assertToldToPayroll();
        assertNothingParked();

        system.clock(CityHall.EFFECTIVE + "T00:00:00");
        await().atMost(WholeSystem.PATIENCE)
                .untilAsserted(() ->
                        assertThat(effective(id("RS0002"))).singleElement().isEqualTo(CityHall.NEXT_GRADE));
        assertThat(effective(id("RS0001"))).isEmpty();
        assertThat(notice("RS-1").path("inEffect").asBoolean()).isTrue();
        var late = rescind("RS-1", 2);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.explanation()).contains("took effect on 2011-04-10");
    }

    @Test
    void itemsThatAreMovedTakeEffectOnTheirNewDateInBothRegisters() {
        cityHall.has("RS0021", "RS0023");
        cityHall.posts(
                "RS-3",
                recoded("RS0021", "RS0031"),
                CityHall.established("RS0032", "New class"),
                CityHall.abolished("RS0023"));
        cityHall.approves("RS-3");
        cityHall.awaitApplied("RS-3");

        CityHall.assertGood(asks("RS-3", "effective-date", because().put("date", LATER)));
        awaitDone("RS-3", 0, "dateChange");

        assertThat(notice("RS-3").at("/effectiveDate/date").asText()).isEqualTo(LATER);
        assertThat(notice("RS-3").at("/effectiveDate/override/insteadOf").asText())
                .isEqualTo(CityHall.EFFECTIVE);
        assertPaid("RS0021", "2011-04-23", "RS0021", CityHall.GRADE);
        assertPaid("RS0021", LATER, "RS0031", CityHall.NEXT_GRADE);
        assertThat(cityHall.classPay("RS0032", "2011-04-23").status()).isEqualTo(404);
        assertPaid("RS0032", LATER, "RS0032", CityHall.GRADE);
        assertPaid("RS0023", "2011-04-23", "RS0023", CityHall.GRADE);
        await().atMost(WholeSystem.PATIENCE)
                .untilAsserted(() ->
                        assertThat(cityHall.classPay("RS0023", LATER).status()).isEqualTo(404));
        assertActs("/grade-assignments/RS0032/timeline", "ESTABLISHED", "ESTABLISHED", "CANCELLED");
        assertNothingParked();
    }

    @Test
    void whatOneRegisterRefusesToTakeOutStaysInBothUntilItIsMended() {
        cityHall.has("RS0041");
        cityHall.posts("RS-4", recoded("RS0041", "RS0051"));
        cityHall.approves("RS-4");
        cityHall.awaitApplied("RS-4");
        var other = JsonNodeFactory.instance
                .objectNode()
                .put("jobCode", "RS0041")
                .put("title", "Another class")
                .put("effectiveFrom", LATER)
                .put("reason", "A test");
        CityHall.assertGood(system.city().classification().post("/job-classes", authorized(other)));

        CityHall.assertGood(rescind("RS-4", 1));
        awaitState("RS-4", 0, "rescission", "classification", "REJECTED");
        assertThat(cityHall.items("RS-4")
                        .at("/0/rescission/byRegister/classification/reason")
                        .asText())
                .contains("RS0041", "Another class");
        assertPaid("RS0041", CityHall.EFFECTIVE, "RS0051", CityHall.NEXT_GRADE);

        var begun = CityHall.assertGood(cityHall.jobClass("RS0041", LATER));
        var cancellation = JsonNodeFactory.instance
                .objectNode()
                .put("act", begun.body().path("act").asText())
                .put("reason", "The code is needed");
        CityHall.assertGood(system.city()
                .classification()
                .post("/job-classes/RS0041/cancellations", authorized(cancellation), begun.etag()));
        CityHall.assertGood(
                system.city().notices().director().post("/notices/RS-4/retry", JsonNodeFactory.instance.objectNode()));
        awaitDone("RS-4", 0, "rescission");
        assertPaid("RS0041", CityHall.EFFECTIVE, "RS0041", CityHall.GRADE);
        assertThat(notice("RS-4").path("status").asText()).isEqualTo("RESCINDED");
    }

    private static ObjectNode recoded(String jobCode, String newCode) {
        var item = CityHall.regraded(jobCode, "Regraded class");
        ((ObjectNode) item.path("proposed")).put("jobCode", newCode);
        return item;
    }

    private static ObjectNode because() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("citation", "Board resolution of 8 April 2011")
                .put("reason", "The study is to be repeated.");
    }

    private static ObjectNode authorized(ObjectNode act) {
        act.putObject("authority").put("kind", "DIRECTOR").put("citation", "A test");
        return act;
    }

    private static Answer rescind(String number, int... items) {
        var body = because();
        var named = body.putArray("items");
        for (var item : items) {
            named.add(item);
        }
        return asks(number, "rescission", body);
    }

    private static Answer asks(String number, String what, ObjectNode body) {
        return system.city().notices().director().post("/notices/" + number + "/" + what, body);
    }

    private static JsonNode notice(String number) {
        return CityHall.assertGood(system.city().notices().analyst().get("/notices/" + number))
                .body();
    }

    private static void awaitState(String number, int item, String revision, String register, String state) {
        await().atMost(WholeSystem.PATIENCE)
                .untilAsserted(() -> assertThat(cityHall.items(number)
                                .path(item)
                                .path(revision)
                                .path("byRegister")
                                .path(register)
                                .path("state")
                                .asText())
                        .isEqualTo(state));
    }

    private static void awaitDone(String number, int item, String revision) {
        await().atMost(WholeSystem.PATIENCE)
                .untilAsserted(() -> assertThat(cityHall.items(number)
                                .path(item)
                                .path(revision)
                                .path("state")
                                .asText())
                        .isEqualTo("APPLIED"));
    }

    private static void assertPaid(String asked, String day, String jobCode, String grade) {
        await().atMost(WholeSystem.PATIENCE).untilAsserted(() -> {
            var pay = CityHall.assertGood(cityHall.classPay(asked, day)).body();
            assertThat(pay.path("jobCode").asText()).isEqualTo(jobCode);
            assertThat(pay.path("grade").asText()).isEqualTo(grade);
        });
    }

    /** While a register stands still, the other shows what it has shown. */
    private static void assertPaidAs(String jobCode) {
        assertThat(cityHall.jobClass(jobCode, CityHall.EFFECTIVE)
                        .body()
                        .path("jobCode")
                        .asText())
                .isEqualTo(jobCode);
    }

    private static void assertActs(String timeline, String... kinds) {
        var service = timeline.startsWith("/job-classes")
                ? system.city().classification()
                : system.city().paygrade();
        var acts = CityHall.assertGood(service.get(timeline)).body().path("acts");
        assertThat(StreamSupport.stream(acts.spliterator(), false)
                        .map(act -> act.path("kind").asText()))
                .as(timeline)
                .containsExactly(kinds);
    }

    /** That the regrade is no more, once, from the day on which it would have taken effect, with its batch and authority. */
    private static void assertToldToPayroll() {
        var told = Events.of(system.city().kafka(), "planofrecord.grade-assignments").stream()
                .filter(event -> event.type().endsWith("changed.v1"))
                .filter(event ->
                        event.data().at("/authority/citation").asText().equals("Board resolution of 8 April 2011"))
                .filter(event -> event.data().at("/authority/notice").asText().equals("RS-1"))
                .toList();
        assertThat(told).extracting(Events.Event::size).containsOnly(2);
        assertThat(told).extracting(Events.Event::batch).doesNotContain("");
        assertThat(told)
                .filteredOn(event -> event.data().at("/authority/item").asInt() == 1)
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.data().at("/act/kind").asText()).isEqualTo("CANCELLED");
                    assertThat(event.data().at("/periods/0/from").asText()).isEqualTo(CityHall.EFFECTIVE);
                    assertThat(event.data().at("/periods/0/before/grade").asText())
                            .isEqualTo(CityHall.NEXT_GRADE);
                    assertThat(event.data().at("/periods/0/after/grade").asText())
                            .isEqualTo(CityHall.GRADE);
                });
    }

    private static String id(String jobCode) {
        return CityHall.assertGood(cityHall.jobClass(jobCode, CityHall.EFFECTIVE))
                .body()
                .path("id")
                .asText();
    }

    /** The grades of the class that payroll was told to be in effect. */
    private static List<String> effective(String jobClass) {
        return Events.of(system.city().kafka(), "planofrecord.grade-assignments").stream()
                .filter(event ->
                        event.type().endsWith("effective.v1") && event.key().equals(jobClass))
                .map(event -> event.data().at("/image/grade").asText())
                .toList();
    }

    private static void assertNothingParked() {
        for (var service : List.of(
                system.city().classification(),
                system.city().paygrade(),
                system.city().notices().analyst())) {
            assertThat(CityHall.assertGood(
                                    service.bearing(system.token(Role.OPERATOR)).get("/dead-letters"))
                            .body()
                            .path("total")
                            .asInt())
                    .as(service.name())
                    .isZero();
        }
    }
}
