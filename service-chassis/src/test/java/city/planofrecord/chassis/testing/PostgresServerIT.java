package city.planofrecord.chassis.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerIT {

    @TempDir
    static Path folder;

    private static PostgresServer server;
    private static ServiceDatabase classification;
    private static ServiceDatabase paygrade;

    @BeforeAll
    static void start() {
        server = PostgresServer.start(PostgresServer.Settings.in(folder, 0).notDurable());
        classification = server.createServiceDatabase("classification");
        paygrade = server.createServiceDatabase("paygrade");
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @Test
    void theServerIsOfTheVersionThatTransactionTimeoutsNeed() throws SQLException {
        try (var connection = connect(classification, classification.app())) {
            assertThat(connection.getMetaData().getDatabaseMajorVersion()).isEqualTo(18);
        }
    }

    @Test
    void noRoleOfOneServiceConnectsToTheDatabaseOfAnother() {
        assertThatThrownBy(() -> connect(paygrade, classification.app()))
                .hasMessageContaining("permission denied for database");
        assertThatThrownBy(() -> connect(paygrade, classification.owner()))
                .hasMessageContaining("permission denied for database");
        assertThatThrownBy(() -> DriverManager.getConnection(
                        server.jdbcUrl("postgres"), classification.ownerUser(), classification.ownerPassword()))
                .hasMessageContaining("permission denied for database");
    }

    @Test
    void aWrongPasswordIsRefused() {
        assertThatThrownBy(() -> connect(classification, new ServiceDatabase.Role("postgres", "postgres")))
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void theAppRoleWritesRowsOfTablesThatTheOwnerMadeAndMakesNone() throws SQLException {
        execute(classification, classification.owner(), "CREATE TABLE duty (id bigserial PRIMARY KEY, text text)");

        execute(classification, classification.app(), "INSERT INTO duty (text) VALUES ('answers calls')");
        execute(classification, classification.app(), "UPDATE duty SET text = 'answers the telephone'");
        execute(classification, classification.app(), "DELETE FROM duty");

        assertThatThrownBy(() -> execute(classification, classification.app(), "CREATE TABLE other (id int)"))
                .hasMessageContaining("permission denied for schema public");
        assertThatThrownBy(() -> execute(classification, classification.app(), "DROP TABLE duty"))
                .hasMessageContaining("must be owner");
        assertThatThrownBy(() -> execute(classification, classification.app(), "TRUNCATE duty"))
                .hasMessageContaining("permission denied for table duty");
    }

    @Test
    void theExtensionsForExclusionConstraintsAndTypoTolerantSearchAreThere() throws SQLException {
        execute(
                paygrade,
                paygrade.owner(),
                "CREATE TABLE held (grade text, period daterange, EXCLUDE USING gist (grade WITH =, period WITH &&))");

        try (var connection = connect(paygrade, paygrade.app());
                var rows = connection.createStatement().executeQuery("SELECT similarity('analyst', 'anolyst') > 0.3")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getBoolean(1)).isTrue();
        }
    }

    @Test
    void dataAndPasswordsSurviveARestart(@TempDir Path own) throws SQLException {
        var first = PostgresServer.start(own, 0);
        var before = first.createServiceDatabase("notice");
        execute(before, before.owner(), "CREATE TABLE kept (n int)");
        execute(before, before.app(), "INSERT INTO kept VALUES (1341)");
        first.stop();
        assertThat(first.isRunning()).isFalse();

        try (var second = PostgresServer.start(own, first.port())) {
            var after = second.createServiceDatabase("notice");

            assertThat(after).isEqualTo(before);
            try (var connection = connect(after, after.app());
                    var rows = connection.createStatement().executeQuery("SELECT n FROM kept")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getInt(1)).isEqualTo(1341);
            }
        }
    }

    @Test
    void aServerLeftBehindIsFoundByItsFolderAndStopped(@TempDir Path own) {
        var settings = PostgresServer.Settings.in(own, 0).notDurable();
        var left = PostgresServer.start(settings);

        assertThat(PostgresServer.stopLeftBehind(settings)).isTrue();

        assertThat(left.isRunning()).isFalse();
        assertThat(PostgresServer.stopLeftBehind(settings)).isFalse();
    }

    private static void execute(ServiceDatabase database, ServiceDatabase.Role role, String sql) throws SQLException {
        try (var connection = connect(database, role);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(ServiceDatabase database, ServiceDatabase.Role role) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), role.user(), role.password());
    }
}
