package city.planofrecord.paygrade.paytable;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The columns of a pay table, each with the spellings that are taken for it. */
enum PayTableColumn {
    GRADE("grade", "grade|pay grade|grade code|pay grade code"),
    EFFECTIVE_FROM("effectiveFrom", "effective from|effective date|effective|effectivefrom|from"),
    MINIMUM("minimum", "minimum|min|range minimum|minimum pay"),
    MIDPOINT("midpoint", "midpoint|mid|range midpoint"),
    MAXIMUM("maximum", "maximum|max|range maximum|maximum pay"),
    BASIS("basis", "basis|pay basis|per"),
    CURRENCY("currency", "currency");

    private final String field;
    private final String spellings;

    PayTableColumn(String field, String spellings) {
        this.field = field;
        this.spellings = spellings;
    }

    /** Its name in pointers. */
    String field() {
        return field;
    }

    static Optional<PayTableColumn> of(String heading) {
        var bare = heading.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s_.-]+", " ")
                .strip();
        return Arrays.stream(values())
                .filter(column -> bare.matches(column.spellings))
                .findFirst();
    }
}
