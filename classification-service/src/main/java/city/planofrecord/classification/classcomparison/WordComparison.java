package city.planofrecord.classification.classcomparison;

import java.util.ArrayList;
import java.util.List;

import city.planofrecord.classification.classcomparison.Alignment.Pair;
import city.planofrecord.classification.classcomparison.WordRun.Kind;

/** Compares two texts word by word. */
final class WordComparison {

    private final List<Word> before;
    private final List<Word> after;

    private WordComparison(String before, String after) {
        this.before = Word.of(before);
        this.after = Word.of(after);
    }

    static List<WordRun> runs(String before, String after, Effort effort) {
        var words = new WordComparison(before, after);
        var pairs = Alignment.of(keys(words.before), keys(words.after), effort);
        return words.told(readable(words.stretches(pairs)));
    }

    private static List<String> keys(List<Word> words) {
        return words.stream().map(Word::key).toList();
    }

    /** Words from one place until another in both texts: the same, or others in the place of others. */
    private record Stretch(boolean same, int fromBefore, int untilBefore, int fromAfter, int untilAfter, int size) {}

    private Stretch stretch(boolean same, int fromBefore, int untilBefore, int fromAfter, int untilAfter) {
        return new Stretch(
                same,
                fromBefore,
                untilBefore,
                fromAfter,
                untilAfter,
                Math.max(letters(before, fromBefore, untilBefore), letters(after, fromAfter, untilAfter)));
    }

    private static int letters(List<Word> words, int from, int until) {
        return words.subList(from, until).stream()
                .mapToInt(word -> word.text().length())
                .sum();
    }

    private List<Stretch> stretches(List<Pair> pairs) {
        var stretches = new ArrayList<Stretch>();
        var b = 0;
        var a = 0;
        for (var i = 0; i < pairs.size(); ) {
            var start = pairs.get(i);
            if (start.before() > b || start.after() > a) {
                stretches.add(stretch(false, b, start.before(), a, start.after()));
            }
            var length = 1;
            while (i + length < pairs.size()
                    && pairs.get(i + length).equals(new Pair(start.before() + length, start.after() + length))) {
                length++;
            }
            b = start.before() + length;
            a = start.after() + length;
            stretches.add(stretch(true, start.before(), b, start.after(), a));
            i += length;
        }
        if (b < before.size() || a < after.size()) {
            stretches.add(stretch(false, b, before.size(), a, after.size()));
        }
        return stretches;
    }

    /** What is the same, but shorter than what differs on both its sides, only makes the whole hard to read. */
    private static List<Stretch> readable(List<Stretch> stretches) {
        var joined = new ArrayList<Stretch>();
        for (var next : stretches) {
            var last = next;
            while (!last.same() && joined.size() >= 2) {
                var same = joined.getLast();
                var other = joined.get(joined.size() - 2);
                if (same.size() > Math.min(other.size(), last.size())) {
                    break;
                }
                joined.removeLast();
                joined.removeLast();
                last = new Stretch(
                        false,
                        other.fromBefore(),
                        last.untilBefore(),
                        other.fromAfter(),
                        last.untilAfter(),
                        other.size() + same.size() + last.size());
            }
            joined.add(last);
        }
        return joined;
    }

    private List<WordRun> told(List<Stretch> stretches) {
        var runs = new ArrayList<WordRun>();
        for (var stretch : stretches) {
            if (stretch.same()) {
                runs.add(new WordRun(Kind.EQUAL, same(stretch)));
            } else {
                add(runs, Kind.DELETE, before.subList(stretch.fromBefore(), stretch.untilBefore()));
                add(runs, Kind.INSERT, after.subList(stretch.fromAfter(), stretch.untilAfter()));
            }
        }
        return runs;
    }

    private static void add(List<WordRun> runs, Kind kind, List<Word> words) {
        if (!words.isEmpty()) {
            var text = new StringBuilder();
            words.forEach(word -> text.append(word.gap()).append(word.text()));
            runs.add(new WordRun(kind, text.toString()));
        }
    }

    /** With the white space of the text after; its first word has none, but can stand further on in the other. */
    private String same(Stretch stretch) {
        var text = new StringBuilder();
        for (var i = 0; i < stretch.untilAfter() - stretch.fromAfter(); i++) {
            var word = after.get(stretch.fromAfter() + i);
            text.append(
                    stretch.fromAfter() + i == 0
                            ? before.get(stretch.fromBefore() + i).gap()
                            : word.gap());
            text.append(word.text());
        }
        return text.toString();
    }
}
