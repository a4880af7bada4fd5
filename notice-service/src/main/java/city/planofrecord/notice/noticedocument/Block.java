package city.planofrecord.notice.noticedocument;

import java.util.List;

/** What a notice is made of, in the order in which it stands. */
sealed interface Block {

    Lines lines();

    /** The line that names the document and bears its number. */
    record Numbered(String number, Lines lines) implements Block {}

    /** An entry of the head, such as To, From, Date and Subject. */
    record Entry(Label label, String value, Lines lines) implements Block {}

    /** A line that every notice has and that says nothing of its own. */
    record Formula(Lines lines) implements Block {}

    /** A table of changes under its heading, with the columns that stand apart from it. */
    record Table(SectionHeading heading, List<ColumnGroup> groups, List<Line> strays, Lines lines) implements Block {}

    /** What stands under a heading that no rule knows. */
    record UnknownSection(String heading, boolean table, Lines lines) implements Block {}

    /** Prose. */
    record Paragraph(String text, Lines lines) implements Block {}
}
