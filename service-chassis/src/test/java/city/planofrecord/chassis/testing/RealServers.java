package city.planofrecord.chassis.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.restassured.RestAssured;

/**
 * A real PostgreSQL, a real Kafka broker and an OpenID provider for the tests of one service, and its city's clock in a file.
 *
 * <p>Arguments: {@code service}, the name of its database; {@code now}, the city's local date-time at the start, for tests
 * that live through a time of their own; {@code topics}, names of topics beside those of the system, without prefix and
 * separated by commas.
 */
public final class RealServers implements QuarkusTestResourceLifecycleManager {

    private static volatile RealServers running;

    private String service = "service";
    private Optional<String> now = Optional.empty();
    private List<String> topics = List.of();
    private PostgresServer postgres;
    private KafkaBroker kafka;
    private TestClock clock;
    private Issuer issuer;

    /** The servers of the tests that run now. */
    public static RealServers current() {
        return running;
    }

    @Override
    public void init(Map<String, String> arguments) {
        service = arguments.getOrDefault("service", service);
        now = Optional.ofNullable(arguments.get("now"));
        topics = Optional.ofNullable(arguments.get("topics")).stream()
                .flatMap(names -> Stream.of(names.split(",")))
                .toList();
    }

    @Override
    public Map<String, String> start() {
        try {
            var folder = Files.createTempDirectory("plan-of-record-test");
            postgres = PostgresServer.start(
                    PostgresServer.Settings.in(folder.resolve("postgresql"), 0).notDurable());
            kafka = KafkaBroker.start(folder.resolve("kafka"), 0);
            clock = new TestClock(folder.resolve("clock"));
            issuer = Issuer.start();
            running = this;
            RestAssured.replaceFiltersWith(new Bearer());
            kafka.createTopics(Topics.ALL);
            kafka.createTopics(topics.stream().flatMap(Topics::withDeadLetter).toList());
            now.ifPresent(clock::set);
            var database = postgres.createServiceDatabase(service);
            watchEveryWrite();
            return settings(database, folder.resolve("clock"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void watchEveryWrite() {
        try (var connection = postgres.connectAsSuperuser(service)) {
            EveryWriteEntered.watch(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The writes could not be watched: " + e.getMessage(), e);
        }
    }

    private Map<String, String> settings(ServiceDatabase database, Path clockFile) {
        var settings = new HashMap<String, String>();
        settings.put("quarkus.http.test-port", "0");
        settings.put("quarkus.datasource.jdbc.url", database.jdbcUrl());
        settings.put("quarkus.datasource.username", database.appUser());
        settings.put("quarkus.datasource.password", database.appPassword());
        settings.put("quarkus.flyway.username", database.ownerUser());
        settings.put("quarkus.flyway.password", database.ownerPassword());
        settings.put("kafka.bootstrap.servers", kafka.bootstrapServers());
        settings.put("quarkus.oidc.auth-server-url", issuer.address());
        settings.put("city.clock.file", clockFile.toString());
        settings.put("city.day-turn.every", "200ms");
        return settings;
    }

    public PostgresServer postgres() {
        return postgres;
    }

    public KafkaBroker kafka() {
        return kafka;
    }

    public Issuer issuer() {
        return issuer;
    }

    public TestClock clock() {
        return clock;
    }

    /** Empties tables of the service under test, for tests of a system that begins with nothing; no service can do so. */
    public void empty(String... tables) {
        try (var connection = postgres.connectAsSuperuser(service);
                var sql = connection.createStatement()) {
            sql.execute("truncate " + String.join(", ", tables));
        } catch (SQLException e) {
            throw new IllegalStateException("The tables could not be emptied: " + e.getMessage(), e);
        }
    }

    /** Waits until every write to the service's database that is open now has ended: what was written is settled then. */
    public void untilSettled() {
        try (var connection = postgres.connectAsSuperuser(service);
                var sql = connection.createStatement()) {
            var now = instant(sql, "select clock_timestamp()");
            await().until(() -> instant(
                            sql,
                            "select coalesce(min(xact_start), clock_timestamp()) from pg_stat_activity"
                                    + " where datname = current_database() and backend_xid is not null")
                    .isAfter(now));
        } catch (SQLException e) {
            throw new IllegalStateException("The open writes could not be looked at: " + e.getMessage(), e);
        }
    }

    private static OffsetDateTime instant(Statement sql, String query) throws SQLException {
        try (var rows = sql.executeQuery(query)) {
            rows.next();
            return rows.getObject(1, OffsetDateTime.class);
        }
    }

    @Override
    public void stop() {
        if (issuer != null) {
            issuer.close();
        }
        if (kafka != null) {
            kafka.close();
        }
        if (postgres != null) {
            postgres.close();
        }
    }
}
