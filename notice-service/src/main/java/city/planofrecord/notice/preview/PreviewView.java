package city.planofrecord.notice.preview;

import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import city.planofrecord.notice.preview.Touching.Also;
import city.planofrecord.notice.publishgate.PlanAsHeard.Freshness;

/** The plan with one or several notices: what each item would change. */
@Schema(name = "NoticePreview")
public record PreviewView(
        @Schema(examples = "1341") String number,
        @Schema(examples = "2011-04-10") LocalDate effectiveDate,

        @Schema(description = "Whether the date was decided; otherwise it is the one that the hearing lets expect")
        boolean decided,

        @Schema(description = "The notices that were carried out with it", examples = "[\"1342\"]")
        List<String> with,

        List<OfClass> classes,
        List<OfGrade> grades,
        List<ScheduleBeforeAndAfter> schedules,

        @Schema(description = "What does not fit the plan or the notices before")
        List<Conflict> conflicts,

        @Schema(description = "Posted notices, and those asked for, that touch the same", examples = "[\"1342\"]")
        List<String> alsoTouchedBy,

        Freshness checkedAgainst) {

    /** What an item makes of a class, and which items of other notices touch the same. */
    @Schema(name = "PreviewOfClassAmongOthers")
    public record OfClass(@JsonUnwrapped ClassBeforeAndAfter change, List<Also> alsoTouchedBy) {}

    /** What an item makes of a grade, who carries it then, and which items of other notices touch the same. */
    @Schema(name = "PreviewOfGradeAmongOthers")
    public record OfGrade(
            @JsonUnwrapped GradeBeforeAndAfter change,

            @Schema(description = "Job codes of the classes that carry it after all this", examples = "[\"CA2434\"]")
            List<String> carriedBy,

            List<Also> alsoTouchedBy) {}
}
