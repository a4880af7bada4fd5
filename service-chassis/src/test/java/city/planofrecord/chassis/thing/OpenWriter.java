package city.planofrecord.chassis.thing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** Another writer, whose transaction stays open until it is closed, and is rolled back then. */
public final class OpenWriter implements AutoCloseable {

    private final Connection connection;

    private OpenWriter(Connection connection) {
        this.connection = connection;
    }

    /** A writer that has locked the thing. */
    public static OpenWriter on(DataSource database, UUID thing) throws SQLException {
        var connection = database.getConnection();
        connection.setAutoCommit(false);
        try (var lock = connection.prepareStatement("select id from thing where id = ? for update")) {
            lock.setObject(1, thing);
            lock.execute();
        }
        return new OpenWriter(connection);
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
        connection.close();
    }
}
