package city.planofrecord.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import city.planofrecord.chassis.audit.KeyedHash;
import city.planofrecord.local.audit.AuditedService;
import city.planofrecord.local.audit.PublishedHeads;
import city.planofrecord.local.audit.RecordFile;
import city.planofrecord.local.audit.TrailVerification;
import city.planofrecord.local.client.Answer;
import city.planofrecord.local.client.ServiceClient;

/** Who wrote, in a system of three processes that log all they can: nowhere to be found, forgotten, and forgotten again. */
class RecordsAndPersonsIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String WRITTEN = "Sesquipedalian";
    private static final List<String> PLANTED =
            List.of("Ottoline", "Unverwechselbar", "5550199", "quince.example", "Wibbleton");
    private static final String PERSON = "\"name\": \"Ottoline Unverwechselbar\", \"phone\": \"720-5550199\","
            + " \"address\": \"Wibbleton Agents' Union, o@quince.example\"";

    private static final Map<Role, Set<String>> MAY_KNOW = Map.of(
            Role.CLERK, Set.of("writer", "speaker", "recipients"),
            Role.AUDITOR, Set.of("writer", "speaker", "recipients"));

    private static WholeSystem system;
    private static CityHall cityHall;

    @TempDir
    private Path folder;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeAll
    static void begin() {
        system = WholeSystem.with(
                "records",
                "-Dquarkus.log.category.\"city.planofrecord\".level=DEBUG",
                "-Dquarkus.log.category.\"org.jdbi\".level=DEBUG",
                "-Dquarkus.http.access-log.enabled=true",
                "-Dcity.audit.heads-every=1s",
                "-Dcity.day-turn.every=200ms",
                "-Dcity.limits.public-write.burst=1000");
        cityHall = new CityHall(system.city());
    }

    @AfterAll
    static void end() {
        system.stop();
    }

    @BeforeEach
    void beforeTheDeadlines() {
        system.clock("2011-03-30T10:00:00");
    }

    @Test
    void whoWroteIsFoundOnlyWhereClerkAndAuditorAsk() throws Exception {
        cityHall.has("RP0001");
        cityHall.postsForComment("RP-1", CityHall.regraded("RP0001", "Regraded class"));
        var answers = new ArrayList<String>();
        var receipt = sendAll(answers);
        var comment = firstId("RP-1", "comment-register");
        var request = firstId("RP-1", "speaker-register");
        cityHall.approves("RP-1");
        cityHall.awaitApplied("RP-1");
        awaitPublished("RP-1", 0);

        assertThat(answers).allSatisfy(answer -> assertThat(answer).doesNotContain(PLANTED));
        var reads = readEverything("", Map.of("number", "RP-1", "receipt", receipt, "id", comment));
        reads.addAll(readEverything("{id}", Map.of("number", "RP-1", "id", request)));
        assertThat(reads).hasSizeGreaterThan(500);
        assertThat(reads.stream().filter(Read::tellsWho))
                .isNotEmpty()
                .allSatisfy(
                        read -> assertThat(read.mayTell()).as(read.toString()).isTrue())
                .allSatisfy(read -> assertThat(read.answer().headers().firstValue("Cache-Control"))
                        .as(read.toString())
                        .contains("private, no-store"));
        assertThat(reads.stream().filter(Read::tellsWho).map(read -> read.role() + " " + last(read.path())))
                .contains("CLERK writer", "AUDITOR writer", "CLERK speaker", "AUDITOR speaker", "CLERK recipients");

        for (var database : List.of("classification", "paygrade", "notice")) {
            assertThat(Haystack.rows(system.postgres(), database)).as(database).doesNotContain(PLANTED);
        }
        assertThat(Haystack.rows(system.postgres(), "notice")).contains(WRITTEN);
        assertThat(Haystack.topics(system.city().kafka()))
                .contains("RP-1", "Regraded class")
                .doesNotContain(PLANTED);
        assertThat(Haystack.files(system.folder(), List.of(WRITTEN))).isNotEmpty();
        assertThat(Haystack.files(system.folder(), PLANTED)).isEmpty();
        assertThat(Files.readString(system.folder().resolve("logs/notice-service.log")))
                .contains("POST /notices/RP-1/comments");
    }

    /** Sends what a person may send, well and badly, with what browsers and programs add to it; returns the receipt. */
    private String sendAll(List<String> answers) {
        var taken = send(answers, 201, "comments", "{ \"text\": \"" + WRITTEN + "\", " + PERSON + " }");
        send(answers, 201, "speaker-requests", "{ \"about\": \"" + WRITTEN + "\", " + PERSON + " }");
        send(answers, 201, "comments", "{ \"text\": \"x\", \"website\": \"https://quince.example\", " + PERSON + " }");
        for (var path : List.of("comments", "speaker-requests")) {
            var field = path.equals("comments") ? "text" : "about";
            send(answers, 422, path, "{ \"" + field + "\": \"\", " + PERSON + " }");
            send(answers, 422, path, "{ \"name\": \"" + "Ottoline".repeat(200) + "\" }");
            send(answers, 400, path, "{ \"name\": [\"Ottoline\"] }");
            send(answers, 400, path, "{ \"name\": \"Ottoline\", \"phone\": 5550199 }");
            send(answers, 400, path, "{ \"name\": \"Ottoline\", \"address\": {\"at\": \"quince.example\"} }");
            send(answers, 400, path, "{ \"name\": \"Ottoline\", \"edition\": \"Unverwechselbar\" }");
            send(answers, 400, path, "{ \"name\": \"Ottoline\", \"organisation\": \"Wibbleton\" }");
            send(answers, 400, path, "{ " + PERSON + ", ");
            send(answers, 400, path, "{ 'name': Ottoline Unverwechselbar }");
            send(answers, 400, path, "Ottoline Unverwechselbar, 720-5550199");
            send(answers, 400, path, "[\"Ottoline\"]");
            send(answers, 413, path, "{ \"name\": \"" + "Ottoline".repeat(40_000) + "\" }");
            send(answers, 400, path + "?name=Ottoline&mail=o@quince.example", "{ " + PERSON + " }");
        }
        send(answers, 404, "../RP-404/comments", "{ \"text\": \"x\", " + PERSON + " }");
        system.clock("2011-04-08T10:00:00");
        await().atMost(WholeSystem.PATIENCE).until(() -> isClosed("RP-1"));
        send(answers, 409, "comments", "{ \"text\": \"x\", " + PERSON + " }");
        return read(taken).path("receipt").asText();
    }

    private boolean isClosed(String number) {
        var notice = exchange(HttpRequest.newBuilder(notices("/notices/" + number)));
        return !read(notice.body()).at("/comments/open").asBoolean(true);
    }

    private String send(List<String> answers, int expected, String path, String body) {
        var answer = exchange(HttpRequest.newBuilder(notices("/notices/RP-1/" + path))
                .header("Content-Type", "application/json")
                .header("X-Request-Id", "Ottoline-" + answers.size())
                .header("Idempotency-Key", "o@quince.example/" + answers.size())
                .header("User-Agent", "Unverwechselbar/1.0")
                .header("Referer", "https://quince.example/")
                .header("From", "o@quince.example")
                .header("Cookie", "who=Ottoline")
                .header("X-Forwarded-For", "Ottoline")
                .header("traceparent", "00-Ottoline")
                .header("tracestate", "wibble=Wibbleton")
                .header("baggage", "name=Ottoline,phone=5550199")
                .POST(BodyPublishers.ofString(body)));
        assertThat(answer.statusCode())
                .as(path + " " + body.substring(0, Math.min(80, body.length())))
                .isEqualTo(expected);
        answers.add(answer.headers().map() + answer.body());
        return answer.body();
    }

    private record Read(Role role, String path, HttpResponse<String> answer) {

        boolean tellsWho() {
            var all = answer.headers().map() + answer.body();
            return PLANTED.stream().anyMatch(all::contains);
        }

        boolean mayTell() {
            return role != null && MAY_KNOW.getOrDefault(role, Set.of()).contains(last(path));
        }

        @Override
        public String toString() {
            return role + " GET " + path;
        }
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Every address with that in it that can be read, of every service, by everybody. */
    private List<Read> readEverything(String with, Map<String, String> parameters) {
        var reads = new ArrayList<Read>();
        for (var service : system.audited().values()) {
            var document = read(exchange(HttpRequest.newBuilder(service.resolve("/q/openapi?format=json")))
                    .body());
            var paths = new TreeSet<String>();
            document.path("paths").properties().stream()
                    .filter(path -> path.getValue().has("get") && path.getKey().contains(with))
                    .forEach(path -> paths.add(filled(path.getKey(), parameters)));
            paths.addAll(List.of("/q/metrics", "/q/health", "/q/health/ready", "/audit?limit=500"));
            for (var path : paths) {
                reads.add(new Read(null, path, exchange(HttpRequest.newBuilder(service.resolve(path)))));
                for (var role : Role.values()) {
                    reads.add(new Read(
                            role,
                            path,
                            exchange(HttpRequest.newBuilder(service.resolve(path))
                                    .header("Authorization", "Bearer " + system.token(role)))));
                }
            }
        }
        return reads;
    }

    private static String filled(String path, Map<String, String> parameters) {
        var filled = path;
        for (var parameter : parameters.entrySet()) {
            filled = filled.replace("{" + parameter.getKey() + "}", parameter.getValue());
        }
        return filled.replaceAll("\\{[^}]*}", "RP0001");
    }

    @Test
    void aRestoreForgetsAgainAndItIsToldWhatItHasLost() throws Exception {
        cityHall.has("RP0002");
        cityHall.postsForComment("RP-2", CityHall.regraded("RP0002", "Regraded class"));
        comment("RP-2", "Ann Early", "Before the backup.");
        CityHall.assertGood(system.city()
                .notices()
                .director()
                .post(
                        "/notices/RP-2/withdrawal",
                        JsonNodeFactory.instance.objectNode().put("reason", "A test")));
        var writer = "/notices/RP-2/comment-register/" + firstId("RP-2", "comment-register") + "/writer";
        awaitPublished("RP-2", 0);
        system.restart("notice-service", List.of(), () -> asSuperuser("create database backup template notice"));

        cityHall.postsForComment("RP-3", CityHall.regraded("RP0002", "Other class"));
        comment("RP-3", "Ben Late", "After the backup.");
        system.clock("2014-03-30T00:00:00");
        await().atMost(WholeSystem.PATIENCE).until(() -> clerk().get(writer).status() == 410);
        awaitPublished("RP-2", 0);
        awaitPublished("RP-3", 0);
        var list = CityHall.assertGood(operator().get("/personal-data/erasures?limit=500"));
        assertThat(record("RP-2")).contains("/writers/").doesNotContain("Ann Early");
        assertThat(verify(Map.of())).matches(TrailVerification.Finding::whole);

        system.clock("2011-03-30T11:00:00");
        system.restart("notice-service", List.of("-Dcity.events.epoch=1"), () -> {
            asSuperuser(
                    "drop database notice with (force)",
                    "alter database backup rename to notice",
                    "alter database notice owner to notice_owner");
            system.postgres().createServiceDatabase("notice");
        });

        assertThat(clerk().get(writer).text()).contains("Ann Early");
        var replayed = CityHall.assertGood(operator()
                .post("/personal-data/erasures", ServiceClient.JSON, list.text().getBytes()));
        assertThat(replayed.body().path("erased").asInt()).isEqualTo(1);
        assertThat(clerk().get(writer).status()).isEqualTo(410);
        assertThat(clerk().get("/notices/RP-2/comment-register").text()).contains("Before the backup.");
        var file = folder.resolve("record.json");
        Files.writeString(file, record("RP-2"));
        assertThat(new RecordFile(file).check()).matches(RecordFile.Finding::whole);
        assertThat(Files.readString(file)).contains("erased before the restore");

        awaitPublished("RP-2", 1);
        var unaware = verify(Map.of());
        assertThat(unaware.whole()).isFalse();
        assertThat(unaware.words()).contains("broken", "--restored=notice-service:1");
        var aware = verify(Map.of("notice-service", 1));
        assertThat(aware.words())
                .startsWith("notice-service: whole since its restore.")
                .contains("notice RP-3 from entry", "So the backup was taken after ", " and before ");
        assertThat(aware.whole()).isTrue();
    }

    private TrailVerification.Finding verify(Map<String, Integer> restored) throws IOException {
        var published = new PublishedHeads(system.city().kafka()).all();
        return new TrailVerification(http, new KeyedHash(system.auditKey()), published, restored)
                .of(new AuditedService("notice-service", notices("/"), system.token(Role.AUDITOR)));
    }

    private static void asSuperuser(String... statements) throws java.sql.SQLException {
        try (var connection = system.postgres().connectAsSuperuser("postgres");
                var sql = connection.createStatement()) {
            for (var statement : statements) {
                sql.execute(statement);
            }
        }
    }

    /** Waits until the last entry of the notice's record has been published, in the epoch or later. */
    private void awaitPublished(String number, int epoch) {
        await().atMost(WholeSystem.PATIENCE).untilAsserted(() -> {
            var head = read(record(number)).path("head").path("number").asLong();
            assertThat(new PublishedHeads(system.city().kafka()).all())
                    .filteredOn(one -> one.epoch() >= epoch)
                    .anySatisfy(one -> assertThat(one.data().path("heads")).anySatisfy(published -> {
                        assertThat(published.path("id").asText()).isEqualTo(number);
                        assertThat(published.path("number").asLong()).isEqualTo(head);
                    }));
        });
    }

    private static String record(String number) {
        return CityHall.assertGood(auditor().get("/notices/" + number + "/record"))
                .text();
    }

    private static String firstId(String number, String register) {
        return CityHall.assertGood(clerk().get("/notices/" + number + "/" + register))
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asText();
    }

    private static Answer comment(String number, String name, String text) {
        var body = JsonNodeFactory.instance.objectNode().put("name", name).put("text", text);
        return CityHall.assertGood(clerk().post("/notices/" + number + "/comments", body));
    }

    private static ServiceClient clerk() {
        return system.city().notices().clerk();
    }

    private static ServiceClient auditor() {
        return clerk().bearing(system.token(Role.AUDITOR));
    }

    private static ServiceClient operator() {
        return clerk().bearing(system.token(Role.OPERATOR));
    }

    private static URI notices(String path) {
        return clerk().address().resolve(path);
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return http.send(
                    request.timeout(WholeSystem.PATIENCE)
                            .header("Accept", "application/json, */*")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
