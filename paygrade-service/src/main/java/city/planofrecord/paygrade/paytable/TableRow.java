package city.planofrecord.paygrade.paytable;

import java.util.List;

import city.planofrecord.chassis.snapshot.SpreadsheetCell;

/**
 * A row as it stands in a file.
 *
 * @param line its line in a CSV, its row in a sheet, from 1
 * @param cells their texts; a number in plain digits, a date as 2010-10-17
 */
record TableRow(long line, List<String> cells, Source source) {

    /** What the row was read from. */
    enum Source {
        CSV,
        SHEET
    }

    boolean isBlank() {
        return cells.stream().allMatch(String::isBlank);
    }

    /** The text of the cell without the apostrophe that keeps spreadsheets from reading it; empty where there is none. */
    String cell(int place) {
        return place < cells.size()
                ? SpreadsheetCell.read(cells.get(place).strip()).strip()
                : "";
    }

    /** Where the cell stands, as a spreadsheet says it. */
    String where(int place) {
        return switch (source) {
            case CSV -> "line " + line + ", column " + letters(place);
            case SHEET -> "cell " + letters(place) + line;
        };
    }

    private static String letters(int place) {
        var letters = new StringBuilder();
        for (var left = place + 1; left > 0; left = (left - 1) / 26) {
            letters.insert(0, (char) ('A' + (left - 1) % 26));
        }
        return letters.toString();
    }
}
