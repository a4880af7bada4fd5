package city.planofrecord.classification.specification;

import java.util.ArrayList;
import java.util.List;

/** The essential duties: paragraphs, of which one that ends in a colon may list items, and the closing note. */
final class DutiesRule implements SectionRule {

    private static final List<String> NOTES = List.of(
            "Any one position may not",
            "Any single position may not",
            "No one position ",
            "However, the allocation of positions",
            "The allocation of positions will be determined");

    @Override
    public void read(SectionText text, SpecificationDraft draft) {
        var passages = text.passages(Passages.Layout.PARAGRAPHS, DutiesRule::isNote);
        Passage duty = null;
        var items = new ArrayList<Passage>();
        for (var passage : Passages.qualified(passages.of(text.lines()))) {
            if (isNote(passage.marked())) {
                draft.appendDutiesNote(passage.text(), passage.lines());
            } else if (passage.bulleted() && duty != null && duty.announcesList()) {
                items.add(passage);
            } else {
                draft.addDuty(duty, items);
                items.clear();
                duty = passage;
            }
        }
        draft.addDuty(duty, items);
        draft.possibleSplits(passages.possibleSplits());
    }

    private static boolean isNote(String text) {
        return NOTES.stream().anyMatch(note -> text.regionMatches(true, 0, note, 0, note.length()));
    }
}
