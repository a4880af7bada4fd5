package city.planofrecord.notice.impact;

import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import city.planofrecord.notice.preview.Conflict;
import city.planofrecord.notice.publishgate.PlanAsHeard.Freshness;

/** What a notice touches, and what follows from it. */
@Schema(name = "NoticeImpact")
public record ImpactView(
        @Schema(examples = "1341") String number,
        @Schema(examples = "2011-04-10") LocalDate effectiveDate,
        Touched touched,
        List<ImpactFinding> findings,

        @Schema(description = "Items that do not fit the plan; what they would do is not counted")
        List<Conflict> conflicts,

        Freshness checkedAgainst) {

    /**
     * What the items touch.
     *
     * @param jobCodes of classes that items name, before and after
     * @param grades that items establish, adjust or abolish
     * @param ranges grades among them whose range changes
     * @param carriers job codes of classes that no item names and that carry such a grade before or after
     */
    @Schema(name = "ImpactTouched")
    public record Touched(
            @Schema(description = "How many classes items establish, revise or abolish")
            int classes,

            @Schema(examples = "[\"CC2158\", \"CA2434\"]") List<String> jobCodes,
            @Schema(examples = "[\"613-A\"]") List<String> grades,
            @Schema(examples = "[\"613-A\"]") List<String> ranges,

            @Schema(description = "Classes that no item names and that carry one of the grades")
            List<String> carriers) {}
}
