package city.planofrecord.classification.specification;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The distinguishing characteristics, and the classes that they name: in italics, or where the italics were lost, as the
 * class that this one "is distinguished from".
 */
final class DistinguishingRule implements SectionRule {

    private static final Pattern FROM =
            Pattern.compile("\\b(?:distinguished|differs|different) from (?:both )?(?:the |an? )?");
    private static final Pattern WORD = Pattern.compile("[^\\s,;:.()]+");
    private static final Set<String> INSIDE = Set.of("and", "of", "the", "for", "in", "to");
    private static final Set<String> KINDS = Set.of("class", "classes", "classification", "classifications", "series");
    private static final int NAME_LENGTH = 120;

    @Override
    public void read(SectionText text, SpecificationDraft draft) {
        var passages = text.passages(Passages.Layout.PARAGRAPHS, line -> false);
        for (var passage : Passages.qualified(passages.of(text.lines()))) {
            draft.addEntry(text.section(), passage.text(), passage.lines());
            for (var title : titles(passage.marked())) {
                draft.addDistinguishedFrom(title, passage.lines());
            }
        }
        draft.possibleSplits(passages.possibleSplits());
    }

    static List<String> titles(String marked) {
        var emphasised = Emphasis.in(marked);
        return emphasised.isEmpty() ? inSentences(Emphasis.without(marked)) : emphasised;
    }

    private static List<String> inSentences(String text) {
        var titles = new ArrayList<String>();
        var from = FROM.matcher(text);
        while (from.find()) {
            var title = titleAt(text, from.end());
            while (!title.isEmpty()) {
                titles.add(title);
                title = another(text, text.indexOf(title, from.end()) + title.length());
            }
        }
        return titles;
    }

    /** The title of a second class, as in "from the A and the B". */
    private static String another(String text, int after) {
        for (var between : List.of(" and the ", ", and the ", ", the ", " or the ")) {
            if (text.startsWith(between, after)) {
                return titleAt(text, after + between.length());
            }
        }
        return "";
    }

    /** The longest run of words in capitals or with digits; small words between them belong to it. */
    private static String titleAt(String text, int at) {
        var word = WORD.matcher(text).region(at, Math.min(text.length(), at + NAME_LENGTH));
        var end = at;
        var next = at;
        while (word.find() && text.substring(next, word.start()).isBlank()) {
            var said = word.group();
            if (begins(said)) {
                end = word.end();
            } else if (end == at || !INSIDE.contains(said) || isKind(said)) {
                break;
            } else if (said.equals("and") && text.startsWith(" the ", word.end())) {
                break;
            }
            next = word.end();
        }
        return text.substring(at, end);
    }

    private static boolean begins(String word) {
        return Character.isUpperCase(word.charAt(0)) || Character.isDigit(word.charAt(0));
    }

    private static boolean isKind(String word) {
        return KINDS.contains(word);
    }
}
