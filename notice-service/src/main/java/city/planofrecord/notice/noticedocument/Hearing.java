package city.planofrecord.notice.noticedocument;

import java.time.OffsetDateTime;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** When and where the proposed changes are heard. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Hearing(@Nullable OffsetDateTime at, @Nullable String place) {}
