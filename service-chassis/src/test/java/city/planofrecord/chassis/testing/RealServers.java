package city.planofrecord.chassis.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.restassured.RestAssured;
import org.awaitility.Awaitility;

/**
 * A real PostgreSQL, a real Kafka broker and an OpenID provider for the tests of one service, and its city's clock in a file.
 *
 * <p>Arguments: {@code service}, the name of its database; {@code now}, the city's local date-time at the start, for tests
 * that live through a time of their own; {@code topics}, names of topics beside those of the system, without prefix and
 * separated by commas; {@code tls}, {@code true} where nothing may be said in clear text: then all of them show certificates
 * of one authority, Kafka wants a login, and so the service does with what calls it.
 */
public final class RealServers implements QuarkusTestResourceLifecycleManager {

    /** How long tests wait for what must come, where they say nothing else; a promised time is a limit of their own. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String DEADLOCK = "40P01";
    private static final int TRIES = 10;

    private static volatile RealServers running;

    private String service = "service";
    private Optional<String> now = Optional.empty();
    private List<String> topics = List.of();
    private boolean tls;
    private Authority authority;
    private Authority.Issued certificate;
    private Path folder;
    private PostgresServer postgres;
    private ServiceDatabase database;
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
        tls = Boolean.parseBoolean(arguments.get("tls"));
        topics = Optional.ofNullable(arguments.get("topics")).stream()
                .flatMap(names -> Stream.of(names.split(",")))
                .toList();
    }

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory("plan-of-record-test");
            clock = new TestClock(folder.resolve("clock"));
            if (tls) {
                startGuarded(folder);
            } else {
                postgres = PostgresServer.start(settings(folder));
                kafka = KafkaBroker.start(folder.resolve("kafka"), 0);
                issuer = Issuer.start();
            }
            running = this;
            Awaitility.setDefaultTimeout(PATIENCE);
            RestAssured.replaceFiltersWith(new Bearer());
            kafka.createTopics(Topics.ALL);
            kafka.createTopics(topics.stream().flatMap(Topics::withDeadLetter).toList());
            now.ifPresent(clock::set);
            database = postgres.createServiceDatabase(service);
            watchEveryWrite();
            return settings(database, folder.resolve("clock"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PostgresServer.Settings settings(Path folder) {
        return PostgresServer.Settings.in(folder.resolve("postgresql"), 0).notDurable();
    }

    private void startGuarded(Path folder) {
        authority = Authority.in(folder.resolve("authority"));
        certificate = authority.issue("server", "ip:127.0.0.1,dns:localhost");
        postgres = PostgresServer.start(settings(folder).showing(certificate));
        kafka = KafkaBroker.startGuarded(
                folder.resolve("kafka"),
                new KafkaBroker.Guard(certificate, authority.certificate(), "service", "only-in-tests"));
        issuer = Issuer.start(certificate);
    }

    /** What a city sets in the environment so that a service speaks to nobody in clear text. */
    private Map<String, String> encrypted(ServiceDatabase database) {
        var settings = new HashMap<String, String>();
        settings.put(
                "DATABASE_URL", database.jdbcUrl() + "?sslmode=verify-full&sslrootcert=" + authority.certificate());
        settings.put("DATABASE_USER", database.appUser());
        settings.put("DATABASE_PASSWORD", database.appPassword());
        settings.put("DATABASE_OWNER", database.ownerUser());
        settings.put("DATABASE_OWNER_PASSWORD", database.ownerPassword());
        kafka.clientSettings()
                .forEach((name, value) ->
                        settings.put("KAFKA_" + name.toUpperCase(Locale.ROOT).replace('.', '_'), value.toString()));
        settings.put("OIDC_ISSUER", issuer.address());
        settings.put("TRUSTED_CERTIFICATES", authority.certificate().toString());
        settings.put("HTTPS_CERTIFICATE", certificate.chain().toString());
        settings.put("HTTPS_KEY", certificate.key().toString());
        settings.put("HTTP_PLAIN", "disabled");
        return settings;
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
        settings.put("quarkus.http.test-ssl-port", "0");
        settings.put("city.clock.file", clockFile.toString());
        settings.put("city.day-turn.every", "200ms");
        if (tls) {
            settings.putAll(encrypted(database));
            return settings;
        }
        settings.put("quarkus.datasource.jdbc.url", database.jdbcUrl());
        settings.put("quarkus.datasource.username", database.appUser());
        settings.put("quarkus.datasource.password", database.appPassword());
        settings.put("quarkus.flyway.username", database.ownerUser());
        settings.put("quarkus.flyway.password", database.ownerPassword());
        settings.put("kafka.bootstrap.servers", kafka.bootstrapServers());
        settings.put("quarkus.oidc.auth-server-url", issuer.address());
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

    /** By which the servers are known, where they speak TLS. */
    public Authority authority() {
        return authority;
    }

    public TestClock clock() {
        return clock;
    }

    /** Empties tables of the service under test, for tests of a system that begins with nothing; no service can do so. */
    public void empty(String... tables) {
        asSuperuser("truncate " + String.join(", ", tables));
    }

    /**
     * Does in one transaction, in the database of the service under test, what the service's own role may not; again where
     * the service's own work, which goes on meanwhile, and this one waited for each other.
     */
    public void asSuperuser(String... statements) {
        for (var tries = 1; ; tries++) {
            try (var connection = postgres.connectAsSuperuser(service);
                    var sql = connection.createStatement()) {
                connection.setAutoCommit(false);
                for (var statement : statements) {
                    sql.execute(statement);
                }
                connection.commit();
                return;
            } catch (SQLException e) {
                if (tries == TRIES || !DEADLOCK.equals(e.getSQLState())) {
                    throw new IllegalStateException("This could not be done as superuser: " + e.getMessage(), e);
                }
            }
        }
    }

    /** The database of the service under test, with both its roles. */
    public ServiceDatabase database() {
        return database;
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
        if (folder != null) {
            try {
                Folders.delete(folder);
            } catch (IOException | UncheckedIOException e) {
                // Room that is lost, and nothing that a test has shown.
                System.err.println("What the servers kept could not be deleted in " + folder + ": " + e);
            }
        }
    }
}
