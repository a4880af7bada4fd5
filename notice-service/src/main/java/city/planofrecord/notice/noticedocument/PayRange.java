package city.planofrecord.notice.noticedocument;

import java.math.BigDecimal;
import java.math.RoundingMode;

import com.fasterxml.jackson.annotation.JsonFormat;

/** A pay range as printed: amounts with two decimals, both ends included. */
public record PayRange(
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal minimum,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal maximum,
        String currency,
        PayBasis basis) {

    public PayRange {
        minimum = minimum.setScale(2, RoundingMode.UNNECESSARY);
        maximum = maximum.setScale(2, RoundingMode.UNNECESSARY);
    }
}
