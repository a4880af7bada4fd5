package city.planofrecord.chassis.register;

import java.time.LocalDate;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.ledger.Authority;

/**
 * The end of a thing.
 *
 * @param effectiveFrom the first day on which it is no more
 * @param into the codes of what takes its place
 */
@Schema(description = "Ends it; it is never deleted.")
public record Abolishment(
        @NotNull @Schema(description = "The first day on which it is no more")
        LocalDate effectiveFrom,

        @Nullable List<String> into,
        @NotNull @Valid Authority authority,
        @NotBlank @Size(max = 2000) String reason) {

    private static final int MOST_HEIRS = 50;

    public Abolishment {
        if (into != null && into.size() > MOST_HEIRS) {
            throw new IllegalArgumentException("names more than " + MOST_HEIRS + " heirs");
        }
    }

    public List<String> heirs() {
        return into == null ? List.of() : into;
    }
}
