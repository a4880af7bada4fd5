package city.planofrecord.notice.correspondence;

import java.text.Normalizer;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Tells what a robot sends from what a person does, by what is sent alone.
 *
 * @param soonest after its form was fetched that a person sends, inclusive
 * @param latest after its form was fetched that a person sends, inclusive
 * @param links how many of them nobody wonders at
 * @param sameTexts how many submissions with the same words about one notice nobody wonders at
 */
record RobotRule(Duration soonest, Duration latest, int links, int sameTexts) {

    private static final Pattern LINK = Pattern.compile("://|www\\.|\\[url|href", Pattern.CASE_INSENSITIVE);

    /**
     * @param filledIn whether the field that stays empty was filled in
     * @param text as it is recorded; null where nothing was written
     * @param alike how many submissions about the notice had the same words before
     */
    Set<RobotSign> signs(boolean filledIn, FormSeen form, @Nullable String text, int alike) {
        var signs = EnumSet.noneOf(RobotSign.class);
        if (filledIn) {
            signs.add(RobotSign.FILLED_IN);
        }
        signs.addAll(pace(form));
        if (text != null && LINK.matcher(text).results().count() > links) {
            signs.add(RobotSign.MANY_LINKS);
        }
        if (alike >= sameTexts) {
            signs.add(RobotSign.SAME_TEXT);
        }
        return Collections.unmodifiableSet(signs);
    }

    private Set<RobotSign> pace(FormSeen form) {
        return switch (form) {
            case FormSeen.Absent _ -> EnumSet.of(RobotSign.NO_FORM);
            case FormSeen.NotOurs _ -> EnumSet.of(RobotSign.FORM_NOT_OURS);
            case FormSeen.Given given -> {
                var signs = EnumSet.noneOf(RobotSign.class);
                if (given.ago().compareTo(soonest) < 0) {
                    signs.add(RobotSign.TOO_QUICK);
                }
                if (given.ago().compareTo(latest) > 0) {
                    signs.add(RobotSign.STALE_FORM);
                }
                if (given.sentBefore()) {
                    signs.add(RobotSign.FORM_SENT_BEFORE);
                }
                yield signs;
            }
        };
    }

    /** The words of a text alone: alike for texts that differ in case, accents, digits, marks and blanks only. */
    static String words(String text) {
        var words = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetter)
                .forEach(words::appendCodePoint);
        return words.toString();
    }
}
