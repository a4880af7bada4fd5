package city.planofrecord.notice.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import city.planofrecord.notice.sheet.Block.Cell;
import city.planofrecord.notice.sheet.Block.Column;
import city.planofrecord.notice.sheet.Block.Group;
import city.planofrecord.notice.sheet.Block.Table;

/** A table on paper; its heads stand again on every page, and a group stays on one. */
final class PrintedTable {

    private static final float SIZE = 8.5f;
    private static final float HEAD = 7.5f;
    private static final float GAP = 6;
    private static final float PADDING = 2.5f;
    private static final float ABOVE = 3;

    /** That of a page without its margins, beyond which a group cannot stay together. */
    private static final float TALLEST = 640;

    private final Pages pages;
    private final Table table;
    private final float[] lefts;
    private final float[] widths;

    PrintedTable(Pages pages, Table table) {
        this.pages = pages;
        this.table = table;
        var columns = table.columns();
        var shares = columns.stream().mapToInt(Column::width).sum();
        var room = Pages.WIDTH - GAP * (columns.size() - 1);
        lefts = new float[columns.size()];
        widths = new float[columns.size()];
        var left = 0f;
        for (var i = 0; i < columns.size(); i++) {
            lefts[i] = left;
            widths[i] = room * columns.get(i).width() / shares;
            left += widths[i] + GAP;
        }
    }

    /** What its heads and its first group need, so that no head stands alone at the end of a page. */
    float begins() {
        var first = table.groups().isEmpty() ? 0 : height(table.groups().getFirst());
        return Math.min(ABOVE + 2 * Pages.leading(HEAD) + first, TALLEST);
    }

    void print() throws IOException {
        pages.skip(ABOVE);
        pages.keep(begins());
        heads();
        for (var group : table.groups()) {
            print(group);
        }
    }

    private void heads() throws IOException {
        for (var i = 0; i < lefts.length; i++) {
            pages.beside(table.columns().get(i).heading(), pages.bold(), HEAD, lefts[i]);
        }
        pages.down(Pages.leading(HEAD));
        pages.rule();
    }

    private void print(Group group) throws IOException {
        if (pages.keep(height(group))) {
            heads();
        }
        pages.down(PADDING);
        for (var row : group.rows()) {
            print(row, wrapped(row));
        }
        for (var note : group.notes()) {
            pages.paragraph(note, pages.regular(), SIZE, lefts[Block.NOTES_COLUMN], 0);
        }
        pages.down(PADDING);
        pages.faintRule();
    }

    private float height(Group group) {
        var height = 2 * PADDING;
        for (var row : group.rows()) {
            height += height(wrapped(row));
        }
        var left = lefts[Block.NOTES_COLUMN];
        for (var note : group.notes()) {
            height += Wrapped.lines(Legible.line(note), (Pages.WIDTH - left) / SIZE, pages.regular()::width)
                            .size()
                    * Pages.leading(SIZE);
        }
        return Math.min(height, TALLEST);
    }

    private List<List<String>> wrapped(List<Cell> row) {
        var wrapped = new ArrayList<List<String>>();
        for (var i = 0; i < row.size(); i++) {
            var cell = row.get(i);
            wrapped.add(Wrapped.lines(Legible.line(cell.text()), widths[i] / SIZE, font(cell)::width));
        }
        return wrapped;
    }

    private static float height(List<List<String>> wrapped) {
        return Pages.leading(SIZE) * wrapped.stream().mapToInt(List::size).max().orElse(0);
    }

    private void print(List<Cell> row, List<List<String>> wrapped) throws IOException {
        var height = height(wrapped);
        var lines = Math.round(height / Pages.leading(SIZE));
        for (var line = 0; line < lines; line++) {
            pages.keep(Pages.leading(SIZE));
            for (var i = 0; i < wrapped.size(); i++) {
                if (line < wrapped.get(i).size()) {
                    pages.beside(wrapped.get(i).get(line), font(row.get(i)), SIZE, lefts[i]);
                }
            }
            pages.down(Pages.leading(SIZE));
        }
    }

    private SheetFont font(Cell cell) {
        return cell.strong() ? pages.bold() : pages.regular();
    }
}
