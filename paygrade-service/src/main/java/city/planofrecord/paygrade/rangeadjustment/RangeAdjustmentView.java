package city.planofrecord.paygrade.rangeadjustment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import city.planofrecord.paygrade.payrange.PayRangeView;

/**
 * What an adjustment did, or would do.
 *
 * @param rule how the new ranges were worked out, in words
 * @param batch id that the events bear; absent where nothing was recorded
 * @param ranges every range that was meant, by grade, changed or not
 * @param skipped grades that were left alone, and why
 */
@Schema(name = "RangeAdjustmentOutcome")
public record RangeAdjustmentView(
        LocalDate effectiveFrom,
        boolean dryRun,
        String message,
        List<String> rule,
        Rounding rounding,
        @Nullable UUID batch,
        int changed,
        int unchanged,
        List<RangeView> ranges,
        List<SkippedView> skipped) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * One range.
     *
     * @param effectiveUntil exclusive end of the range after it; absent where there is no end
     * @param floor what its minimum may not lie below, in its own basis; absent where there is no floor
     * @param act absent where it does not change
     * @param runsInto dates of later acts on the range, at which what is set ends
     */
    @Schema(name = "AdjustedRange")
    public record RangeView(
            UUID id,
            String grade,
            PayRangeView before,
            PayRangeView after,
            Percentages percent,
            boolean changed,
            boolean floorApplied,
            @Nullable String floor,
            @Nullable LocalDate effectiveUntil,
            @Nullable UUID act,
            List<LocalDate> runsInto) {

        static RangeView of(RangeAdjustments.Line line, boolean dryRun) {
            var before = line.moved().before();
            var after = line.moved().after();
            return new RangeView(
                    line.id(),
                    line.grade(),
                    PayRangeView.of(before),
                    PayRangeView.of(after),
                    new Percentages(
                            growth(before.minimum(), after.minimum()),
                            growth(before.midpoint(), after.midpoint()),
                            growth(before.maximum(), after.maximum())),
                    !after.equals(before),
                    line.moved().floorApplied(),
                    line.moved().floor().map(BigDecimal::toPlainString).orElse(null),
                    line.until(),
                    dryRun ? null : line.act(),
                    line.runsInto());
        }
    }

    /** By how many percent each figure moved, rounded half up to two decimals; absent where it was nothing before. */
    @Schema(name = "RangePercentages")
    public record Percentages(
            @Nullable @Schema(examples = "3.25") String minimum,
            @Nullable String midpoint,
            @Nullable String maximum) {}

    @Schema(name = "SkippedGrade")
    public record SkippedView(String grade, String reason) {}

    static RangeAdjustmentView of(
            RangeAdjustments.Done done, RangeAdjustmentRequest request, Adjustment adjustment, boolean dryRun) {
        var ranges =
                done.lines().stream().map(line -> RangeView.of(line, dryRun)).toList();
        var changed = (int) ranges.stream().filter(RangeView::changed).count();
        return new RangeAdjustmentView(
                request.effectiveFrom(),
                dryRun,
                message(changed, dryRun),
                AdjustmentWords.of(adjustment),
                adjustment.rounding(),
                dryRun ? null : done.batch().orElse(null),
                changed,
                ranges.size() - changed,
                ranges,
                done.skipped().stream()
                        .map(skipped -> new SkippedView(skipped.grade(), skipped.why()))
                        .toList());
    }

    private static String message(int changed, boolean dryRun) {
        if (changed == 0) {
            return "No range changes; nothing was recorded.";
        }
        return dryRun
                ? "Nothing was recorded; this is what would be."
                : "The ranges were recorded, all of them at once.";
    }

    private static @Nullable String growth(BigDecimal before, BigDecimal after) {
        return before.signum() == 0
                ? null
                : after.subtract(before)
                        .multiply(HUNDRED)
                        .divide(before, 2, RoundingMode.HALF_UP)
                        .toPlainString();
    }
}
