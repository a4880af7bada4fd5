package city.planofrecord.notice.preview;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import city.planofrecord.notice.paygrade.HeardGrade.HeardRange;

/** A pay range, both ends included; amounts are texts. */
@Schema(name = "PreviewedRange")
public record RangeImage(
        @Schema(examples = "35912.00") String minimum,
        @Schema(examples = "44165.50") String midpoint,
        @Schema(examples = "52419.00") String maximum,
        @Schema(examples = "USD") String currency,
        @Schema(examples = "ANNUAL") String basis) {

    public static @Nullable RangeImage of(@Nullable HeardRange range) {
        return range == null
                ? null
                : new RangeImage(
                        written(range.minimum()),
                        written(range.minimum().add(range.maximum()).divide(BigDecimal.TWO)),
                        written(range.maximum()),
                        range.currency(),
                        range.basis());
    }

    private static String written(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
