package city.planofrecord.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashSet;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

import city.planofrecord.local.client.ServiceClient;

/** A consumer that starts from nothing and reads the state topics has what the registers have, row by row. */
class StateTopicsIT {

    private final WholeSystem system = WholeSystem.shared();
    private final CityHall cityHall = new CityHall(system.city());

    @Test
    void theStateTopicsHoldBothRegisters() {
        cityHall.has("ST0001", "ST0002");
        cityHall.posts(
                "ST-1",
                CityHall.regraded("ST0001", "Regraded class"),
                CityHall.established("ST0003", "New class"),
                CityHall.abolished("ST0002"));
        cityHall.approves("ST-1");
        cityHall.awaitApplied("ST-1");

        await().atMost(WholeSystem.PATIENCE).untilAsserted(() -> {
            classRegister();
            payGrades();
            gradeAssignments();
        });
    }

    private void classRegister() {
        var service = system.city().classification();
        var told = Events.lastOfEach(system.city().kafka(), "planofrecord.job-classes.state");
        assertThat(told.keySet()).isEqualTo(ids(service, "/job-classes"));
        told.forEach((id, event) -> assertSame(service, "/job-classes/", "jobCode", id, event.data()));
    }

    private void payGrades() {
        var service = system.city().paygrade();
        var told = Events.lastOfEach(system.city().kafka(), "planofrecord.pay-grades.state");
        assertThat(told.keySet()).isEqualTo(ids(service, "/pay-grades"));
        told.forEach((id, event) -> assertSame(service, "/pay-grades/", "grade", id, event.data()));
    }

    /** An assignment is asked for by the code of its class, which only the class register's topic tells. */
    private void gradeAssignments() {
        var service = system.city().paygrade();
        var classes = Events.lastOfEach(system.city().kafka(), "planofrecord.job-classes.state");
        var told = Events.lastOfEach(system.city().kafka(), "planofrecord.grade-assignments.state");
        var carrying = new HashSet<String>();
        classes.forEach((id, event) -> {
            var answer = service.get(
                    "/grade-assignments/" + name(event.data(), "jobCode") + "/timeline" + asOf(event.data()));
            if (answer.isGood()) {
                carrying.add(id);
                assertThat(told).containsKey(id);
                assertSame(answer.body(), id, told.get(id).data());
            } else {
                assertThat(answer.status()).isEqualTo(404);
            }
        });
        assertThat(told.keySet()).isEqualTo(carrying);
    }

    /** Those in effect, those abolished and those to come. */
    private static Set<String> ids(ServiceClient service, String path) {
        var ids = new HashSet<String>();
        for (var inEffect : new boolean[] {true, false}) {
            var page = CityHall.assertGood(service.get(path + "?limit=500&inEffect=" + inEffect))
                    .body();
            assertThat(page.path("items"))
                    .as("all on one page")
                    .hasSize(page.path("total").asInt());
            page.path("items").forEach(item -> ids.add(item.path("id").asText()));
        }
        return ids;
    }

    private static void assertSame(ServiceClient service, String path, String named, String id, JsonNode told) {
        var timeline = service.get(path + name(told, named) + "/timeline" + asOf(told));
        assertSame(CityHall.assertGood(timeline).body(), id, told);
    }

    private static void assertSame(JsonNode register, String id, JsonNode told) {
        assertThat(register.path("id").asText()).isEqualTo(id);
        assertThat(register.path("revision")).isEqualTo(told.path("revision"));
        assertThat(register.path("timeline")).isEqualTo(rows(told));
    }

    private static ArrayNode rows(JsonNode told) {
        var rows = JsonNodeFactory.instance.arrayNode();
        for (var row : told.path("timeline")) {
            var flat = (ObjectNode) row.deepCopy();
            flat.setAll((ObjectNode) flat.remove("image"));
            rows.add(flat);
        }
        return rows;
    }

    private static String name(JsonNode told, String field) {
        return last(told).path("image").path(field).asText();
    }

    private static String asOf(JsonNode told) {
        return "?asOf=" + last(told).path("effectiveFrom").asText();
    }

    private static JsonNode last(JsonNode told) {
        return told.path("timeline").path(told.path("timeline").size() - 1);
    }
}
