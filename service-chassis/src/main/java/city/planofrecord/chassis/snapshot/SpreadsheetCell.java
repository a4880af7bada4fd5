package city.planofrecord.chassis.snapshot;

import java.util.regex.Pattern;

/**
 * A text as a cell of a CSV file that a spreadsheet opens unharmed: not taken for a formula, with its leading zeros, and
 * not turned into a date or an exponent. Such a text gets a leading apostrophe, as does one that begins with an
 * apostrophe. A formula within the text gets one too where it follows what a spreadsheet may take for the end of the cell: a
 * semicolon, a tab or the end of a line. {@link #read} gives back every text as it was.
 */
public final class SpreadsheetCell {

    private static final char MARK = '\'';
    private static final String BEGINS_A_FORMULA = "=+-@\uFF0B\uFF0D\uFF1D\uFF20";
    private static final String ENDS_A_CELL = ";\t\r\n";
    private static final String MAY_STAND_BEFORE = "'\"\\";
    private static final Pattern LEADING_ZEROS = Pattern.compile("0\\d[\\d.,]*");
    private static final Pattern TOO_LONG_A_NUMBER = Pattern.compile("\\d{16,}");
    private static final Pattern EXPONENT = Pattern.compile("\\d+(?:\\.\\d*)?[eE][+-]?\\d+");
    private static final Pattern NUMERIC_DATE = Pattern.compile("\\d{1,4}[-/.]\\d{1,2}(?:[-/.]\\d{1,4})?");
    private static final Pattern NAMED_DATE = Pattern.compile(
            "(?:\\d{1,4}[-/ .]?)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]{0,6}[-/ .,]*\\d{1,4}"
                    + "|\\d{1,4}[-/ .]?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]{0,6}",
            Pattern.CASE_INSENSITIVE);

    private SpreadsheetCell() {}

    /** The text as a cell. */
    public static String of(String text) {
        return isInDanger(text) ? MARK + marked(text) : marked(text);
    }

    /** JSON as a cell: what begins a formula in one of its texts is escaped as JSON has it, so that it stays the same JSON. */
    static String ofJson(String json) {
        var formulas = new Formulas();
        var cell = new StringBuilder();
        for (var place = 0; place < json.length(); place++) {
            var character = json.charAt(place);
            if (formulas.beginsWith(character)) {
                cell.append("\\u%04x".formatted((int) character));
            } else {
                cell.append(character);
            }
        }
        return cell.toString();
    }

    /** The text of a cell: without the apostrophe that it begins with, if it does, and those before formulas in it. */
    public static String read(String cell) {
        return unmarked(!cell.isEmpty() && cell.charAt(0) == MARK ? cell.substring(1) : cell);
    }

    /** Whether a spreadsheet takes the cell for a formula, also behind blanks. */
    public static boolean isFormula(String cell) {
        for (var place = 0; place < cell.length(); place++) {
            var character = cell.charAt(place);
            if (BEGINS_A_FORMULA.indexOf(character) >= 0) {
                return true;
            }
            if (!isBlank(character)) {
                return false;
            }
        }
        return false;
    }

    private static boolean isInDanger(String text) {
        if (text.isEmpty()) {
            return false;
        }
        return text.charAt(0) == MARK
                || "\t\r\n".indexOf(text.charAt(0)) >= 0
                || isFormula(text)
                || LEADING_ZEROS.matcher(text).matches()
                || TOO_LONG_A_NUMBER.matcher(text).matches()
                || EXPONENT.matcher(text).matches()
                || (NUMERIC_DATE.matcher(text).matches() && !isPlainNumber(text))
                || NAMED_DATE.matcher(text).matches();
    }

    /** {@code 12.50} reads like a day and a month, but is an amount; whoever writes dates has a column for them. */
    private static boolean isPlainNumber(String text) {
        return text.matches("\\d+\\.\\d+");
    }

    private static boolean isBlank(char character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.isISOControl(character)
                || Character.getType(character) == Character.FORMAT;
    }

    private static String marked(String text) {
        var formulas = new Formulas();
        var marked = new StringBuilder();
        for (var place = 0; place < text.length(); place++) {
            if (formulas.beginsWith(text.charAt(place))) {
                marked.append(MARK);
            }
            marked.append(text.charAt(place));
        }
        return marked.toString();
    }

    private static String unmarked(String cell) {
        var formulas = new Formulas();
        var text = new StringBuilder();
        for (var place = 0; place < cell.length(); place++) {
            if (formulas.beginsWith(cell.charAt(place)) && cell.charAt(place - 1) == MARK) {
                text.setLength(text.length() - 1);
            }
            text.append(cell.charAt(place));
        }
        return text.toString();
    }

    /** Finds, character by character, where a formula begins behind what may be taken for the end of a cell. */
    private static final class Formulas {

        private boolean cellMayBegin;

        boolean beginsWith(char character) {
            if (ENDS_A_CELL.indexOf(character) >= 0) {
                cellMayBegin = true;
                return false;
            }
            var begins = cellMayBegin && BEGINS_A_FORMULA.indexOf(character) >= 0;
            cellMayBegin &= !begins && (isBlank(character) || MAY_STAND_BEFORE.indexOf(character) >= 0);
            return begins;
        }
    }
}
