package city.planofrecord.classification.specification;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** One entry of the class history. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record HistoryEntry(
        @Nullable PartialDate date, @Nullable String initials, String text) {}
