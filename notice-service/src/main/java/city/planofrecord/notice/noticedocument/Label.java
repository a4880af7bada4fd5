package city.planofrecord.notice.noticedocument;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The entries of a notice's head. */
enum Label {
    TO,
    FROM,
    DATE,
    SUBJECT;

    private static final Map<String, Label> SPELLINGS =
            Map.of("TO", TO, "FROM", FROM, "DATE", DATE, "SUBJECT", SUBJECT, "RE", SUBJECT, "REGARDING", SUBJECT);
    private static final int LONGEST = 12;

    record Labelled(Label label, String value) {}

    /** The entry that a line begins, if it begins one. */
    static Optional<Labelled> of(String line) {
        int colon = line.indexOf(':');
        if (colon < 1 || colon > LONGEST) {
            return Optional.empty();
        }
        var label = SPELLINGS.get(line.substring(0, colon).strip().toUpperCase(Locale.ROOT));
        return label == null
                ? Optional.empty()
                : Optional.of(new Labelled(label, line.substring(colon + 1).strip()));
    }
}
