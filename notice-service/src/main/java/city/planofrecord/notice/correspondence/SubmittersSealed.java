package city.planofrecord.notice.correspondence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Supplier;

import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

import city.planofrecord.notice.personaldata.KeyRing;

/** Seals who had sent something before that was sealed, and drops the table in which it could be read. */
public final class SubmittersSealed implements JavaMigration {

    private static final int AT_A_TIME = 500;

    private final Supplier<KeyRing> keys;

    /** With the keys of the configuration: nothing can be injected before the tables are there. */
    public SubmittersSealed() {
        this(
                () -> ConfigProvider.getConfig()
                        .getOptionalValue("city.personal-data.key", String.class)
                        .map(KeyRing::of)
                        .orElseThrow(
                                () -> new IllegalStateException(
                                        "PERSONAL_DATA_KEY is not set, and there are names and addresses to be sealed by it. Nothing was changed.")));
    }

    SubmittersSealed(Supplier<KeyRing> keys) {
        this.keys = keys;
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("2026.11.23.72");
    }

    @Override
    public String getDescription() {
        return "submitters sealed";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        var connection = context.getConnection();
        try (var any = connection.createStatement();
                var one = any.executeQuery("select 1 from submitter limit 1")) {
            if (one.next()) {
                seal(connection, new ContactSeal(keys.get()));
            }
        }
        try (var sql = connection.createStatement()) {
            sql.execute("drop table submitter");
        }
    }

    private static void seal(Connection connection, ContactSeal seal) throws SQLException {
        try (var read = connection.createStatement();
                var sealed =
                        connection.prepareStatement("insert into personal_data (submission_id, sealed) values (?, ?)");
                var keys = connection.prepareStatement(
                        "insert into personal_data_key"
                                + " (submission_id, number, key_id, wrapped_key, pseudonym, reachable) values (?, ?, ?, ?, ?, ?)")) {
            read.setFetchSize(AT_A_TIME);
            try (var rows = read.executeQuery("select submission_id, number, name, phone, address from submitter"
                    + " join submission on id = submission_id order by submission_id")) {
                var waiting = 0;
                while (rows.next()) {
                    var id = rows.getObject(1, UUID.class);
                    var number = rows.getString(2);
                    var contact = new Contact(rows.getString(3), rows.getString(4), rows.getString(5));
                    var one = seal.seal(id, contact);
                    sealed.setObject(1, id);
                    sealed.setBytes(2, one.text());
                    sealed.addBatch();
                    keys.setObject(1, id);
                    keys.setString(2, number);
                    keys.setString(3, one.keyId());
                    keys.setBytes(4, one.wrappedKey());
                    keys.setBytes(5, seal.pseudonym(number, contact));
                    keys.setBoolean(6, contact.canBeTold());
                    keys.addBatch();
                    if (++waiting == AT_A_TIME) {
                        sealed.executeBatch();
                        keys.executeBatch();
                        waiting = 0;
                    }
                }
                sealed.executeBatch();
                keys.executeBatch();
            }
        }
    }
}
