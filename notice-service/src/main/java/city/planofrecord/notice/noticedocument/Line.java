package city.planofrecord.notice.noticedocument;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** One line without the debris of its conversion, and where it stands in the document. */
record Line(int number, String text) {

    private static final Pattern MARKUP = Pattern.compile("</?(?:u|b|i|em|strong)>|\\*\\*", Pattern.CASE_INSENSITIVE);
    private static final Pattern ESCAPE = Pattern.compile("\\\\([$*_#&])");
    private static final Pattern ODD_BLANK = Pattern.compile("[\\u00A0\\u2000-\\u200A\\u202F\\u3000\\f]");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}&&[^\\t]]|[\\u00AD\\u200B-\\u200D\\uFEFF]");
    private static final Pattern PAGE = Pattern.compile("page \\d{1,4}(?: of \\d{1,4})?", Pattern.CASE_INSENSITIVE);
    private static final Pattern TABS = Pattern.compile("\\t");
    private static final Pattern TAB_RUNS = Pattern.compile("\\t+");
    private static final Pattern GAPS = Pattern.compile(" {2,}");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    static Line cleaned(int number, String raw) {
        var text = ODD_BLANK.matcher(raw).replaceAll(" ");
        text = UNSEEN.matcher(text).replaceAll("");
        text = MARKUP.matcher(text).replaceAll("");
        text = ESCAPE.matcher(text).replaceAll("$1");
        return new Line(number, text.strip());
    }

    boolean isBlank() {
        return text.isEmpty();
    }

    boolean isPageNumber() {
        return text.length() < 20 && PAGE.matcher(text).matches();
    }

    Lines lines() {
        return new Lines(number, number);
    }

    /** The cells of a table's row: parted by tabs or, where there are none, by two blanks or more. */
    List<String> cells() {
        return cells(text.indexOf('\t') >= 0 ? TABS : GAPS);
    }

    /** The same with a run of tabs taken for one: an empty cell cannot be told from an alignment. */
    List<String> cellsOfTabRuns() {
        return cells(text.indexOf('\t') >= 0 ? TAB_RUNS : GAPS);
    }

    /** The text with every run of blanks and tabs as one blank. */
    String plain() {
        return plain(text);
    }

    static String plain(String text) {
        return BLANKS.matcher(text).replaceAll(" ").strip();
    }

    private List<String> cells(Pattern separator) {
        var cells = new ArrayList<String>();
        for (var cell : separator.split(text, -1)) {
            cells.add(plain(cell));
        }
        return cells;
    }
}
