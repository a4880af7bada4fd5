package city.planofrecord.notice.noticedocument;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the people, addresses and places that a paragraph names. */
final class People {

    private static final List<String> WRITE_TO = List.of(
            "in writing to ",
            "submitted to ",
            "submit to ",
            "sent to ",
            "addressed to ",
            "directed to ",
            "comments to ");
    private static final List<String> CALL = List.of("call ", "contact ", "telephone ", "notify ", "e-mail ", "email ");
    private static final List<String> CARE_OF = List.of("in care of ", "c/o ");
    private static final List<String> ENDS_OF_NAME = List.of(
            ",", ";", "(", "<", " at ", " by ", " no later ", " not later ", " before ", " in care of ", " c/o ");
    private static final List<String> ENDS_OF_CARE =
            List.of(" by ", " no later ", " not later ", " before ", ", ", "; ");
    private static final List<String> HELD =
            List.of(" held in ", " held at ", " place in ", " place at ", " hearing in ", " hearing at ");
    private static final List<String> PREPOSITIONS = List.of("in the ", "at the ", "in ", "at ");

    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,6}");
    private static final Pattern PHONE =
            Pattern.compile("(?<!\\d)(?:\\(\\d{3}\\)|\\d{3})[-. ]{0,2}\\d{3}[-. ]\\d{4}(?!\\d)");
    private static final Pattern SENTENCE_END =
            Pattern.compile("(?<!\\b(?:St|Ave|Blvd|Bldg|Dr|Rm|No|[A-Z]))\\. +(?=[A-Z])");

    private People() {}

    /** Who receives comments. */
    static Optional<Comments.Recipient> recipient(String paragraph) {
        return after(paragraph, WRITE_TO).flatMap(text -> {
            var careOf = after(text, CARE_OF).map(care -> until(sentence(care), ENDS_OF_CARE));
            int care = indexOfAny(text, CARE_OF);
            var own = care < 0 ? text : text.substring(0, care);
            return name(own).map(name -> new Comments.Recipient(name, email(own).orElse(null), careOf.orElse(null)));
        });
    }

    /** Whom to ask for a place among the speakers. */
    static Optional<Speakers.Contact> contact(String paragraph) {
        return after(paragraph, CALL)
                .flatMap(text -> name(text)
                        .map(name -> new Speakers.Contact(
                                name, phone(text).orElse(null), email(text).orElse(null))));
    }

    /**
     * The place of a hearing.
     *
     * @param from where the date and time begin in the paragraph
     * @param end where they end
     */
    static Optional<String> place(String paragraph, int from, int end) {
        var following = stripped(sentence(paragraph.substring(end)));
        if (!following.isEmpty()) {
            return Optional.of(following);
        }
        return after(paragraph.substring(0, from), HELD)
                .map(text -> stripped(text.endsWith(" on ") ? text.substring(0, text.length() - 4) : text))
                .filter(text -> !text.isEmpty());
    }

    private static String stripped(String place) {
        var text = place.strip();
        while (text.startsWith(",")) {
            text = text.substring(1).strip();
        }
        for (var preposition : PREPOSITIONS) {
            if (text.startsWith(preposition)) {
                text = text.substring(preposition.length());
                break;
            }
        }
        while (text.endsWith(".") || text.endsWith(",")) {
            text = text.substring(0, text.length() - 1).strip();
        }
        return text;
    }

    private static Optional<String> name(String text) {
        var name = until(sentence(text), ENDS_OF_NAME);
        var email = EMAIL.matcher(name);
        if (email.find()) {
            name = name.substring(0, email.start());
        }
        name = name.strip();
        return name.isEmpty() || name.endsWith(":") ? Optional.empty() : Optional.of(name);
    }

    private static String sentence(String text) {
        return SENTENCE_END.split(text, 2)[0];
    }

    private static Optional<String> email(String text) {
        var matcher = EMAIL.matcher(text);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }

    private static Optional<String> phone(String text) {
        var matcher = PHONE.matcher(text);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }

    private static Optional<String> after(String text, List<String> openings) {
        for (var opening : openings) {
            int at = indexOf(text, opening);
            if (at >= 0) {
                return Optional.of(text.substring(at + opening.length()));
            }
        }
        return Optional.empty();
    }

    private static String until(String text, List<String> ends) {
        int end = indexOfAny(text, ends);
        return (end < 0 ? text : text.substring(0, end)).strip();
    }

    private static int indexOfAny(String text, List<String> phrases) {
        return phrases.stream()
                .mapToInt(phrase -> indexOf(text, phrase))
                .filter(index -> index >= 0)
                .min()
                .orElse(-1);
    }

    /** Compares in place: the small form of a text may be longer than the text. */
    private static int indexOf(String text, String phrase) {
        for (int i = 0; i <= text.length() - phrase.length(); i++) {
            if (text.regionMatches(true, i, phrase, 0, phrase.length())) {
                return i;
            }
        }
        return -1;
    }
}
