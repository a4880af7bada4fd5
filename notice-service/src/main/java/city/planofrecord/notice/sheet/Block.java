package city.planofrecord.notice.sheet;

import java.util.List;

/** A part of a sheet; how it looks is up to what renders it. */
public sealed interface Block {

    /** The name of the sheet, once at its top, between two smaller lines that may be empty. */
    record Title(String above, String text, String below) implements Block {}

    /** What nobody may overlook. */
    record Callout(String text) implements Block {}

    record Heading(String text) implements Block {}

    record Subheading(String text) implements Block {}

    record Paragraph(String text) implements Block {}

    /** One of a list. */
    record Entry(String text) implements Block {}

    /** Names and what they stand for, below each other. */
    record Fields(List<Field> fields) implements Block {

        public Fields {
            fields = List.copyOf(fields);
        }
    }

    record Field(String label, String value) {}

    /** What follows begins on a page of its own. */
    record NewPage() implements Block {}

    /**
     * Groups of rows, none of which is divided between pages.
     *
     * @param columns from left to right
     */
    record Table(List<Column> columns, List<Group> groups) implements Block {

        public Table {
            columns = List.copyOf(columns);
            groups = List.copyOf(groups);
        }
    }

    /** @param width in characters of plain text; on paper its share of the line */
    record Column(String heading, int width) {}

    /**
     * Rows that belong together.
     *
     * @param notes what stands below them, from the notes' column on to the right
     */
    record Group(List<List<Cell>> rows, List<String> notes) {

        public Group {
            rows = List.copyOf(rows);
            notes = List.copyOf(notes);
        }
    }

    /** @param strong whether it is what changes */
    record Cell(String text, boolean strong) {

        static final Cell EMPTY = new Cell("", false);

        static Cell of(String text) {
            return new Cell(text, false);
        }
    }

    /** The column below which the notes of a group begin. */
    int NOTES_COLUMN = 3;
}
