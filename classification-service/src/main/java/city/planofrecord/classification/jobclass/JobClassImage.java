package city.planofrecord.classification.jobclass;

import java.util.List;

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
 * @param inPlaceOf codes of the classes that this one was established in place of
 * @param into codes of the classes that took its place when it was abolished
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobClassImage(
        @NotNull @Pattern(regexp = JobCode.PATTERN) String jobCode,
        @NotBlank @Size(max = 200) String title,
        @Nullable @Size(max = 200) String occupationalGroup,
        @Nullable @Size(max = 200) String series,
        @Nullable FlsaStatus flsaStatus,
        @Nullable ClassSpecification specification,
        @Nullable List<String> inPlaceOf,
        @Nullable List<String> into) {}
