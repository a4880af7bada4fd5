package city.planofrecord.classification.specification;

import java.util.HashMap;
import java.util.List;
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

    private static final List<String> CONTINUED = List.of(" continued", " cont");

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
        var key = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                key.append(Character.toLowerCase(c));
            } else {
                blank(key);
                if (c == '&') {
                    key.append("and ");
                }
            }
        }
        var stripped = key.toString().strip();
        return CONTINUED.stream()
                .filter(stripped::endsWith)
                .findFirst()
                .map(ending -> stripped.substring(0, stripped.length() - ending.length()))
                .orElse(stripped);
    }

    private static void blank(StringBuilder key) {
        if (!key.isEmpty() && key.charAt(key.length() - 1) != ' ') {
            key.append(' ');
        }
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
        for (var at = 0; at < text.length(); at++) {
            var begins = Character.isLowerCase(text.charAt(at))
                    && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)));
            if (begins && !SMALL_WORDS.contains(wordAt(text, at))) {
                return false;
            }
        }
        return !text.isBlank();
    }

    private static String wordAt(String text, int from) {
        var end = from;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        return text.substring(from, end);
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        return Stream.concat(one.stream(), other.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
