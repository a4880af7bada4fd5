package city.planofrecord.notice.noticedocument;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** A rule that the notice recites, without its quotation marks, and where the rule stands. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Provision(String text, @Nullable String citation) {}
