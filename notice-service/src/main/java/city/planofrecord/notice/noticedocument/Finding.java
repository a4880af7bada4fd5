package city.planofrecord.notice.noticedocument;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What was unread, ambiguous or contradictory in a document.
 *
 * @param message what to do about it, for the person who handed the document in
 * @param pointer the JSON pointer of the value in the draft, where there is one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Finding(
        Severity severity,
        FindingCode code,
        String message,
        Lines lines,
        @Nullable String pointer) {}
