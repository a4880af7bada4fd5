package city.planofrecord.classification.specification;

import java.util.Optional;

/** Parts a name from its definition. */
final class Definitions {

    private static final String DASHES = "-‐‑‒–—―−";
    private static final int NAME_LENGTH = 80;
    private static final int NAME_WORDS = 9;

    private Definitions() {}

    /** As in {@code Name - definition}, {@code Name- definition}, {@code Name–definition}; a hyphen between letters is part of the name. */
    static Optional<Definition> byDash(String text) {
        for (var at = 1; at < text.length() - 1 && at <= NAME_LENGTH; at++) {
            var c = text.charAt(at);
            if (DASHES.indexOf(c) < 0) {
                continue;
            }
            var end = at + 1;
            while (end < text.length() - 1 && DASHES.indexOf(text.charAt(end)) >= 0) {
                end++;
            }
            var parts = c == '–'
                    || c == '—'
                    || c == '―'
                    || end > at + 1
                    || text.charAt(at - 1) == ' '
                    || text.charAt(end) == ' ';
            if (parts) {
                return definition(text.substring(0, at), text.substring(end));
            }
            at = end - 1;
        }
        return Optional.empty();
    }

    /** As in {@code Name: definition}. */
    static Optional<Definition> byColon(String text) {
        var colon = text.indexOf(':');
        return colon < 1 || colon > NAME_LENGTH
                ? Optional.empty()
                : definition(text.substring(0, colon), text.substring(colon + 1));
    }

    private static Optional<Definition> definition(String name, String definition) {
        var stripped = name.strip();
        var isName = !stripped.isEmpty()
                && !definition.isBlank()
                && (Character.isUpperCase(stripped.charAt(0)) || Character.isDigit(stripped.charAt(0)))
                && stripped.split(" ", -1).length <= NAME_WORDS
                && !stripped.contains(". ")
                && stripped.indexOf(';') < 0;
        return isName ? Optional.of(new Definition(stripped, definition.strip())) : Optional.empty();
    }
}
