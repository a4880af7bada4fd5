package city.planofrecord.chassis.http;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A problem that stands among answers, in the form of one that is an answer by itself. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "As a single read would have answered (RFC 9457)")
public record Problem(
        @Schema(examples = "/problems/not-in-effect") String type,
        @Schema(examples = "404") int status,
        @Schema(examples = "Not in effect") String title,
        String detail,
        @Schema(examples = "/things/1") String instance,
        @Nullable List<Violation> violations,
        @JsonAnyGetter @Schema(hidden = true) Map<String, Object> more) {

    /** @param instance the address of the single read */
    public static Problem of(Refused refused, String instance) {
        return new Problem(
                "/problems/" + refused.kind().slug(),
                refused.kind().status(),
                refused.kind().title(),
                refused.detail(),
                instance,
                refused.violations().isEmpty() ? null : refused.violations(),
                refused.more());
    }
}
