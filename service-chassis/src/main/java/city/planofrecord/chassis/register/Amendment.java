package city.planofrecord.chassis.register;

import java.time.LocalDate;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import city.planofrecord.chassis.ledger.Authority;

/**
 * Fields that change from a date on, until the next act that sets the same field.
 *
 * @param effectiveFrom inclusive
 */
@Schema(description = "Changes the fields in `set` from a date on. Later acts on the same fields keep their own dates.")
public record Amendment(
        @NotNull @Schema(examples = "2018-09-21") LocalDate effectiveFrom,

        @NotEmpty @Schema(description = "Only the fields that change")
        Map<String, JsonNode> set,

        @NotNull @Valid Authority authority,
        @NotBlank @Size(max = 2000) String reason) {}
