package city.planofrecord.chassis.register;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import city.planofrecord.chassis.ledger.Authority;

/** An act that has not taken effect, taken out. */
@Schema(description = "Takes out an act that has not taken effect. What has begun is mended by a correction.")
public record Cancellation(
        @NotNull UUID act,
        @NotNull @Valid Authority authority,
        @NotBlank @Size(max = 2000) String reason) {}
