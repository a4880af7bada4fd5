package city.planofrecord.classification.specification;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** Recognises the headings of all templates, on a line of their own or before their text. */
final class Headings {

    private static final int LONGEST = 120;
    private static final Set<String> SMALL_WORDS = Set.of("and", "or", "of", "the", "for", "in", "to", "a", "by");

    private static final Map<String, Section> SECTIONS = new HashMap<>();

    /** By key, the names of the templates that have the spelling. */
    private static final Map<String, Set<String>> TEMPLATES = new HashMap<>();

    static {
        for (var template : Templates.ALL) {
            template.headings()
                    .forEach((section, spellings) -> spellings.forEach(spelling -> {
                        SECTIONS.put(key(spelling), section);
                        TEMPLATES.merge(key(spelling), Set.of(template.name()), Headings::union);
                    }));
        }
    }

    /**
     * A heading and what follows it on its line.
     *
     * @param spelling what {@link #templatesOf} knows the heading by
     */
    record Heading(Section section, String spelling, String rest) {}

    private Headings() {}

    static Optional<Heading> on(Line line) {
        var text = line.text();
        if (line.bulleted() || text.isEmpty()) {
            return Optional.empty();
        }
        return recognised(text, line.marked())
                .filter(heading -> heading.section().takes(heading.rest(), line.marked() || text.endsWith(":")));
    }

    private static Optional<Heading> recognised(String text, boolean marked) {
        return alone(text, marked)
                .or(() -> beforeColon(text))
                .or(() -> beforeNote(text))
                .or(() -> inCapitals(text));
    }

    /** The names of the templates that spell a heading so. */
    static Set<String> templatesOf(String spelling) {
        return TEMPLATES.getOrDefault(spelling, Set.of());
    }

    /** Whether a line looks like a heading, whatever it says. */
    static boolean seemsHeading(Line line) {
        var text = line.text();
        if (line.bulleted()
                || text.isEmpty()
                || text.length() > LONGEST
                || line.alternative().isPresent()
                || SectionText.isNone(text)) {
            return false;
        }
        if (line.marked()) {
            return Definitions.byDash(text).isEmpty()
                    && Definitions.byColon(text).isEmpty();
        }
        var letters = text.chars().filter(Character::isLetter).count();
        return letters >= 6 && isCapitals(text) && !text.endsWith(".");
    }

    /** What is the same for all spellings that differ in case, punctuation and the sign for "and" only. */
    static String key(String text) {
        var key = new StringBuilder();
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '&') {
                key.append(" and ");
            } else {
                key.append(Character.isLetterOrDigit(c) ? Character.toLowerCase(c) : ' ');
            }
        }
        return String.join(" ", key.toString().strip().split(" +", -1)).replaceFirst(" (?:continued|cont)$", "");
    }

    private static Optional<Heading> alone(String text, boolean marked) {
        return text.length() > LONGEST || !(marked || text.endsWith(":") || isTitleCase(text))
                ? Optional.empty()
                : heading(text, "");
    }

    private static Optional<Heading> beforeColon(String text) {
        var colon = text.indexOf(':');
        if (colon < 0 || colon > LONGEST || !isTitleCase(text.substring(0, colon))) {
            return Optional.empty();
        }
        return heading(text.substring(0, colon), text.substring(colon + 1).strip());
    }

    private static Optional<Heading> beforeNote(String text) {
        var parenthesis = text.indexOf('(');
        if (parenthesis < 0 || parenthesis > LONGEST || !isTitleCase(text.substring(0, parenthesis))) {
            return Optional.empty();
        }
        return heading(text.substring(0, parenthesis), text.substring(parenthesis))
                .filter(heading -> heading.section().noted());
    }

    /** As in {@code CLASS HISTORY This is a new class.} */
    private static Optional<Heading> inCapitals(String text) {
        var end = 0;
        var words = 0;
        for (var next = text.indexOf(' '); next > 0 && next <= LONGEST; next = text.indexOf(' ', next + 1)) {
            if (!isCapitals(text.substring(end, next))) {
                break;
            }
            end = next;
            words++;
        }
        return words < 2
                ? Optional.empty()
                : heading(text.substring(0, end), text.substring(end).strip());
    }

    private static Optional<Heading> heading(String text, String rest) {
        var key = key(text);
        return Optional.ofNullable(section(key)).map(section -> new Heading(section, key, rest));
    }

    private static @Nullable Section section(String key) {
        return SECTIONS.get(key);
    }

    private static boolean isCapitals(String text) {
        return text.equals(text.toUpperCase(Locale.ROOT)) && text.chars().anyMatch(Character::isLetter);
    }

    /** Whether all words but the small ones begin with a capital or a digit. */
    static boolean isTitleCase(String text) {
        for (var word : text.strip().split("[^\\p{L}\\p{N}]+", -1)) {
            if (!word.isEmpty() && Character.isLowerCase(word.charAt(0)) && !SMALL_WORDS.contains(word)) {
                return false;
            }
        }
        return !text.isBlank();
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        return Stream.concat(one.stream(), other.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
