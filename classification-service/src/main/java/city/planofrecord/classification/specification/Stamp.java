package city.planofrecord.classification.specification;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** When a class was established or its specification revised, and by whom. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Stamp(@Nullable PartialDate date, @Nullable String by) {}
