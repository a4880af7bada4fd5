package city.planofrecord.notice.noticedocument;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A specification that is attached to a notice, as its reader returned it.
 *
 * @param lines where in the whole document it stands
 * @param specification taken over as it is
 */
public record AttachedSpecification(String title, @Nullable String jobCode, Lines lines, JsonNode specification) {}
