package city.planofrecord.paygrade.payrange;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A range with its midpoint. */
@Schema(name = "PayRange")
public record PayRangeView(
        @Schema(examples = "35912.00") String minimum,

        @Schema(description = "The mean of minimum and maximum, rounded half up to the cent", examples = "44165.50")
        String midpoint,

        @Schema(examples = "52419.00") String maximum,
        @Schema(examples = "USD") String currency,
        @Schema(implementation = Basis.class) Basis basis) {

    public static PayRangeView of(PayRange range) {
        return new PayRangeView(
                range.minimum().toPlainString(),
                range.midpoint().toPlainString(),
                range.maximum().toPlainString(),
                range.currency(),
                range.basis());
    }

    /** @param range as it stands in an image */
    public static PayRangeView of(JsonNode range) {
        return of(RangeImage.read(range, ""));
    }
}
