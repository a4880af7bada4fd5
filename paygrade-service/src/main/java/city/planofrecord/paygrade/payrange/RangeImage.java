package city.planofrecord.paygrade.payrange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;

/** A range as it stands in requests, images and events: amounts as decimal strings. */
public final class RangeImage {

    private static final Set<String> FIELDS = Set.of("minimum", "maximum", "currency", "basis");

    private RangeImage() {}

    /**
     * Reads a range. Currency and basis may be absent: dollars, for a year.
     *
     * @param pointer JSON pointer of the range
     * @throws Refused where a field is unknown or of another kind (400), or an amount breaks a rule (422)
     */
    public static PayRange read(JsonNode range, String pointer) {
        requireForm(range, pointer);
        var violations = new ArrayList<Violation>();
        var minimum = amount(range, "minimum", pointer, violations);
        var maximum = amount(range, "maximum", pointer, violations);
        var currency = range.path("currency").asText(PayRange.DOLLARS);
        if (!currency.matches("[A-Z]{3}")) {
            violations.add(Violation.at(pointer + "/currency", "is no currency", currency, "a code such as USD"));
        }
        var basis = basis(range.path("basis").asText(Basis.ANNUAL.name()), pointer, violations);
        if (minimum != null && maximum != null && maximum.compareTo(minimum) < 0) {
            violations.add(Violation.at(
                    pointer + "/maximum",
                    "the maximum is below the minimum",
                    maximum.toPlainString(),
                    "at least " + minimum.toPlainString()));
        }
        if (minimum == null || maximum == null || basis == null || !violations.isEmpty()) {
            throw Refused.invalid(violations);
        }
        return new PayRange(minimum, maximum, currency, basis);
    }

    /** The range as images and events carry it. */
    public static ObjectNode of(PayRange range) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("minimum", range.minimum().toPlainString())
                .put("maximum", range.maximum().toPlainString())
                .put("currency", range.currency())
                .put("basis", range.basis().name());
    }

    private static void requireForm(JsonNode range, String pointer) {
        if (!range.isObject()) {
            throw malformed(List.of(
                    Violation.at(pointer, "is not a range", range.toString(), "an object with minimum and maximum")));
        }
        var violations = new ArrayList<Violation>();
        range.properties().forEach(field -> {
            if (!FIELDS.contains(field.getKey())) {
                violations.add(Violation.at(
                        pointer + "/" + field.getKey(),
                        "unknown field '" + field.getKey() + "'",
                        field.getKey(),
                        "one of basis, currency, maximum, minimum"));
            } else if (!field.getValue().isTextual()) {
                violations.add(Violation.at(
                        pointer + "/" + field.getKey(),
                        "is not a text",
                        field.getValue().toString(),
                        "a text; amounts are decimal strings such as \"33597.00\""));
            }
        });
        if (!violations.isEmpty()) {
            throw malformed(violations);
        }
    }

    private static Refused malformed(List<Violation> violations) {
        return new Refused(
                ProblemKind.MALFORMED,
                "The body does not fit the operation: " + violations.getFirst().pointer() + " "
                        + violations.getFirst().message() + ".",
                violations);
    }

    private static @Nullable BigDecimal amount(
            JsonNode range, String field, String pointer, List<Violation> violations) {
        if (!range.has(field)) {
            violations.add(Violation.at(pointer + "/" + field, "is missing", null, Money.EXPECTED));
            return null;
        }
        var text = range.path(field).asText();
        try {
            return Money.read(text);
        } catch (IllegalArgumentException e) {
            violations.add(Violation.at(pointer + "/" + field, "the amount " + e.getMessage(), text, Money.EXPECTED));
            return null;
        }
    }

    private static @Nullable Basis basis(String text, String pointer, List<Violation> violations) {
        var found = Arrays.stream(Basis.values())
                .filter(basis -> basis.name().equals(text))
                .findFirst();
        if (found.isEmpty()) {
            violations.add(Violation.at(pointer + "/basis", "is no basis", text, "one of ANNUAL, HOURLY"));
        }
        return found.orElse(null);
    }
}
