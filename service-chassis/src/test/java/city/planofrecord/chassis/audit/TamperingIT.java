package city.planofrecord.chassis.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

import jakarta.inject.Inject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.Events;
import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.chassis.testing.contract.EventContracts;
import city.planofrecord.chassis.thing.ThingService;

/** Somebody who may do anything in the database, and knows how entries are made, but not the key. */
@QuarkusTest
@TestProfile(ThingService.class)
class TamperingIT {

    private static final long SEED = 1341;
    private static final int TIMES = 1000;
    private static final int CHAINS = 6;
    private static final KeyedHash KEY = new KeyedHash(ThingService.AUDIT_KEY);

    @Inject
    Trail trail;

    @Inject
    Heads heads;

    @Inject
    ObjectMapper json;

    private final String kind = "sample" + UUID.randomUUID().toString().replace("-", "");
    private List<JsonNode> published = List.of();
    private Connection superuser;

    @BeforeEach
    void writeAndPublish() throws SQLException {
        superuser = RealServers.current().postgres().connectAsSuperuser("thing");
        execute("set session_replication_role = replica");
        for (var nth = 0; nth < 60; nth++) {
            write(nth % CHAINS, "value " + nth);
        }
        publish();
        for (var nth = 0; nth < 30; nth++) {
            write(nth % CHAINS, "later value " + nth);
        }
        publish();
        execute("create table kept_entry as select * from audit_entry");
    }

    @AfterEach
    void dropCopy() throws SQLException {
        execute("drop table kept_entry");
        superuser.close();
    }

    @Test
    void whateverIsAlteredDeletedCutOffOrMovedIsDetectedEveryTime() throws SQLException, JsonProcessingException {
        assertThat(firstFault()).isEmpty();
        var random = new Random(SEED);
        var undetected = new ArrayList<String>();

        for (var time = 0; time < TIMES; time++) {
            var done = tamper(random);
            if (firstFault().isEmpty()) {
                undetected.add("time " + time + " of seed " + SEED + ": " + done);
            }
            restore();
        }

        assertThat(undetected).isEmpty();
        assertThat(firstFault()).isEmpty();
    }

    @Test
    void whatIsPublishedDoesNotGiveTheHashAway() {
        var entries = entries();

        assertThat(published).isNotEmpty();
        assertThat(entries)
                .noneMatch(entry ->
                        published.toString().contains(entry.path("hash").asText()));
    }

    @Test
    void headsArePublishedOnceAndOnlyOfChainsThatHaveGrown() {
        var before = published.size();
        RealServers.current().untilSettled();
        heads.publish(KEY, Duration.ZERO);
        write(0, "grown");
        RealServers.current().untilSettled();
        heads.publish(KEY, Duration.ofHours(1));
        heads.publish(KEY, Duration.ZERO);

        await().until(() ->
                ofKind(Events.all("audit-heads").stream().map(Events.Told::data).toList())
                                .size()
                        > before);
        var last =
                ofKind(Events.all("audit-heads").stream().map(Events.Told::data).toList());
        assertThat(last).hasSize(before + 1);
        assertThat(Events.all("audit-heads"))
                .allSatisfy(event -> assertThat(new EventContracts()
                                .faults("audit-heads.published.v1", event.data().toString()))
                        .isEmpty());
        assertThat(last.getLast().path("heads").valueStream().filter(this::isOurs))
                .singleElement()
                .satisfies(head -> assertThat(head.path("number").asInt()).isEqualTo(16));
    }

    private String tamper(Random random) throws SQLException, JsonProcessingException {
        var one = entry(random);
        var where = " where aggregate = '" + kind + "' and aggregate_id = '" + one.chain() + "' and number = "
                + one.number();
        return switch (random.nextInt(12)) {
            case 0 -> execute("update audit_entry set content = replace(content, 'value', 'other')" + where);
            case 1 -> execute("update audit_entry set hash = repeat('a', 64)" + where);
            case 2 -> execute("update audit_entry set at = at + interval '1 microsecond'" + where);
            case 3 -> execute("update audit_entry set number = 1000 + number" + where);
            case 4 -> execute("update audit_entry set aggregate_id = aggregate_id || 'x'" + where);
            case 5 -> execute("update audit_entry set aggregate = aggregate || 'x'" + where);
            case 6 -> execute("delete from audit_entry" + where);
            case 7 -> execute("delete from audit_entry" + where.replace("number =", "number >="));
            case 8 ->
                execute("delete from audit_entry where aggregate = '" + kind + "' and aggregate_id = '" + one.chain()
                        + "'");
            case 9 -> exchange(random, one);
            case 10 -> rewrite(one, one.number());
            default -> rewriteAndCutOff(one);
        };
    }

    /** Two entries change places: what they say, with or without the time of which they say it. */
    private String exchange(Random random, One one) throws SQLException {
        var other = entry(random);
        while (other.equals(one)) {
            other = entry(random);
        }
        var columns = random.nextBoolean() ? List.of("content", "hash") : List.of("content", "hash", "at");
        var sets = columns.stream().map(column -> column + " = o." + column).toList();
        return execute("update audit_entry e set " + String.join(", ", sets)
                + " from kept_entry o where e.aggregate = '" + kind + "' and o.aggregate = e.aggregate"
                + " and ((" + is("e", one) + " and " + is("o", other) + ") or (" + is("e", other) + " and "
                + is("o", one) + "))");
    }

    private static String is(String alias, One one) {
        return alias + ".aggregate_id = '" + one.chain() + "' and " + alias + ".number = " + one.number();
    }

    /** From the entry on the chain is written anew, each entry with the hash that belongs to it. */
    private String rewrite(One from, long begin) throws SQLException, JsonProcessingException {
        var previous = "";
        for (var entry : entries()) {
            if (!entry.path("id").asText().equals(from.chain())) {
                continue;
            }
            var number = entry.path("number").asLong();
            if (number < begin) {
                previous = entry.path("hash").asText();
                continue;
            }
            var content = (ObjectNode) json.readTree(entry.path("content").asText());
            content.put("actor", "forger");
            if (!previous.isEmpty()) {
                content.put("previous", previous);
            }
            var text = json.writeValueAsString(content);
            previous = TrailEntry.hash(text);
            execute("update audit_entry set content = '" + text.replace("'", "''") + "', hash = '" + previous
                    + "' where aggregate = '" + kind + "' and " + is("audit_entry", new One(from.chain(), number)));
        }
        return "rewritten from " + from;
    }

    private String rewriteAndCutOff(One from) throws SQLException, JsonProcessingException {
        rewrite(from, from.number());
        return execute("delete from audit_entry where aggregate = '" + kind + "' and aggregate_id = '" + from.chain()
                + "' and number > " + from.number());
    }

    private record One(String chain, long number) {}

    private static One entry(Random random) {
        return new One("chain " + random.nextInt(CHAINS), 1 + random.nextInt(15));
    }

    private Optional<String> firstFault() {
        var check = new TrailCheck(KEY);
        published.forEach(check::published);
        return entries().stream()
                .flatMap(entry -> check.add(entry).stream())
                .findFirst()
                .or(check::end);
    }

    /** Whatever bears the kind now, or one that was made of it. */
    private List<JsonNode> entries() {
        var entries = new ArrayList<JsonNode>();
        for (var aggregate : List.of(kind, kind + "x")) {
            try {
                json.readTree(RestAssured.get("/audit?limit=500&aggregate=" + aggregate)
                                .then()
                                .statusCode(200)
                                .extract()
                                .asString())
                        .path("items")
                        .forEach(entries::add);
            } catch (JsonProcessingException e) {
                throw new AssertionError(e);
            }
        }
        return entries;
    }

    private void write(int chain, String value) {
        QuarkusTransaction.requiringNew()
                .run(() -> trail.add(
                        new Chain(kind, "chain " + chain),
                        List.of(new Alteration("/value", null, TextNode.valueOf(value)))));
    }

    private void publish() {
        RealServers.current().untilSettled();
        var before = published.size();
        heads.publish(KEY, Duration.ZERO);
        published = await().until(
                        () -> ofKind(Events.all("audit-heads").stream()
                                .map(Events.Told::data)
                                .toList()),
                        now -> now.size() > before);
    }

    private List<JsonNode> ofKind(List<JsonNode> all) {
        return all.stream()
                .filter(data -> data.path("heads").valueStream().anyMatch(this::isOurs))
                .map(data -> {
                    var ours = json.createObjectNode();
                    var told = ours.putArray("heads");
                    data.path("heads").valueStream().filter(this::isOurs).forEach(told::add);
                    return (JsonNode) ours;
                })
                .toList();
    }

    private boolean isOurs(JsonNode head) {
        return head.path("aggregate").asText().equals(kind);
    }

    private void restore() throws SQLException {
        execute("delete from audit_entry where aggregate like '" + kind + "%';"
                + " insert into audit_entry select * from kept_entry where aggregate = '" + kind + "'");
    }

    private String execute(String sql) throws SQLException {
        try (var statement = superuser.createStatement()) {
            statement.execute(sql);
            return sql;
        }
    }
}
