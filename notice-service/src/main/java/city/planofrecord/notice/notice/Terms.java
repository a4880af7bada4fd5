package city.planofrecord.notice.notice;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an item says of a class, a grade or a schedule, before or after the change; what is not said is absent. */
@Schema(description = "What an item says of a class, a grade or a schedule; what it does not say is absent")
public record Terms(
        @Nullable
        @Pattern(regexp = Terms.JOB_CODE, message = "is no job code such as CA2434")
        @Schema(examples = "CA2434")
        String jobCode,

        @Nullable @Size(min = 1, max = 200) @Schema(examples = "311 Operations Assistant")
        String title,

        @Nullable @Pattern(regexp = Terms.GRADE, message = "is no grade such as 613-A") @Schema(examples = "613-A")
        String grade,

        @Nullable @Valid PrintedRange range,

        @Nullable @Schema(implementation = Object.class, description = "A class specification")
        ObjectNode specification,

        @Nullable @Size(max = 50) List<@NotNull @Pattern(regexp = Terms.JOB_CODE) String> inPlaceOf,
        @Nullable @Size(max = 50) List<@NotNull @Pattern(regexp = Terms.JOB_CODE) String> into,

        @Nullable @Size(min = 1, max = 200) String occupationalGroup,
        @Nullable @Size(min = 1, max = 200) String series,
        @Nullable FlsaStatus flsaStatus,

        @Nullable @Pattern(regexp = "[A-Z]{1,2}", message = "is no letter of a schedule") @Schema(examples = "A")
        String schedule,

        @Nullable @Size(min = 1, max = 200) String name,

        @Nullable @Schema(description = "On what an exemption rests")
        FlsaExemption flsaExemption,

        @Nullable @Valid Eeo4Category eeo4Category,
        @Nullable @Valid SocCode socCode,

        @Nullable
        @Schema(
                description =
                        "Only among the proposed terms of a revision: true where the grade is the one that this notice establishes, and the class carries its namesake, which the notice abolishes")
        Boolean newGrade) {

    static final String JOB_CODE = "[A-Z][A-Z0-9]{2,11}";
    static final String GRADE = "\\d{1,4}-[A-Z]{1,2}|[A-Z]{1,2}-\\d{1,4}";

    /** Whether a class is exempt from overtime. */
    public enum FlsaStatus {
        EXEMPT,
        NON_EXEMPT
    }

    /** On what the exemption of a class from overtime rests, in the class register's words. */
    public enum FlsaExemption {
        EXECUTIVE,
        ADMINISTRATIVE,
        PROFESSIONAL,
        COMPUTER,
        OUTSIDE_SALES,
        HIGHLY_COMPENSATED,
        OTHER
    }

    /** The job category of a class in the EEO-4 report, from 1 to 8. */
    public record Eeo4Category(
            @NotNull @Pattern(regexp = "[1-8]") @Schema(examples = "2")
            String code,

            @NotNull @Pattern(regexp = "EEO-4") @Schema(examples = "EEO-4")
            String scheme,

            @NotNull @Pattern(regexp = "(19|20)\\d{2}") @Schema(examples = "2023")
            String version) {}

    /** The occupation of a class in the Standard Occupational Classification. */
    public record SocCode(
            @NotNull @Pattern(regexp = "\\d{2}-\\d{4}") @Schema(examples = "43-4051")
            String code,

            @NotNull @Pattern(regexp = "SOC") @Schema(examples = "SOC")
            String scheme,

            @NotNull @Pattern(regexp = "1980|2000|2010|2018|20[2-9]\\d") @Schema(examples = "2018")
            String version) {}

    public static final Terms NONE =
            new Terms(null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    /** Terms whose grade, where they say one, differs by its name. */
    public Terms(
            @Nullable String jobCode,
            @Nullable String title,
            @Nullable String grade,
            @Nullable PrintedRange range,
            @Nullable ObjectNode specification,
            @Nullable List<String> inPlaceOf,
            @Nullable List<String> into,
            @Nullable String occupationalGroup,
            @Nullable String series,
            @Nullable FlsaStatus flsaStatus,
            @Nullable String schedule,
            @Nullable String name,
            @Nullable FlsaExemption flsaExemption,
            @Nullable Eeo4Category eeo4Category,
            @Nullable SocCode socCode) {
        this(
                jobCode,
                title,
                grade,
                range,
                specification,
                inPlaceOf,
                into,
                occupationalGroup,
                series,
                flsaStatus,
                schedule,
                name,
                flsaExemption,
                eeo4Category,
                socCode,
                null);
    }

    /** Whether the grade is a new one, whatever the name of the one before. */
    boolean movesToNewGrade() {
        return Boolean.TRUE.equals(newGrade);
    }

    /** These terms, and in place of each that the others state, theirs. */
    public Terms amendedBy(Terms others) {
        return new Terms(
                first(others.jobCode, jobCode),
                first(others.title, title),
                first(others.grade, grade),
                // A range belongs to its grade.
                others.range != null ? others.range : others.grade != null ? null : range,
                first(others.specification, specification),
                first(others.inPlaceOf, inPlaceOf),
                first(others.into, into),
                first(others.occupationalGroup, occupationalGroup),
                first(others.series, series),
                first(others.flsaStatus, flsaStatus),
                first(others.schedule, schedule),
                first(others.name, name),
                first(others.flsaExemption, flsaExemption),
                first(others.eeo4Category, eeo4Category),
                first(others.socCode, socCode),
                others.newGrade != null ? others.newGrade : others.grade != null ? null : newGrade);
    }

    /** These terms with another specification, or without one. */
    Terms withSpecification(@Nullable ObjectNode other) {
        return new Terms(
                jobCode,
                title,
                grade,
                range,
                other,
                inPlaceOf,
                into,
                occupationalGroup,
                series,
                flsaStatus,
                schedule,
                name,
                flsaExemption,
                eeo4Category,
                socCode);
    }

    private static <T> @Nullable T first(@Nullable T one, @Nullable T other) {
        return one != null ? one : other;
    }
}
