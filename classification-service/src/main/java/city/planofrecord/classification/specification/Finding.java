package city.planofrecord.classification.specification;

import java.util.Comparator;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What is unread, ambiguous or contradictory in a document.
 *
 * @param pointer the JSON pointer of the value that it speaks of, from the root of {@link ParsedSpecifications}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Finding(
        Severity severity,
        FindingCode code,
        String message,
        Lines lines,
        @Nullable String pointer) {

    static final Comparator<Finding> IN_ORDER =
            Comparator.comparingInt(finding -> finding.lines().from());
}
