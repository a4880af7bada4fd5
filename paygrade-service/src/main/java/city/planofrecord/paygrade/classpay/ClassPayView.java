package city.planofrecord.paygrade.classpay;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.dated.NextChange;
import city.planofrecord.paygrade.jobclass.FormerJobCode;
import city.planofrecord.paygrade.payrange.PayRangeView;

/**
 * What a class is called, graded and paid on a day.
 *
 * @param jobCode the code of the day
 * @param grade as documents of the day write it
 * @param range absent where the grade has none
 * @param effectiveFrom from when on all of it is so, inclusive
 * @param effectiveUntil until when all of it is so, exclusive; absent where there is no end
 */
@Schema(name = "ClassPay")
public record ClassPayView(
        UUID classId,
        @Schema(examples = "CA2434") String jobCode,
        List<FormerJobCode> formerJobCodes,
        @Nullable String title,
        @Schema(examples = "613-A") String grade,
        @Nullable PayRangeView range,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveUntil,
        @Nullable NextChange nextChange,
        Because because) {

    /** Which recorded fact each part follows from. */
    @Schema(name = "ClassPayBecause")
    public record Because(@JsonProperty("class") Fact jobClass, Fact assignment, Fact range) {}
}
