package city.planofrecord.notice.noticedocument;

import java.time.OffsetDateTime;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Until when, and to whom, written comments may be sent.
 *
 * @param until the last instant, included
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Comments(
        @Nullable OffsetDateTime until, @Nullable Recipient to) {

    /**
     * Who receives comments.
     *
     * @param careOf through whom, as written, with the address if one is printed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Recipient(
            String name, @Nullable String email, @Nullable String careOf) {}
}
