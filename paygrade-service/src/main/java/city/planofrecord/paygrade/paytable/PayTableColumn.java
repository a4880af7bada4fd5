package city.planofrecord.paygrade.paytable;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The columns of a pay table, each with the spellings that are taken for it. */
enum PayTableColumn {
    GRADE("grade", "grade|pay grade|grade code|pay grade code"),
    SCHEDULE("schedule", "schedule|pay schedule|letter"),
    EFFECTIVE_FROM("effectiveFrom", "effective from|effectivefrom|effective date|effective|from"),
    EFFECTIVE_UNTIL("effectiveUntil", "effective until|effectiveuntil|until"),
    MINIMUM("minimum", "minimum|min|range minimum|minimum pay"),
    MIDPOINT("midpoint", "midpoint|mid|range midpoint"),
    MAXIMUM("maximum", "maximum|max|range maximum|maximum pay"),
    BASIS("basis", "basis|pay basis|range basis|per"),
    CURRENCY("currency", "currency|range currency");

    /** What snapshots of the pay grades hold beyond a pay table: known, and not read. */
    private static final Pattern ASIDE =
            Pattern.compile("id|schedule id|number|recorded at|act|authority|reason|ended by");

    private static final Pattern CAMEL = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    private final String field;
    private final Pattern spellings;

    PayTableColumn(String field, String spellings) {
        this.field = field;
        this.spellings = Pattern.compile(spellings);
    }

    /** Its name in pointers. */
    String field() {
        return field;
    }

    /** A heading by which spellings are compared. */
    static String bare(String heading) {
        return CAMEL.matcher(heading.strip())
                .replaceAll(" ")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s_.-]+", " ")
                .strip();
    }

    static Optional<PayTableColumn> of(String heading) {
        var bare = bare(heading);
        return Arrays.stream(values())
                .filter(column -> column.spellings.matcher(bare).matches())
                .findFirst();
    }

    /** Whether the column is known to tell nothing that a pay table does. */
    static boolean isAside(String heading) {
        return ASIDE.matcher(bare(heading)).matches();
    }
}
