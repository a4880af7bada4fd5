package city.planofrecord.classification.specification;

import java.util.Optional;

/** The physical demands, and the note in parentheses that limits them. */
final class DemandsRule implements SectionRule {

    private static final String NOTE = "Physical Demands are";

    @Override
    public void read(SectionText text, SpecificationDraft draft) {
        var passages = text.passages(
                Passages.Layout.LINES, line -> isNote(line) || demand(line).isPresent());
        for (var passage : passages.of(text.lines())) {
            var said = passage.text();
            if (isNote(said)) {
                draft.appendDemandsNote(note(said), passage.lines());
            } else if (SectionText.isNone(said)) {
                draft.addNone(text.section());
            } else {
                demand(said)
                        .ifPresentOrElse(
                                demand -> draft.addDefinition(text.section(), demand, passage.lines()),
                                () -> draft.unclaimed(passage));
            }
        }
        draft.possibleSplits(passages.possibleSplits());
    }

    private static Optional<Definition> demand(String text) {
        return Definitions.byColon(text).or(() -> Definitions.byDash(text));
    }

    private static boolean isNote(String text) {
        return text.startsWith("(") || text.regionMatches(true, 0, NOTE, 0, NOTE.length());
    }

    private static String note(String text) {
        var end = text.length();
        while (end > 0 && ": ".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.startsWith("(") && end > 1 && text.charAt(end - 1) == ')'
                ? text.substring(1, end - 1).strip()
                : text.substring(0, end);
    }
}
