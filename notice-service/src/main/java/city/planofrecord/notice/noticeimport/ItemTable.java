package city.planofrecord.notice.noticeimport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;

import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.snapshot.SpreadsheetCell;
import city.planofrecord.notice.notice.ProposedItem;
import city.planofrecord.notice.noticedocument.Lines;

/** A table of items: CSV in UTF-8 with a header, one row for each item. */
final class ItemTable {

    private static final int MOST = 5000;

    private static final int MOST_COLUMNS = 200;

    /** Whoever must change so many cells is not helped by more of them. */
    private static final int ENOUGH = 1_000;

    private final List<CellFinding> findings = new ArrayList<>();
    private final List<ItemRow> rows = new ArrayList<>();

    private ItemTable() {}

    /**
     * The items of a table, in their order.
     *
     * @param sources by JSON pointer of the item, the line that it came from
     * @param lines of the table as it was sent
     */
    record Read(List<ProposedItem> items, Map<String, Lines> sources, List<String> lines) {}

    /** @throws Refused (422) with a finding for every cell that cannot be read, or where it is no table of items at all */
    static Read read(byte[] body) {
        var table = new ItemTable();
        var text = text(body);
        table.take(text);
        var items = table.items();
        table.numbered();
        if (!table.findings.isEmpty()) {
            throw table.refused();
        }
        var sources = new LinkedHashMap<String, Lines>();
        for (var i = 0; i < table.rows.size(); i++) {
            var line = Math.toIntExact(table.rows.get(i).line());
            sources.put("/items/" + i, new Lines(line, line));
        }
        return new Read(
                items.stream().flatMap(Optional::stream).toList(),
                sources,
                text.lines().toList());
    }

    private List<Optional<ProposedItem>> items() {
        var items = new ArrayList<Optional<ProposedItem>>();
        for (var row : rows) {
            items.add(row.item(findings));
            requireFew();
        }
        return items;
    }

    private void requireFew() {
        if (findings.size() >= ENOUGH) {
            throw refused();
        }
    }

    private static String text(byte[] body) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException _) {
            throw unreadable("The table is no UTF-8 text. Save it as \"CSV UTF-8 (comma delimited)\".");
        }
    }

    private void take(String text) {
        var header = text.lines().findFirst().orElse("");
        var separator = header.chars().filter(c -> c == ';').count()
                        > header.chars().filter(c -> c == ',').count()
                ? ';'
                : ',';
        try (var reader = CsvReader.builder()
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .fieldSeparator(separator)
                .ofCsvRecord(text)) {
            List<Optional<ItemColumn>> columns = List.of();
            var first = true;
            for (var csv : reader) {
                if (first) {
                    columns = columns(csv);
                    first = false;
                } else {
                    take(csv, columns);
                }
            }
            if (rows.isEmpty()) {
                throw unreadable("The table holds no items: it needs a header and a row for each.");
            }
        } catch (CsvParseException e) {
            throw unreadable("The body is no CSV: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Optional<ItemColumn>> columns(CsvRecord header) {
        if (header.getFieldCount() > MOST_COLUMNS) {
            throw unreadable("The table has more than " + MOST_COLUMNS + " columns. Send those of the items alone.");
        }
        var columns = new ArrayList<Optional<ItemColumn>>();
        var line = header.getStartingLineNumber();
        for (var name : header.getFields()) {
            var column = ItemColumn.of(SpreadsheetCell.read(name.strip()));
            if (column.isEmpty() && !name.isBlank()) {
                findings.add(new CellFinding(
                        line,
                        name.strip(),
                        "There is no such column. Remove it, or correct its name.",
                        name.strip(),
                        "one of " + String.join(", ", names())));
            } else if (column.isPresent() && columns.contains(column)) {
                findings.add(new CellFinding(line, name.strip(), "The column is there twice.", name.strip(), null));
            }
            columns.add(column);
            requireFew();
        }
        if (!columns.contains(Optional.of(ItemColumn.KIND))) {
            findings.add(new CellFinding(
                    line, ItemColumn.KIND.written(), "The column is missing. Add it.", null, "a column kind"));
        }
        if (!findings.isEmpty()) {
            throw refused();
        }
        return columns;
    }

    private static List<String> names() {
        return List.of(ItemColumn.values()).stream().map(ItemColumn::written).toList();
    }

    private void take(CsvRecord csv, List<Optional<ItemColumn>> columns) {
        var line = csv.getStartingLineNumber();
        var cells = new EnumMap<ItemColumn, String>(ItemColumn.class);
        for (var i = 0; i < csv.getFieldCount(); i++) {
            var written = csv.getField(i).strip();
            var cell = SpreadsheetCell.read(written).strip();
            if (!cell.isEmpty()) {
                var column = i < columns.size() ? columns.get(i) : Optional.<ItemColumn>empty();
                column.ifPresentOrElse(
                        found -> {
                            cells.put(found, cell);
                            if (SpreadsheetCell.isFormula(written)) {
                                findings.add(formula(line, found, cell));
                            }
                        },
                        () -> findings.add(new CellFinding(
                                line, "without a header", "The cell stands in no column.", cell, "nothing")));
                requireFew();
            }
        }
        if (!cells.isEmpty()) {
            if (rows.size() == MOST) {
                throw new Refused(
                        ProblemKind.TOO_LARGE, "A notice has up to " + MOST + " items. Divide them among several.");
            }
            rows.add(new ItemRow(line, cells));
        }
    }

    private static CellFinding formula(long line, ItemColumn column, String cell) {
        return new CellFinding(
                line,
                column.written(),
                "The cell is a formula to a spreadsheet. Nothing is worked out here.",
                cell,
                "its result, or an apostrophe before a text that begins so");
    }

    private void numbered() {
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var number = row.cell(ItemColumn.ITEM);
            if (number.isPresent() && !number.get().equals(String.valueOf(i + 1))) {
                findings.add(new CellFinding(
                        row.line(),
                        ItemColumn.ITEM.written(),
                        "Items are numbered in their order, from 1.",
                        number.get(),
                        String.valueOf(i + 1)));
            }
        }
    }

    private Refused refused() {
        var first = findings.getFirst();
        return new Refused(
                ProblemKind.UNREADABLE_DOCUMENT,
                (findings.size() == 1
                                ? ""
                                : (findings.size() < ENOUGH ? "" : "at least ") + findings.size()
                                        + " cells; the first: ")
                        + "line " + first.line()
                        + ", column " + first.column() + ": " + first.message() + " Nothing was stored.",
                findings.stream().map(CellFinding::violation).toList(),
                Map.of("findings", List.copyOf(findings)));
    }

    private static Refused unreadable(String detail) {
        return new Refused(ProblemKind.UNREADABLE_DOCUMENT, detail + " Nothing was stored.");
    }
}
