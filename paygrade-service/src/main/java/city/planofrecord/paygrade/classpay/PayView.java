package city.planofrecord.paygrade.classpay;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import city.planofrecord.paygrade.payrange.PayRangeView;

/**
 * What a class is called, graded and paid.
 *
 * @param grade as documents of the day write it
 * @param range absent where the grade has none
 */
@Schema(name = "Pay")
public record PayView(
        @Schema(examples = "CA2434") String jobCode,
        @Nullable String title,
        UUID gradeId,
        @Schema(examples = "613-A") String grade,
        @Nullable PayRangeView range) {}
