package city.planofrecord.notice.noticedocument;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * An attached specification and the item it belongs to.
 *
 * @param item the item's number; absent where it belongs to none, or to nobody knows which
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Attachment(String title, @Nullable Integer item, JsonNode specification) {}
