package city.planofrecord.classification.jobclass;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The occupation of a class in the Standard Occupational Classification.
 *
 * @param version the year of the classification: 1980, 2000, 2010, 2018 or a later one
 */
@Schema(description = "The occupation in the Standard Occupational Classification")
public record SocCode(
        @NotNull
        @Pattern(regexp = "\\d{2}-\\d{4}", message = "is no SOC code; one has the form 43-4051")
        @Schema(examples = "43-4051")
        String code,

        @NotNull @Pattern(regexp = "SOC", message = "names another scheme; it must be SOC") @Schema(examples = "SOC")
        String scheme,

        @NotNull
        @Pattern(
                regexp = "1980|2000|2010|2018|20[2-9]\\d",
                message = "is no edition of the classification; it has 1980, 2000, 2010 and 2018")
        @Schema(examples = "2018")
        String version) {}
