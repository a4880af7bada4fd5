package city.planofrecord.notice.sheet;

import java.util.ArrayList;
import java.util.List;

import city.planofrecord.notice.sheet.Block.Cell;
import city.planofrecord.notice.sheet.Block.Group;
import city.planofrecord.notice.sheet.Block.Table;

/** A sheet as plain text. */
final class PlainSheet {

    static final int WIDTH = 80;

    private static final int LABEL = 12;

    private final StringBuilder text = new StringBuilder();
    private boolean isEntry;

    private PlainSheet() {}

    static String of(Sheet sheet) {
        var plain = new PlainSheet();
        sheet.blocks().forEach(plain::add);
        plain.add(new Block.NewPage());
        plain.wrapped(sheet.foot(), 0, "");
        return plain.text.toString();
    }

    private void add(Block block) {
        switch (block) {
            case Block.Title title -> {
                centered(title.above());
                centered(title.text());
                centered(title.below());
            }
            case Block.Callout callout -> {
                blank();
                wrapped(callout.text(), 4, "*** ");
            }
            case Block.Heading heading -> {
                blank();
                wrapped(heading.text().toUpperCase(java.util.Locale.ROOT), 0, "");
            }
            case Block.Subheading heading -> {
                blank();
                wrapped(heading.text(), 0, "");
            }
            case Block.Paragraph paragraph -> {
                blank();
                wrapped(paragraph.text(), 0, "");
            }
            case Block.Entry entry -> {
                if (!isEntry) {
                    blank();
                }
                wrapped(entry.text(), 2, "- ");
            }
            case Block.Fields fields -> {
                blank();
                fields.fields().forEach(field -> field(field.label(), field.value()));
            }
            case Block.NewPage _ -> {
                blank();
                text.append("-".repeat(WIDTH)).append('\n');
            }
            case Table table -> table(table);
        }
        isEntry = block instanceof Block.Entry;
    }

    private void blank() {
        if (!text.isEmpty()) {
            text.append('\n');
        }
    }

    private void centered(String line) {
        if (!line.isEmpty()) {
            for (var part : wrap(Legible.line(line), WIDTH)) {
                text.repeat(' ', Math.max(0, (WIDTH - length(part)) / 2))
                        .append(part)
                        .append('\n');
            }
        }
    }

    private void field(String label, String value) {
        var labelled = Legible.line(label) + ":";
        var indent = Math.max(LABEL, labelled.length() + 1);
        wrapped(value, indent, labelled + " ".repeat(indent - labelled.length()));
    }

    /** @param first what the first line begins with, in place of the indent */
    private void wrapped(String paragraph, int indent, String first) {
        var begin = first;
        for (var line : Legible.lines(paragraph)) {
            for (var part : wrap(line, WIDTH - indent)) {
                text.append(begin).append(part).append('\n');
                begin = " ".repeat(indent);
            }
        }
    }

    private void table(Table table) {
        blank();
        var columns = table.columns();
        row(columns, columns.stream().map(column -> Cell.of(column.heading())).toList());
        text.append("-".repeat(WIDTH)).append('\n');
        for (var group : table.groups()) {
            group(columns, group);
        }
    }

    private void group(List<Block.Column> columns, Group group) {
        group.rows().forEach(row -> row(columns, row));
        var indent = columns.subList(0, Block.NOTES_COLUMN).stream()
                .mapToInt(column -> column.width() + 1)
                .sum();
        group.notes().forEach(note -> wrapped(note, indent, " ".repeat(indent)));
    }

    private void row(List<Block.Column> columns, List<Cell> cells) {
        var wrapped = new ArrayList<List<String>>();
        var height = 0;
        for (var i = 0; i < columns.size(); i++) {
            var lines = wrap(Legible.line(cells.get(i).text()), columns.get(i).width());
            wrapped.add(lines);
            height = Math.max(height, lines.size());
        }
        for (var line = 0; line < height; line++) {
            var written = new StringBuilder();
            for (var i = 0; i < columns.size(); i++) {
                var part = line < wrapped.get(i).size() ? wrapped.get(i).get(line) : "";
                written.append(part).repeat(' ', columns.get(i).width() - length(part) + 1);
            }
            text.append(written.toString().stripTrailing()).append('\n');
        }
    }

    private static int length(String part) {
        return part.codePointCount(0, part.length());
    }

    private static List<String> wrap(String line, int width) {
        return Wrapped.lines(line, width, _ -> 1);
    }
}
