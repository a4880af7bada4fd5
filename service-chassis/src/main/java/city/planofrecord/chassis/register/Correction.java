package city.planofrecord.chassis.register;

import java.time.LocalDate;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.ledger.Authority;

/**
 * What was recorded wrongly for a period, set right.
 *
 * @param effectiveFrom inclusive
 * @param effectiveUntil exclusive; null until the next act that sets the same field
 * @param exists repairs a wrong beginning or end; null where existence is not in question
 */
@Schema(description = "Sets right what was recorded wrongly for a period. What was believed before stays answerable.")
public record Correction(
        @NotNull LocalDate effectiveFrom,
        @Nullable LocalDate effectiveUntil,
        @Nullable Map<String, JsonNode> set,
        @Nullable Boolean exists,
        @NotNull @Valid Authority authority,
        @NotBlank @Size(max = 2000) String reason) {

    public Map<String, JsonNode> fields() {
        return set == null ? Map.of() : set;
    }
}
