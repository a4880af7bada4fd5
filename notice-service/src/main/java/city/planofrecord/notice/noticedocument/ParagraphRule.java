package city.planofrecord.notice.noticedocument;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a paragraph of a notice is about, told by the phrases it contains. */
enum ParagraphRule {
    /** A rule that is recited with the place where it stands. */
    RECITAL,
    /** How long the notice must be posted. */
    POSTING,
    /** Until when, and whom, to ask to be heard. */
    SPEAKERS,
    /** Until when, and to whom, to write. */
    COMMENTS,
    /** When and where the hearing is. */
    HEARING;

    /** All phrases of a spelling stand somewhere in the paragraph. */
    private record Spelling(ParagraphRule rule, List<String> phrases) {

        static Spelling of(ParagraphRule rule, String... phrases) {
            return new Spelling(rule, List.of(phrases));
        }
    }

    private static final List<String> RECITAL_OPENINGS =
            List.of("per ", "pursuant to ", "in accordance with ", "under ");

    /** One line for each spelling, in small letters; the first that fits counts. */
    private static final List<Spelling> SPELLINGS = List.of(
            Spelling.of(POSTING, "posted", "calendar days"),
            Spelling.of(POSTING, "posting", "calendar days"),
            Spelling.of(POSTING, "bulletin board", "calendar days"),
            Spelling.of(SPEAKERS, "wishes to be heard"),
            Spelling.of(SPEAKERS, "wish to be heard"),
            Spelling.of(SPEAKERS, "wishing to be heard"),
            Spelling.of(SPEAKERS, "wishes to speak"),
            Spelling.of(SPEAKERS, "wish to speak"),
            Spelling.of(SPEAKERS, "wishing to speak"),
            Spelling.of(SPEAKERS, "would like to be heard"),
            Spelling.of(SPEAKERS, "would like to speak"),
            Spelling.of(COMMENTS, "comments", "submit"),
            Spelling.of(COMMENTS, "comments", "in writing"),
            Spelling.of(COMMENTS, "written comments"),
            Spelling.of(HEARING, "public hearing", "scheduled"),
            Spelling.of(HEARING, "public hearing", "held"),
            Spelling.of(HEARING, "public hearing", "take place"),
            Spelling.of(HEARING, "public hearing is"),
            Spelling.of(HEARING, "public hearing will be"));

    /** With what a paragraph may begin where no blank line parts it from the one before. */
    private static final List<String> OPENINGS = List.of(
            "if anyone wish",
            "anyone wish",
            "persons wish",
            "note: please submit",
            "please submit",
            "written comments",
            "the scheduled time for the public hearing",
            "the public hearing",
            "a public hearing");

    private static final int LONGEST = 20_000;
    private static final int LONGEST_PREFACE = 200;
    private static final Pattern CITATION =
            Pattern.compile("(?:[A-Z][\\w.']{0,30} ){0,5}(?:Rule|Charter|Ordinance|Section|Code|Chapter)s? (?:No\\. ?)?"
                    + "\\d[\\w.-]{0,20}(?: [A-Z]\\b)?");
    private static final Pattern SEPARATOR = Pattern.compile(" ?" + Dashes.CLASS + " |: |, ");

    /** The first rule that claims the paragraph. */
    static Optional<ParagraphRule> claiming(String paragraph) {
        if (paragraph.length() > LONGEST) {
            return Optional.empty();
        }
        if (isRecital(paragraph)) {
            return Optional.of(RECITAL);
        }
        var small = paragraph.toLowerCase(Locale.ROOT);
        return SPELLINGS.stream()
                .filter(spelling -> spelling.phrases().stream().allMatch(small::contains))
                .map(Spelling::rule)
                .findFirst();
    }

    /** Whether a line opens a paragraph, where no blank line says so. */
    static boolean opens(String line) {
        var small = line.toLowerCase(Locale.ROOT);
        return OPENINGS.stream().anyMatch(small::startsWith) || isRecital(line);
    }

    /** A recital without its preface and its quotation marks, and where the rule stands. */
    static Provision recited(String paragraph) {
        var citation = citationIn(paragraph).orElse(null);
        int quote = firstQuote(paragraph);
        if (quote >= 0) {
            var text = paragraph.substring(quote + 1).strip();
            int last = text.length() - 1;
            boolean closed = last >= 0 && isQuote(text.charAt(last));
            return new Provision(closed ? text.substring(0, last).strip() : text, citation);
        }
        if (citation != null) {
            int end = Dashes.asHyphens(paragraph).indexOf(citation) + citation.length();
            var separator = SEPARATOR.matcher(paragraph).region(end, paragraph.length());
            if (separator.lookingAt()) {
                return new Provision(paragraph.substring(separator.end()), citation);
            }
        }
        return new Provision(paragraph, citation);
    }

    private static boolean isRecital(String paragraph) {
        var small = paragraph.toLowerCase(Locale.ROOT);
        return RECITAL_OPENINGS.stream().anyMatch(small::startsWith)
                && citationIn(paragraph).isPresent();
    }

    /** The citation in a recital's preface, after the word that opens it. */
    private static Optional<String> citationIn(String paragraph) {
        var small = paragraph.toLowerCase(Locale.ROOT);
        int opening = RECITAL_OPENINGS.stream()
                .filter(small::startsWith)
                .mapToInt(String::length)
                .findFirst()
                .orElse(0);
        int end = Math.min(paragraph.length(), opening + LONGEST_PREFACE);
        int quote = firstQuote(paragraph);
        var preface = Dashes.asHyphens(paragraph.substring(opening, quote >= opening ? Math.min(quote, end) : end));
        var matcher = CITATION.matcher(preface);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }

    private static int firstQuote(String text) {
        int end = Math.min(text.length(), LONGEST_PREFACE);
        for (int i = 0; i < end; i++) {
            if (isQuote(text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isQuote(char character) {
        return character == '"' || character == '\u201c' || character == '\u201d' || character == '\u201e';
    }
}
