package city.planofrecord.chassis.snapshot;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** The rows of a snapshot, page by page, so that no page outlasts a short transaction. */
public interface SnapshotRows {

    /**
     * The rows after the given one, in an order that does not change.
     *
     * @param last the row read last, null at the beginning
     * @param limit the most rows to give; fewer only where there are no more
     */
    List<ObjectNode> after(@Nullable ObjectNode last, int limit);
}
