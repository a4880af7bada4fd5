package city.planofrecord.notice.noticedocument;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The heading of a table of changes: what the items under it are, and which changes it promises. */
record SectionHeading(ItemKind kind, Set<Change> promised) {

    private record Spelling(ItemKind kind, boolean specifications, Pattern pattern) {

        static Spelling of(ItemKind kind, String pattern) {
            return new Spelling(kind, kind == ItemKind.ESTABLISH, Pattern.compile(pattern));
        }

        static Spelling ofSpecifications(String pattern) {
            return new Spelling(ItemKind.REVISE, true, Pattern.compile(pattern));
        }
    }

    private static final String CLASSES = "(?:CLASS(?:ES)?|CLASSIFICATIONS?)(?: SPECIFICATIONS?)?";
    private static final String PART = "(?:(?:CLASS|CLASSIFICATION|JOB) )?(?:TITLE|PAY GRADE|GRADE|CODE)S?";
    private static final String PARTS = "(?<parts>" + PART + "(?:(?:, AND|,| AND) " + PART + "){0,3})";

    /** One line for each spelling, in capitals, with AND for an ampersand and without a closing colon. */
    private static final List<Spelling> SPELLINGS = List.of(
            Spelling.ofSpecifications(
                    "REVISED CLASS(?:IFICATION)? SPECIFICATIONS?(?: (?:INCLUDING|WITH) " + PARTS + " CHANGES?)?"),
            Spelling.ofSpecifications("REVISIONS? (?:OF|TO) CLASS(?:IFICATION)? SPECIFICATIONS?"),
            Spelling.of(ItemKind.REVISE, "(?:PROPOSED )?" + PARTS + " CHANGES?"),
            Spelling.of(ItemKind.REVISE, "CHANGES? (?:IN|OF|TO) " + PARTS),
            Spelling.of(ItemKind.ESTABLISH, "(?:PROPOSED )?NEW " + CLASSES),
            Spelling.of(ItemKind.ESTABLISH, "ESTABLISHMENTS?(?: OF (?:NEW )?" + CLASSES + ")?"),
            Spelling.of(ItemKind.ABOLISH, "ABOLISHMENTS?(?: OF " + CLASSES + ")?"),
            Spelling.of(ItemKind.ABOLISH, "(?:PROPOSED )?ABOLISHED " + CLASSES),
            Spelling.of(ItemKind.ABOLISH, CLASSES + " (?:TO BE )?ABOLISHED"));

    private static final int LONGEST = 160;
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    static Optional<SectionHeading> of(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        var capitals = inCapitals(text);
        for (var spelling : SPELLINGS) {
            var matcher = spelling.pattern().matcher(capitals);
            if (matcher.matches()) {
                return Optional.of(new SectionHeading(spelling.kind(), promised(spelling, matcher)));
            }
        }
        return Optional.empty();
    }

    /** A heading as the spellings have it. */
    static String inCapitals(String text) {
        var capitals = Dashes.asHyphens(text).toUpperCase(Locale.ROOT).replace("&", " AND ");
        var plain = BLANKS.matcher(capitals).replaceAll(" ").strip();
        return plain.endsWith(":") ? plain.substring(0, plain.length() - 1).strip() : plain;
    }

    private static Set<Change> promised(Spelling spelling, Matcher matcher) {
        var promised = EnumSet.noneOf(Change.class);
        if (spelling.specifications()) {
            promised.add(Change.RESPECIFY);
        }
        if (matcher.namedGroups().containsKey("parts") && matcher.group("parts") != null) {
            var parts = matcher.group("parts");
            if (parts.contains("CODE")) {
                promised.add(Change.RECODE);
            }
            if (parts.contains("TITLE")) {
                promised.add(Change.RETITLE);
            }
            if (parts.contains("GRADE")) {
                promised.add(Change.REGRADE);
            }
        }
        return promised;
    }
}
