package city.planofrecord.classification.specification;

import java.util.ArrayList;
import java.util.List;

/** Reads the text of one kind of section into the draft of a specification. */
interface SectionRule {

    void read(SectionText text, SpecificationDraft draft);

    /** One text, whose paragraphs are parted by line breaks. */
    static SectionRule text() {
        return (text, draft) -> {
            for (var passage : entries(text, draft, Passages.Layout.PARAGRAPHS)) {
                draft.appendText(text.section(), passage.text(), passage.lines());
            }
        };
    }

    /** A list of paragraphs. */
    static SectionRule paragraphs() {
        return (text, draft) -> {
            for (var passage : entries(text, draft, Passages.Layout.PARAGRAPHS)) {
                draft.addEntry(text.section(), passage.text(), passage.lines());
            }
        };
    }

    /** A list that may stand one entry to a line. */
    static SectionRule lines() {
        return (text, draft) -> {
            for (var passage : entries(text, draft, Passages.Layout.LINES)) {
                draft.addEntry(text.section(), passage.text(), passage.lines());
            }
        };
    }

    /** One value on one line. */
    static SectionRule field() {
        return (text, draft) -> {
            var said = text.lines().stream().filter(line -> !line.isBlank()).toList();
            if (!said.isEmpty()) {
                draft.setField(
                        text.section(),
                        Emphasis.without(said.getFirst().text()),
                        said.getFirst().lines());
                draft.unclaimed(said.subList(1, said.size()));
            }
        };
    }

    /** A heading over other headings. */
    static SectionRule container() {
        return (text, draft) -> draft.unclaimed(text.lines());
    }

    /** The entries of a section; bullets that an entry announces with a colon are part of it. */
    private static List<Passage> entries(SectionText text, SpecificationDraft draft, Passages.Layout layout) {
        var passages = text.passages(layout, entry -> false);
        var entries = new ArrayList<Passage>();
        var announced = false;
        for (var passage : Passages.qualified(passages.of(text.lines()))) {
            if (passage.bulleted() && announced) {
                entries.add(entries.removeLast().followedBy("\n- ", passage));
            } else {
                entries.add(passage);
                announced = passage.announcesList();
            }
        }
        draft.possibleSplits(passages.possibleSplits());
        return entries;
    }
}
