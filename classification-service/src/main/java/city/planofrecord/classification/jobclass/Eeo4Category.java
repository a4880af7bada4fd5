package city.planofrecord.classification.jobclass;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The job category of a class in the State and Local Government Report of the EEOC.
 *
 * @param code 1 officials and administrators, 2 professionals, 3 technicians, 4 protective service, 5 paraprofessionals, 6
 *     administrative support, 7 skilled craft, 8 service and maintenance
 * @param version the year of the report's instructions
 */
@Schema(
        description = "The job category of the EEO-4 report: 1 officials and administrators, 2 professionals, "
                + "3 technicians, 4 protective service, 5 paraprofessionals, 6 administrative support, 7 skilled craft, "
                + "8 service and maintenance")
public record Eeo4Category(
        @NotNull
        @Pattern(regexp = "[1-8]", message = "is no job category of the EEO-4 report; it has 1 to 8")
        @Schema(examples = "2")
        String code,

        @NotNull
        @Pattern(regexp = "EEO-4", message = "names another scheme; it must be EEO-4")
        @Schema(examples = "EEO-4")
        String scheme,

        @NotNull
        @Pattern(regexp = "(19|20)\\d{2}", message = "must be the year of the report's instructions, such as 2023")
        @Schema(examples = "2023")
        String version) {}
