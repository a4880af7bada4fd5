package city.planofrecord.notice.retention;

import java.time.Instant;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * That it was erased who sent something.
 *
 * @param submission the comment or the request to speak, which is kept
 */
@Schema(description = "That it was erased who sent a comment or a request to speak; what was sent is kept")
record Erasure(
        @NotNull @Schema(description = "Id of the comment or of the request to speak")
        UUID submission,

        @NotNull Instant erasedAt,

        @NotBlank
        @Size(max = 500)
        @Schema(description = "The rule by which it was", examples = "Retention schedule 40.100")
        String citation) {}
