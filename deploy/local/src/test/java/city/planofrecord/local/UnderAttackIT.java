package city.planofrecord.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import city.planofrecord.local.attack.Attack;
import city.planofrecord.local.attack.Flood;
import city.planofrecord.local.attack.HostileDocuments;
import city.planofrecord.local.attack.Reader;
import city.planofrecord.local.attack.SlowCrowd;

/**
 * While somebody attacks from 127.0.0.2, somebody else reads a class, its pay and a notice, 120 times a second, and 99 of a
 * hundred answers take no longer than twice what they take without an attack.
 *
 * <p>Times without an attack and in one are taken in turns, {@link #TURNS} windows of each, and the percentiles of all windows,
 * 720 answers of either kind, are compared: what else the machine does falls into both. An answer's time counts from the
 * instant at which it was to be asked for. What is measured begins when the attack is under way and its burst, which anybody
 * may have, is spent. The attackers run on the same machine, so that they take from the services what they need to attack; an
 * attack that does not keep to the limit is tried again, {@link #TRIES} times in all, and times under {@link #FLOOR} are not
 * told from one another.
 *
 * <p>On two cores that ten others wanted too, p99 stood between 0.4 and 1.6 times the normal of 70 to 650 ms. The quieter the
 * machine, the shorter the normal and the more the attackers count: with a normal of 6 to 11 ms it was 7 to 13 ms under comments,
 * look-ups, deep JSON and slow readers, 20 ms under slow writers and waiting readers, and 38 ms under hostile imports, of which one
 * at a time has one of the two cores.
 */
class UnderAttackIT {

    private static final String ATTACKER = "127.0.0.2";
    private static final Duration FLOOR = Duration.ofMillis(60);
    private static final int TRIES = 3;
    private static final int TURNS = 4;
    private static final Duration WARM_UP = Duration.ofSeconds(8);
    private static final Duration WINDOW = Duration.ofMillis(1_500);
    private static final Duration UNDER_WAY = Duration.ofMillis(1_500);
    private static final Duration OVER = Duration.ofMillis(500);

    /** So many that the timelines of all of them are more than connections hold. */
    private static final int CLASSES = 3_000;

    private static WholeSystem system;
    private static Reader reader;
    private static HttpClient http;

    @BeforeAll
    static void begin() throws InterruptedException {
        system = WholeSystem.limitedAsACitys("under-attack");
        loadClasses();
        new CityHall(system.city()).has("UA0001");
        new CityHall(system.city()).posts("UA-1", CityHall.regraded("UA0001", "Attacked class"));
        http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        reader = new Reader(
                http,
                system.token(Role.AUDITOR),
                List.of(
                        at("paygrade-service", "/class-pay/UA0001?asOf=2011-04-09"),
                        at("classification-service", "/job-classes/UA0001?asOf=2011-04-09"),
                        at("notice-service", "/notices/UA-1")));
        reader.read(WARM_UP);
    }

    private static void loadClasses() {
        var lines = IntStream.range(0, CLASSES)
                .mapToObj(nth ->
                        "{\"timeline\":[{\"effectiveFrom\":\"2005-12-01\",\"jobCode\":\"UB%04d\",\"title\":\"%s %d\"}],"
                                        .formatted(nth, "Keeper of the meadows ".repeat(8), nth)
                                + "\"authority\":{\"kind\":\"OPENING\",\"citation\":\"A test\"},\"reason\":\"A test\"}")
                .collect(Collectors.joining("\n"));
        CityHall.assertGood(system.city()
                .classification()
                .post("/job-class-imports", "application/x-ndjson", lines.getBytes(StandardCharsets.UTF_8)));
    }

    @AfterAll
    static void end() {
        if (http != null) {
            http.close();
        }
        if (system != null) {
            system.stop();
        }
    }

    private static URI at(String service, String path) {
        return system.audited().get(service).resolve(path);
    }

    private static HttpRequest post(URI operation, String contentType, byte[] body) {
        return HttpRequest.newBuilder(operation)
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
    }

    private static IntFunction<HttpRequest> json(URI operation, String body) {
        var request = post(operation, "application/json", body.getBytes(StandardCharsets.UTF_8));
        return _ -> request;
    }

    /** Others are served while it goes on; the attack itself is refused with the status. */
    private static void othersAreServedDuring(String what, Supplier<Attack> attack, int refusal)
            throws InterruptedException {
        var measured = measured(what, attack, refusal);
        for (var tries = 1; tries < TRIES && !measured.isServed(); tries++) {
            measured = measured(what, attack, refusal);
        }
        assertThat(measured.during().percentile(99)).as(what).isLessThanOrEqualTo(measured.allowed());
    }

    private static Measured measured(String what, Supplier<Attack> attack, int refusal) throws InterruptedException {
        var measured = new Measured(Reader.Times.NONE, Reader.Times.NONE);
        var answers = new TreeMap<Integer, Integer>();
        for (var turn = 0; turn < TURNS; turn++) {
            var normal = reader.read(WINDOW);
            var going = attack.get();
            try (going) {
                reader.read(UNDER_WAY);
                measured = measured.and(normal, reader.read(WINDOW));
            }
            going.answers().forEach((status, count) -> answers.merge(status, count, Integer::sum));
            reader.read(OVER);
        }
        System.out.printf(
                "%s: others had %s; without it %s; the attack was answered %s%n",
                what, measured.during(), measured.normal(), answers);
        assertThat(measured.during().wrong()).as("answers to others").isEmpty();
        assertThat(answers).as("answers to the attack").containsKey(refusal);
        return measured;
    }

    private record Measured(Reader.Times normal, Reader.Times during) {

        Measured and(Reader.Times moreNormal, Reader.Times moreDuring) {
            return new Measured(normal.and(moreNormal), during.and(moreDuring));
        }

        Duration allowed() {
            return Collections.max(List.of(normal.percentile(99).multipliedBy(2), FLOOR));
        }

        boolean isServed() {
            return during.percentile(99).compareTo(allowed()) <= 0;
        }
    }

    @Test
    void commentsByTheHundred() throws InterruptedException {
        othersAreServedDuring(
                "Comment flood",
                () -> Flood.from(
                        ATTACKER,
                        8,
                        200,
                        json(at("notice-service", "/notices/UA-1/comments"), "{\"text\":\"No\",\"name\":\"Nobody\"}")),
                429);
    }

    @Test
    void lookUpsByTheHundredThousand() throws InterruptedException {
        var lookups = IntStream.range(0, 1_000)
                .mapToObj(_ -> "{\"jobCode\":\"UA0001\",\"asOf\":\"2011-04-09\"}")
                .collect(Collectors.joining(",", "{\"lookups\":[", "]}"));
        othersAreServedDuring(
                "Look-up flood",
                () -> Flood.from(ATTACKER, 8, 200, json(at("paygrade-service", "/class-pay/lookups"), lookups)),
                429);
    }

    @Test
    void bodiesThatNeverEnd() throws InterruptedException {
        othersAreServedDuring(
                "Slow writers",
                () -> SlowCrowd.ofWriters(
                        ATTACKER, 300, at("paygrade-service", "/class-pay/lookups"), "application/json"),
                429);
    }

    @Test
    void answersThatAreTakenByteByByte() throws InterruptedException {
        othersAreServedDuring(
                "Slow readers",
                () -> SlowCrowd.ofReaders(
                        ATTACKER, 200, at("classification-service", "/snapshots/job-classes?include=timeline")),
                429);
    }

    /** Eight at once, and eight documents of 10 MB a second: what a line of 600 Mbit/s carries. */
    @Test
    void manyHostileImportsAtOnce() throws InterruptedException {
        var token = "Bearer " + system.token(Role.ANALYST);
        var operation = at("classification-service", "/specification-imports");
        var requests = HostileDocuments.all().stream()
                .map(document -> HttpRequest.newBuilder(operation)
                        .timeout(Duration.ofSeconds(30))
                        .header("Content-Type", document.contentType())
                        .header("Authorization", token)
                        .POST(BodyPublishers.ofByteArray(document.bytes()))
                        .build())
                .toList();
        othersAreServedDuring(
                "Hostile imports", () -> Flood.from(ATTACKER, 8, 8, i -> requests.get(i % requests.size())), 503);
    }

    @Test
    void readersOfTheFeedWhoWaitByTheHundred() throws InterruptedException {
        var wait = HttpRequest.newBuilder(at("paygrade-service", "/changes?wait=30&limit=1&after=" + lastPosition()))
                .timeout(Duration.ofSeconds(40))
                .build();
        othersAreServedDuring("Waiting readers", () -> Flood.from(ATTACKER, 300, 300, _ -> wait), 429);
    }

    @Test
    void jsonThatIsTooDeep() throws InterruptedException {
        othersAreServedDuring(
                "Deep JSON",
                () -> Flood.from(
                        ATTACKER,
                        8,
                        100,
                        json(at("paygrade-service", "/class-pay/lookups"), "{\"lookups\":" + "[".repeat(250_000))),
                400);
    }

    private static long lastPosition() {
        var cursor = 0L;
        for (var next = changesAfter(cursor); next > cursor; next = changesAfter(cursor)) {
            cursor = next;
        }
        return cursor;
    }

    private static long changesAfter(long cursor) {
        return CityHall.assertGood(system.city().paygrade().get("/changes?limit=500&after=" + cursor))
                .body()
                .path("cursor")
                .asLong();
    }
}
