package city.planofrecord.classification.specification;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** The class history: entries that begin with a date, or say that the class is new. */
final class HistoryRule implements SectionRule {

    private static final Pattern DATE =
            Pattern.compile("((?:[0-9xX]{1,2}[/-]){1,2}[0-9xX]{2,4}|[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?)(?=[\\s:(–—-]|$)");
    private static final Pattern INITIALS = Pattern.compile("\\(([A-Z]{2,4})\\)");
    private static final Pattern CLOSING_INITIALS = Pattern.compile(" ?\\(([A-Z]{2,4})\\)\\.?$");
    private static final String SEPARATORS = " :–—-";

    @Override
    public void read(SectionText text, SpecificationDraft draft) {
        var passages = text.passages(
                Passages.Layout.PARAGRAPHS, line -> DATE.matcher(line).lookingAt());
        for (var passage : Passages.qualified(passages.of(text.lines()))) {
            draft.addHistory(entry(passage.text()), passage.lines());
        }
        draft.possibleSplits(passages.possibleSplits());
    }

    static HistoryEntry entry(String text) {
        var date = DATE.matcher(text);
        if (!date.lookingAt()) {
            return closing(null, text);
        }
        var written = PartialDate.parse(date.group(1));
        var at = skip(text, date.end(), " ");
        var initials = INITIALS.matcher(text).region(at, text.length());
        if (initials.lookingAt()) {
            return new HistoryEntry(written, initials.group(1), text.substring(skip(text, initials.end(), SEPARATORS)));
        }
        return closing(written, text.substring(skip(text, at, SEPARATORS)));
    }

    /** Initials may close an entry; three or four letters in the middle of a sentence are an abbreviation. */
    private static HistoryEntry closing(@Nullable PartialDate date, String text) {
        var parenthesis = text.lastIndexOf('(');
        if (parenthesis < 1) {
            return new HistoryEntry(date, null, text);
        }
        var initials = CLOSING_INITIALS.matcher(text).region(Math.max(0, parenthesis - 1), text.length());
        if (!initials.find()) {
            return new HistoryEntry(date, null, text);
        }
        var before = text.substring(0, initials.start()).strip();
        return before.endsWith(".") || initials.group(1).length() == 2
                ? new HistoryEntry(date, initials.group(1), before)
                : new HistoryEntry(date, null, text);
    }

    private static int skip(String text, int at, String characters) {
        var next = at;
        while (next < text.length() && characters.indexOf(text.charAt(next)) >= 0) {
            next++;
        }
        return next;
    }
}
