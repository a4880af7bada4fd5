package city.planofrecord.notice.notice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** An amount of money with two decimals, in JSON a text such as {@code "33597.00"}. */
public record Amount(BigDecimal value) {

    private static final Pattern WRITTEN = Pattern.compile("\\d{1,9}(?:\\.\\d{1,2})?");

    public Amount {
        value = value.setScale(2, RoundingMode.UNNECESSARY);
    }

    /** @throws IllegalArgumentException where it is no amount of up to nine digits and two decimals */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Amount of(String written) {
        if (!WRITTEN.matcher(written).matches()) {
            throw new IllegalArgumentException("is no amount such as 33597.00");
        }
        return new Amount(new BigDecimal(written));
    }

    @JsonValue
    public String written() {
        return value.toPlainString();
    }
}
