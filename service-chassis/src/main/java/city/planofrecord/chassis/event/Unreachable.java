package city.planofrecord.chassis.event;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;

import org.jspecify.annotations.Nullable;

/** Tells a failure of the database or the connection, which passes, from one of the work. */
final class Unreachable {

    private Unreachable() {}

    static boolean isReasonOf(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientException || cause instanceof SQLRecoverableException) {
                return true;
            }
            if (cause instanceof SQLException sql && passes(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** Connection failures, serialisation and deadlock, lack of resources, shutting down. */
    private static boolean passes(@Nullable String state) {
        return state == null
                || state.startsWith("08")
                || state.startsWith("40")
                || state.startsWith("53")
                || state.startsWith("57")
                || state.equals("55P03");
    }
}
