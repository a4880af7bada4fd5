package city.planofrecord.notice.noticedocument;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** A column of a table of changes, known by its heading wherever it stands. */
record Column(Field field, Side side, @Nullable PayBasis basis) {

    enum Field {
        JOB_CODE,
        TITLE,
        PAY
    }

    /** Whether a column speaks of the class as it is, as it shall be, or says nothing about that. */
    enum Side {
        PRESENT,
        PROPOSED,
        UNSAID
    }

    private static final Map<String, Side> SIDES = Map.of(
            "CURRENT", Side.PRESENT,
            "PRESENT", Side.PRESENT,
            "EXISTING", Side.PRESENT,
            "OLD", Side.PRESENT,
            "PROPOSED", Side.PROPOSED,
            "NEW", Side.PROPOSED,
            "REVISED", Side.PROPOSED);

    private static final Map<String, Field> FIELDS = Map.ofEntries(
            Map.entry("JOB CODE", Field.JOB_CODE),
            Map.entry("CLASS CODE", Field.JOB_CODE),
            Map.entry("CODE", Field.JOB_CODE),
            Map.entry("CLASSIFICATION TITLE", Field.TITLE),
            Map.entry("CLASSIFICATION", Field.TITLE),
            Map.entry("CLASS TITLE", Field.TITLE),
            Map.entry("JOB TITLE", Field.TITLE),
            Map.entry("TITLE", Field.TITLE),
            Map.entry("PAY GRADE AND RANGE", Field.PAY),
            Map.entry("PAY GRADE AND PAY RANGE", Field.PAY),
            Map.entry("PAY GRADE/RANGE", Field.PAY),
            Map.entry("GRADE AND RANGE", Field.PAY),
            Map.entry("PAY GRADE", Field.PAY),
            Map.entry("GRADE", Field.PAY),
            Map.entry("PAY RANGE", Field.PAY),
            Map.entry("SALARY RANGE", Field.PAY),
            Map.entry("RANGE", Field.PAY));

    private static final int LONGEST = 60;
    private static final Pattern BASIS = Pattern.compile(" ?\\b(?:(HOURLY)|ANNUAL)\\b");

    static Optional<Column> headed(String heading) {
        if (heading.isEmpty() || heading.length() > LONGEST) {
            return Optional.empty();
        }
        var rest = SectionHeading.inCapitals(heading);
        var basis = (PayBasis) null;
        var matcher = BASIS.matcher(rest);
        if (matcher.find()) {
            basis = matcher.group(1) == null ? PayBasis.ANNUAL : PayBasis.HOURLY;
            rest = matcher.replaceFirst("").strip();
        }
        var side = Side.UNSAID;
        int blank = rest.indexOf(' ');
        if (blank > 0 && SIDES.containsKey(rest.substring(0, blank))) {
            side = SIDES.getOrDefault(rest.substring(0, blank), Side.UNSAID);
            rest = rest.substring(blank + 1);
        }
        var field = FIELDS.get(rest);
        return field == null ? Optional.empty() : Optional.of(new Column(field, side, basis));
    }
}
