package city.planofrecord.classification.classsearch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which words of titles a word may mean. Words of up to three letters and words with digits mean themselves only; up to
 * six letters, a word may be off by one: a letter wrong, missing, too many, or two neighbours exchanged; longer ones by two.
 */
final class Spelling {

    private static final int TOO_SHORT = 3;
    private static final int SHORT = 6;

    private Spelling() {}

    /**
     * The words nearest to the one asked for, of those that it may mean.
     *
     * @param most how far off they may be at the most
     */
    static List<String> nearest(String asked, Iterable<String> vocabulary, int most) {
        var nearest = new ArrayList<String>();
        var best = most;
        for (var word : vocabulary) {
            var bound = Math.min(best, bound(asked, word));
            if (bound < 1 || Math.abs(word.length() - asked.length()) > bound) {
                continue;
            }
            var distance = distance(asked, word);
            if (distance > bound) {
                continue;
            }
            if (distance < best) {
                nearest.clear();
                best = distance;
            }
            nearest.add(word);
        }
        return nearest;
    }

    private static int bound(String asked, String word) {
        var length = Math.max(asked.length(), word.length());
        var letters =
                asked.chars().allMatch(Character::isLetter) && word.chars().allMatch(Character::isLetter);
        if (!letters || Math.min(asked.length(), word.length()) <= TOO_SHORT) {
            return 0;
        }
        return length <= SHORT ? 1 : 2;
    }

    /** How many letters must be changed, put in, left out or exchanged with their neighbour. */
    static int distance(String one, String other) {
        var above = new int[other.length() + 1];
        var row = new int[other.length() + 1];
        var next = new int[other.length() + 1];
        Arrays.setAll(row, i -> i);
        for (var i = 1; i <= one.length(); i++) {
            next[0] = i;
            for (var j = 1; j <= other.length(); j++) {
                var differs = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                next[j] = Math.min(Math.min(next[j - 1], row[j]) + 1, row[j - 1] + differs);
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    next[j] = Math.min(next[j], above[j - 2] + 1);
                }
            }
            var free = above;
            above = row;
            row = next;
            next = free;
        }
        return row[other.length()];
    }
}
