package city.planofrecord.chassis.batch;

import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a register does with a batch. */
public interface BatchWork {

    /** The register's name in its answers. */
    String register();

    /** The ids and codes that each item touches, by the number of the item. */
    Map<Integer, Set<String>> things(Offer offer);

    /** Why items cannot be taken, judged by the end state of the whole batch; empty where all can. */
    List<Refusal> check(Offer offer);

    /** Records every item, in one go. It cannot fail on what the hold protects. */
    void record(Offer offer);

    /** Tells the answer to whoever offered the batch. */
    void answer(Offer offer, Answer answer, ObjectNode data);

    /** The three answers. */
    enum Answer {
        ACCEPTED,
        REJECTED,
        APPLIED
    }
}
