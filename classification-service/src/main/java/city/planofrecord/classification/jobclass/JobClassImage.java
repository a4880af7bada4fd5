package city.planofrecord.classification.jobclass;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import city.planofrecord.classification.specification.ClassSpecification;

/**
 * Every field of a class in a period.
 *
 * @param flsaExemption on what the exemption rests; only where the class is exempt
 * @param inPlaceOf codes of the classes that this one was established in place of
 * @param into codes of the classes that took its place when it was abolished
 */
@ExemptOnly
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobClassImage(
        @NotNull @Pattern(regexp = JobCode.PATTERN) String jobCode,
        @NotBlank @Size(max = 200) String title,
        @Nullable @Size(max = 200) String occupationalGroup,
        @Nullable @Size(max = 200) String series,
        @Nullable FlsaStatus flsaStatus,
        @Nullable FlsaExemption flsaExemption,
        @Nullable @Valid Eeo4Category eeo4Category,
        @Nullable @Valid SocCode socCode,
        @Nullable ClassSpecification specification,
        @Nullable @Size(max = 50) List<@NotNull @Pattern(regexp = JobCode.PATTERN) String> inPlaceOf,
        @Nullable @Size(max = 50) List<@NotNull @Pattern(regexp = JobCode.PATTERN) String> into) {}
