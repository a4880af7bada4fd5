package city.planofrecord.notice.correspondence;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.notice.testing.CityTime;
import city.planofrecord.notice.testing.OpenNotices;
import city.planofrecord.notice.testing.Registers;
import city.planofrecord.notice.testing.SpecificationReader;

/** Values are planted in every field for personal data; then everything that is kept or told is searched for them. */
@QuarkusTest
@TestProfile(PersonalDataIT.Logged.class)
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "notice"))
@QuarkusTestResource(SpecificationReader.class)
class PersonalDataIT {

    private static final Path LOG = Path.of("target", "personal-data-it.log").toAbsolutePath();
    private static final String WRITTEN = "Sesquipedalian";
    private static final List<String> PLANTED = List.of("Ottoline", "Unverwechselbar", "5550199", "quince.example");

    private static Registers registers;

    private final List<String> answers = new ArrayList<>();

    @Inject
    Clock clock;

    /** A system that logs all it can into a file. */
    public static final class Logged implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.log.file.enabled", "true",
                    "quarkus.log.file.path", LOG.toString(),
                    "quarkus.log.category.\"city.planofrecord\".level", "DEBUG",
                    "quarkus.log.category.\"org.jdbi\".level", "DEBUG",
                    "quarkus.http.access-log.enabled", "true");
        }
    }

    @BeforeAll
    static void begin() {
        registers = new Registers();
        registers.tellClass("PD2154", "3-1-1 Agent", "2005-12-01");
    }

    @AfterAll
    static void end() throws InterruptedException {
        RealServers.current().clock().real();
        registers.close();
    }

    @Test
    void nothingThatIsKeptToldLoggedOrAnsweredHoldsWhoWrote() throws SQLException, IOException {
        CityTime.set(clock, "2011-03-30T10:00:00");
        OpenNotices.post("PD1", "PD2154");
        plant(
                201,
                "comments",
                "\"text\": \"" + WRITTEN + "\", \"name\": \"Ottoline Unverwechselbar\","
                        + " \"phone\": \"720-5550199\", \"address\": \"o@quince.example\"");
        plant(
                201,
                "speaker-requests",
                "\"about\": \"" + WRITTEN + "\", \"name\": \"Ottoline Unverwechselbar\","
                        + " \"phone\": \"720-5550199\", \"address\": \"o@quince.example\"");
        plant(422, "comments", "\"text\": \"\", \"name\": \"Ottoline\"");
        plant(422, "comments", "\"text\": \"x\", \"name\": \"" + "Unverwechselbar".repeat(100) + "\"");
        plant(400, "comments", "\"text\": \"x\", \"name\": [\"Ottoline\"]");
        plant(400, "comments", "\"text\": \"x\", \"name\": \"Ottoline\", \"phone\": 5550199");
        plant(400, "comments", "\"text\": \"x\", \"name\": \"Ottoline\", \"address\": {\"at\": \"quince.example\"}");
        plant(400, "speaker-requests", "\"name\": \"Ottoline\", \"address\": \"o@quince.example\", ");
        plant(422, "speaker-requests", "\"name\": \"Ottoline\", \"edition\": 7");
        plant(404, "../PD9/comments", "\"text\": \"x\", \"name\": \"Ottoline Unverwechselbar\"");
        CityTime.set(clock, "2011-04-06T08:00:01");
        plant(409, "comments", "\"text\": \"x\", \"name\": \"Ottoline Unverwechselbar\", \"phone\": \"5550199\"");
        CityTime.set(clock, "2011-03-30T10:00:00");
        whenTheDatabaseRefuses();
        for (var path : List.of("", "/comments", "/comment-register", "/speaker-register", "/record")) {
            answers.add(get("/notices/PD1" + path).asString());
        }
        var moderator = "Bearer " + RealServers.current().issuer().token("moderator", "moderator");
        answers.add(given().header("Authorization", moderator)
                .get("/notices/PD1/recipients")
                .asString());

        for (var answer : answers) {
            assertThat(answer).doesNotContain(PLANTED);
        }
        assertThat(everyRow()).contains(WRITTEN).doesNotContain(PLANTED);
        assertThat(Files.readString(LOG)).contains("The database refused").doesNotContain(PLANTED);
        assertThat(filesHolding(WRITTEN))
                .as("files of the servers that the search reaches")
                .isNotEmpty();
        for (var planted : PLANTED) {
            assertThat(filesHolding(planted)).as(planted).isEmpty();
        }
    }

    private void plant(int status, String path, String fields) {
        answers.add(given().contentType(ContentType.JSON)
                .header("Idempotency-Key", "PD-" + answers.size())
                .body("{ " + fields + " }")
                .post("/notices/PD1/" + path)
                .then()
                .statusCode(status)
                .extract()
                .asString());
    }

    private void whenTheDatabaseRefuses() throws SQLException {
        try (var connection = RealServers.current().postgres().connectAsSuperuser("notice");
                var sql = connection.createStatement()) {
            for (var table : List.of("submission", "personal_data", "personal_data_key")) {
                sql.execute("alter table " + table + " add constraint ck_refused check (false) not valid");
                plant(
                        500,
                        "comments",
                        "\"text\": \"x\", \"name\": \"Ottoline Unverwechselbar\","
                                + " \"phone\": \"5550199\", \"address\": \"o@quince.example\"");
                sql.execute("alter table " + table + " drop constraint ck_refused");
            }
        }
    }

    private static String everyRow() throws SQLException {
        var rows = new StringBuilder();
        try (var connection = RealServers.current().postgres().connectAsSuperuser("notice");
                var sql = connection.createStatement()) {
            sql.execute("checkpoint");
            var tables = new ArrayList<String>();
            try (var found = sql.executeQuery("select table_name from information_schema.tables"
                    + " where table_schema = 'public' and table_type = 'BASE TABLE'")) {
                while (found.next()) {
                    tables.add(found.getString(1));
                }
            }
            assertThat(tables)
                    .contains("submission", "personal_data", "personal_data_key", "outbox", "idempotent_answer");
            for (var table : tables) {
                try (var found = sql.executeQuery("select cast(t as text) from " + table + " t")) {
                    while (found.next()) {
                        rows.append(found.getString(1)).append('\n');
                    }
                }
            }
        }
        return rows.toString();
    }

    /** Files of PostgreSQL (tables, write-ahead log, its own log) and of Kafka that hold the word. */
    private static List<Path> filesHolding(String word) throws SQLException, IOException {
        try (var connection = RealServers.current().postgres().connectAsSuperuser("notice");
                var sql = connection.createStatement();
                var folder = sql.executeQuery("show data_directory")) {
            folder.next();
            var root = Path.of(folder.getString(1)).getParent().getParent();
            var holding = new ArrayList<Path>();
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile() && holds(file, word)) {
                        holding.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                    if (e instanceof NoSuchFileException) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw e;
                }
            });
            return holding;
        }
    }

    private static boolean holds(Path file, String word) {
        try {
            var text = new String(Files.readAllBytes(file), ISO_8859_1);
            return text.contains(new String(word.getBytes(UTF_8), ISO_8859_1));
        } catch (NoSuchFileException gone) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
