package city.planofrecord.notice.posting;

import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import city.planofrecord.notice.notice.Draft;
import city.planofrecord.notice.sheet.Sha256;

/**
 * What was posted, byte for byte: everything that the notice said, its items and attachments. What the service knows of how
 * it was read is no part of it.
 *
 * @param text canonical JSON
 * @param sha256 of the text's UTF-8 bytes, in hexadecimal
 */
record PostedDocument(String text, String sha256) {

    static PostedDocument of(Draft draft, int edition, ObjectMapper json) {
        var said = json.<ObjectNode>valueToTree(draft);
        said.remove("findings");
        said.remove("sources");
        said.put("edition", edition);
        var text = CanonicalJson.of(said);
        return new PostedDocument(text, Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
    }
}
