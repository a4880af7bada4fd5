package city.planofrecord.chassis.snapshot;

import java.util.regex.Pattern;

/**
 * A text as a cell of a CSV file that a spreadsheet opens unharmed: not taken for a formula, with its leading zeros, and
 * not turned into a date or an exponent. Such a text gets a leading apostrophe, as does one that begins with an
 * apostrophe, so that {@link #read} gives back every text as it was.
 */
public final class SpreadsheetCell {

    private static final char MARK = '\'';
    private static final Pattern FORMULA =
            Pattern.compile("[=+\\-@\\t\\r\\n\\uFF0B\\uFF0D\\uFF1D\\uFF20].*", Pattern.DOTALL);
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
        return isInDanger(text) ? MARK + text : text;
    }

    /** The text of a cell: without the apostrophe that it begins with, if it does. */
    public static String read(String cell) {
        return !cell.isEmpty() && cell.charAt(0) == MARK ? cell.substring(1) : cell;
    }

    private static boolean isInDanger(String text) {
        if (text.isEmpty()) {
            return false;
        }
        return text.charAt(0) == MARK
                || FORMULA.matcher(text).matches()
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
}
