package city.planofrecord.notice.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.UUID;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import city.planofrecord.chassis.testing.PostgresServer;
import city.planofrecord.chassis.testing.ServiceDatabase;
import city.planofrecord.notice.personaldata.KeyRing;
import city.planofrecord.notice.personaldata.Sealed;

/** What was recorded before personal data were sealed, brought to the present tables. */
class SubmittersSealedIT {

    private static final UUID COMMENT = UUID.fromString("0195c1a0-0000-7000-8000-000000000001");
    private static final UUID REQUEST = UUID.fromString("0195c1a0-0000-7000-8000-000000000002");
    private static final String BEFORE = "2026.11.22.57";

    private final KeyRing keys = KeyRing.of("2026:" + Base64.getEncoder().encodeToString(new byte[32]));

    @TempDir
    Path folder;

    @Test
    void everythingIsKeptAndWhoSentItIsSealed() throws SQLException {
        try (var server =
                PostgresServer.start(PostgresServer.Settings.in(folder, 0).notDurable())) {
            var database = server.createServiceDatabase("notice");
            flyway(database).target(BEFORE).load().migrate();
            try (var connection = server.connectAsSuperuser("notice")) {
                recordedBefore(connection);
            }

            assertThatThrownBy(() -> flyway(database)
                            .javaMigrations(new SubmittersSealed(() -> {
                                throw new IllegalStateException("PERSONAL_DATA_KEY is not set");
                            }))
                            .load()
                            .migrate())
                    .hasStackTraceContaining("PERSONAL_DATA_KEY is not set");
            flyway(database)
                    .javaMigrations(new SubmittersSealed(() -> keys))
                    .load()
                    .migrate();

            try (var connection = server.connectAsSuperuser("notice")) {
                assertThat(
                                text(
                                        connection,
                                        "select string_agg(concat_ws(' ', kind, text, state, revision), ', ' order by id) from submission"))
                        .isEqualTo("COMMENT I object. PUBLISHED 2, SPEAKER_REQUEST RECEIVED 1");
                assertThat(text(
                                connection,
                                "select concat_ws(' ', submission_id, kind, words, actor) from submission_act"))
                        .isEqualTo(COMMENT + " PUBLISHED Fine moderator");
                assertThat(opened(connection, COMMENT)).isEqualTo(new Contact("Pat Rivera", "720-555-0142", null));
                assertThat(opened(connection, REQUEST)).isEqualTo(new Contact("Ben Speaks", null, null));
                assertThat(
                                text(
                                        connection,
                                        "select string_agg(cast(reachable as text), ' ' order by submission_id) from personal_data_key"))
                        .isEqualTo("true false");
                assertThat(text(connection, "select coalesce(cast(to_regclass('submitter') as text), 'gone')"))
                        .isEqualTo("gone");
                assertThat(text(connection, "select cast(ended_on as text) from notice"))
                        .isEqualTo("2011-04-07");
            }
        }
    }

    private static FluentConfiguration flyway(ServiceDatabase database) {
        return Flyway.configure()
                .dataSource(database.jdbcUrl(), database.ownerUser(), database.ownerPassword())
                .locations("classpath:db/chassis", "classpath:db/migration");
    }

    private static void recordedBefore(Connection connection) throws SQLException {
        try (var sql = connection.createStatement()) {
            sql.execute(
                    "insert into notice (id, number, edition, status, revision, job_codes, grades, words, document)"
                            + " values (gen_random_uuid(), '1341', 1, 'APPROVED', 3, '{}', '{}', '',"
                            + " '{\"course\": {\"1\": {\"decision\": {\"decidedOn\": \"2011-04-07\"}}, \"2\": {\"decision\": {\"decidedOn\": \"2011-03-31\"}}}}')");
            sql.execute(
                    "insert into public_comment (id, number, edition, text, state, revision, receipt_hash, received_at)"
                            + " values ('" + COMMENT + "', '1341', 1, 'I object.', 'PUBLISHED', 2, '\\x01', now())");
            sql.execute("insert into comment_writer (comment_id, name, phone) values ('" + COMMENT
                    + "', 'Pat Rivera', '720-555-0142')");
            sql.execute("insert into comment_act (comment_id, revision, kind, words, actor) values ('" + COMMENT
                    + "', 2, 'PUBLISHED', 'Fine', 'moderator')");
            sql.execute("insert into speaker_request (id, number, edition, state, revision, receipt_hash, received_at)"
                    + " values ('" + REQUEST + "', '1341', 1, 'RECEIVED', 1, '\\x02', now())");
            sql.execute("insert into speaker (request_id, name) values ('" + REQUEST + "', 'Ben Speaks')");
        }
    }

    private Contact opened(Connection connection, UUID id) throws SQLException {
        try (var query = connection.prepareStatement("select sealed, key_id, wrapped_key from personal_data"
                + " join personal_data_key using (submission_id) where submission_id = ?")) {
            query.setObject(1, id);
            try (var rows = query.executeQuery()) {
                assertThat(rows.next()).isTrue();
                return new ContactSeal(keys)
                        .open(id, new Sealed(rows.getBytes(1), rows.getString(2), rows.getBytes(3)));
            }
        }
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (var sql = connection.createStatement();
                var rows = sql.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
