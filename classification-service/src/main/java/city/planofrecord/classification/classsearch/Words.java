package city.planofrecord.classification.classsearch;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What was asked for, taken apart: every word and every phrase must be found, nothing excluded may be.
 *
 * @param words in small letters, without marks
 * @param phrases what stood in quotation marks
 * @param excluded words that stood behind a minus
 */
record Words(List<String> words, List<String> phrases, List<String> excluded) {

    /** More are not looked for. */
    static final int MOST = 20;

    private static final Pattern PART = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    static Words of(String question) {
        var words = new LinkedHashSet<String>();
        var phrases = new LinkedHashSet<String>();
        var excluded = new LinkedHashSet<String>();
        var parts = PART.matcher(question);
        while (parts.find()) {
            var phrase = parts.group(1);
            var word = parts.group(2);
            if (phrase != null) {
                phrases.add(phrase.strip());
            } else if (word.startsWith("-") && word.length() > 1 && Character.isLetter(word.charAt(1))) {
                excluded.addAll(split(word));
            } else {
                words.addAll(split(word));
            }
        }
        phrases.removeIf(phrase -> split(phrase).isEmpty());
        return new Words(first(words), first(phrases), first(excluded));
    }

    /** The words of a text, as those of a title are kept. */
    static List<String> split(String text) {
        return BETWEEN.splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static List<String> first(LinkedHashSet<String> words) {
        return words.stream().limit(MOST).toList();
    }

    boolean askNothing() {
        return words.isEmpty() && phrases.isEmpty() && excluded.isEmpty();
    }
}
