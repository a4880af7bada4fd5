package city.planofrecord.notice.attachment;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import city.planofrecord.notice.notice.DraftFinding;

/**
 * A specification to be attached.
 *
 * @param item the number of the item that it belongs to; absent where title or job code are to tell
 * @param findings of its reader; their pointers begin at the specification
 */
record NewAttachment(String title, @Nullable Integer item, ObjectNode specification, List<DraftFinding> findings) {

    NewAttachment {
        findings = List.copyOf(findings);
    }

    @Nullable
    String jobCode() {
        return specification.hasNonNull("jobCode")
                ? specification.get("jobCode").asText()
                : null;
    }
}
