package city.planofrecord.notice.notice;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import city.planofrecord.notice.noticedocument.PayBasis;

/**
 * A pay range as a notice prints it, both ends included.
 *
 * @param currency ISO 4217; US dollars where the notice does not say
 * @param basis annual where the notice does not say
 */
@Schema(description = "A pay range as the notice prints it")
public record PrintedRange(
        @NotNull @Schema(implementation = String.class, examples = "35912.00")
        Amount minimum,

        @NotNull @Schema(implementation = String.class, examples = "52419.00")
        Amount maximum,

        @Pattern(regexp = "[A-Z]{3}") @Schema(examples = "USD")
        String currency,

        PayBasis basis) {

    public PrintedRange(Amount minimum, Amount maximum, @Nullable String currency, @Nullable PayBasis basis) {
        this.minimum = minimum;
        this.maximum = maximum;
        this.currency = currency == null ? "USD" : currency;
        this.basis = basis == null ? PayBasis.ANNUAL : basis;
    }

    @Override
    public String toString() {
        return written(minimum) + " to " + written(maximum) + " " + currency + " " + basis;
    }

    /** One that lacks an amount is named in the refusal of it. */
    private static String written(@Nullable Amount amount) {
        return amount == null ? "(none)" : amount.written();
    }
}
