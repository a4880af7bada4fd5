package city.planofrecord.classification.specification;

import java.util.Optional;

/**
 * A paragraph, bullet or entry, put together from its lines.
 *
 * @param marked its text, with {@link Emphasis}
 */
record Passage(String marked, Lines lines, boolean bulleted) {

    static final String ALTERNATIVE = "\n-%s-\n";

    String text() {
        return Emphasis.without(marked);
    }

    boolean beginsInLowerCase() {
        return !marked.isEmpty() && Character.isLowerCase(marked.charAt(0));
    }

    boolean announcesList() {
        return marked.endsWith(":");
    }

    /** The word that joins the passages around this one, when it is nothing else. */
    Optional<String> alternative() {
        return bulleted ? Optional.empty() : new Line(lines.from(), marked, 0, false, false).alternative();
    }

    Passage followedBy(String between, Passage next) {
        return new Passage(marked + between + next.marked, lines.through(next.lines), bulleted);
    }
}
