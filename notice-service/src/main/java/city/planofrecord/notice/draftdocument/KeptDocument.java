package city.planofrecord.notice.draftdocument;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A document that is kept.
 *
 * @param edition whose draft was read from it
 * @param text each line with its end
 * @param asRead the draft or the specification as it was read from it
 */
public record KeptDocument(
        int edition, String kind, long size, String sha256, String text, ObjectNode asRead, Instant recordedAt) {

    public List<String> lines() {
        return text.lines().toList();
    }
}
