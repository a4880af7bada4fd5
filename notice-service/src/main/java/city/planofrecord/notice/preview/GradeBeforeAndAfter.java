package city.planofrecord.notice.preview;

import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an item makes of a grade.
 *
 * @param before absent where it is established
 * @param after absent where it is abolished
 */
@Schema(name = "PreviewOfGrade")
public record GradeBeforeAndAfter(
        ItemOf by,
        @Schema(examples = "613-A") String grade,
        LocalDate effectiveDate,
        @Nullable GradeImage before,
        @Nullable GradeImage after,

        @Schema(
                description = "Fields that differ; empty where it is established or abolished",
                examples = "[\"range\"]")
        List<String> changed) {

    /** A grade on one day. */
    @Schema(name = "PreviewedGrade")
    public record GradeImage(
            @Schema(examples = "A") String schedule,
            @Nullable RangeImage range) {}
}
