package city.planofrecord.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
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
 * While somebody attacks from 127.0.0.2, somebody else reads a class, its pay and a notice, and 99 of a hundred answers
 * take no longer than twice what they take without an attack. The attackers run on the same machine, so that they take
 * from the services what they need to attack; times under {@link #FLOOR} are not told from one another. What is measured
 * begins when the attack is under way and its burst, which anybody may have, is spent.
 */
class UnderAttackIT {

    private static final String ATTACKER = "127.0.0.2";
    private static final Duration FLOOR = Duration.ofMillis(60);
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration QUIET = Duration.ofSeconds(2);
    private static final Duration UNDER_WAY = Duration.ofMillis(1_500);
    private static final Duration MEASURED = Duration.ofSeconds(3);

    private static WholeSystem system;
    private static Reader reader;
    private static HttpClient http;

    /** The p99 without an attack: the longest of those that were measured so far, since the machine may be busy otherwise. */
    private static Duration normal;

    @BeforeAll
    static void begin() throws InterruptedException {
        system = WholeSystem.limitedAsACitys("under-attack");
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
        normal = reader.read(MEASURED).percentile(99);
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
        var before = reader.read(QUIET);
        normal = max(normal, before.percentile(99));
        Reader.Times during;
        var going = attack.get();
        try (going) {
            reader.read(UNDER_WAY);
            during = reader.read(MEASURED);
        }
        System.out.printf(
                "%s: others had %s; before it p99 %d ms, longest p99 without an attack %d ms; the attack was answered %s%n",
                what, during, before.percentile(99).toMillis(), normal.toMillis(), going.answers());
        assertThat(during.wrong()).as("answers to others").isZero();
        assertThat(during.percentile(99)).as(what).isLessThan(max(normal.multipliedBy(2), FLOOR));
        assertThat(going.answers()).as("answers to the attack").containsKey(refusal);
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
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
