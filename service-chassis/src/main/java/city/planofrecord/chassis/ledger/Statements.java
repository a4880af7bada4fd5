package city.planofrecord.chassis.ledger;

import java.util.Collection;
import java.util.function.BiConsumer;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** One statement for many values, sent together. */
final class Statements {

    /** What is bound at a time; more would only be held in memory longer. */
    private static final int MOST = 500;

    private Statements() {}

    static <T> void forEach(Handle handle, String sql, Collection<T> values, BiConsumer<PreparedBatch, T> bind) {
        PreparedBatch batch = null;
        for (var value : values) {
            if (batch == null) {
                batch = handle.prepareBatch(sql);
            }
            bind.accept(batch, value);
            batch.add();
            if (batch.size() == MOST) {
                batch.execute();
                batch = null;
            }
        }
        if (batch != null) {
            batch.execute();
        }
    }
}
