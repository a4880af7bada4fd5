package city.planofrecord.notice.noticedocument;

import java.time.OffsetDateTime;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Until when, and from whom, one may ask to be heard.
 *
 * @param until the last instant, included
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Speakers(
        @Nullable OffsetDateTime until, @Nullable Contact contact) {

    /** Whom to call; the number as written. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Contact(
            String name, @Nullable String phone, @Nullable String email) {}
}
