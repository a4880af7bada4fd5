package city.planofrecord.notice.correspondence;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;

/**
 * Text of the public as it is recorded: every visible character as it was sent, composed (NFC), and without what is not
 * seen but changes what is seen. Markup is text like any other; nothing interprets it.
 *
 * @param altered what was taken out, so that the writer can be told
 */
public record PublicText(String text, Set<Alteration> altered) {

    /** How long a reason may be, in bytes of UTF-8. */
    private static final int REASON_BYTES = 2000;

    private static final int MARKS = 8;
    private static final int COMBINING_GRAPHEME_JOINER = 0x034F;
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final String FILLERS = "\u115F\u1160\u2800\u3164\uFFA0";

    public PublicText {
        altered = Set.copyOf(altered);
    }

    /** What is taken out of a text. */
    @Schema(name = "TakenOut")
    public enum Alteration {
        /** Control characters other than tabs and the ends of lines. */
        CONTROL_CHARACTERS,
        /** Marks and overrides that turn the direction of reading; the text itself has one. */
        DIRECTION_CONTROLS,
        /** Characters without width; joiners stay in scripts and pictures that need them. */
        INVISIBLE_CHARACTERS,
        /** Marks on one letter after the eighth. */
        STACKED_MARKS
    }

    /** Text of several lines. */
    public static Optional<PublicText> ofLines(
            String pointer, @Nullable String sent, int bytes, List<Violation> wrong) {
        return read(pointer, sent, bytes, wrong);
    }

    /** @throws Refused (422) where it is no text of several lines, or too long */
    public static PublicText required(String pointer, @Nullable String sent, int bytes) {
        var wrong = new ArrayList<Violation>();
        return ofLines(pointer, sent, bytes, wrong).orElseThrow(() -> Refused.invalid(List.copyOf(wrong)));
    }

    /** @throws Refused (422) where it is no reason that can be read, or too long */
    static PublicText reason(String sent) {
        return required("/reason", sent, REASON_BYTES);
    }

    /** Text of one line: ends of lines and tabs are blanks. */
    public static Optional<PublicText> ofLine(String pointer, @Nullable String sent, int bytes, List<Violation> wrong) {
        return read(pointer, sent, bytes, wrong)
                .map(read -> new PublicText(read.text.replaceAll("[\\n\\t ]+", " "), read.altered));
    }

    /**
     * @param bytes how long it may be in UTF-8, as it is recorded
     * @param wrong gets what is wrong, never with the text itself: that may be nobody else's business
     */
    private static Optional<PublicText> read(String pointer, @Nullable String sent, int bytes, List<Violation> wrong) {
        var field = "The field " + pointer.substring(1);
        if (sent == null) {
            wrong.add(Violation.at(pointer, field + " is missing. Send it as a text.", null, "a text"));
            return Optional.empty();
        }
        if (sent.codePoints().anyMatch(PublicText::isHalf)) {
            wrong.add(Violation.at(
                    pointer, field + " holds half of a character. Send well-formed Unicode.", null, "a text"));
            return Optional.empty();
        }
        var cleaning = new Cleaning();
        Normalizer.normalize(sent.replace("\r\n", "\n"), Normalizer.Form.NFC)
                .codePoints()
                .forEach(cleaning::take);
        var text = Normalizer.normalize(cleaning.kept, Normalizer.Form.NFC).strip();
        if (text.codePoints().noneMatch(PublicText::isVisible)) {
            wrong.add(
                    Violation.at(pointer, field + " is empty: nothing of it can be seen. Fill it in.", null, "a text"));
            return Optional.empty();
        }
        var size = text.getBytes(StandardCharsets.UTF_8).length;
        if (size > bytes) {
            wrong.add(Violation.at(
                    pointer,
                    field + " is longer than " + bytes + " bytes. Shorten it.",
                    size + " bytes",
                    "at most " + bytes + " bytes in UTF-8"));
            return Optional.empty();
        }
        return Optional.of(new PublicText(text, cleaning.altered));
    }

    private static boolean isHalf(int character) {
        return Character.getType(character) == Character.SURROGATE;
    }

    private static boolean isVisible(int character) {
        return !Character.isWhitespace(character)
                && !Character.isSpaceChar(character)
                && !isMark(character)
                && FILLERS.indexOf(character) < 0;
    }

    private static boolean isMark(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    private static boolean turnsDirection(int character) {
        return character == 0x061C
                || character == 0x200E
                || character == 0x200F
                || (character >= 0x202A && character <= 0x202E)
                || (character >= 0x2066 && character <= 0x2069);
    }

    /** Signs that Unicode counts as formats although they are seen, such as the Arabic end of a verse. */
    private static boolean isSeenFormat(int character) {
        return (character >= 0x0600 && character <= 0x0605)
                || character == 0x06DD
                || character == 0x070F
                || character == 0x0890
                || character == 0x0891
                || character == 0x08E2
                || character == 0x110BD
                || character == 0x110CD;
    }

    private static boolean isNoCharacter(int character) {
        return (character & 0xFFFE) == 0xFFFE || (character >= 0xFDD0 && character <= 0xFDEF);
    }

    private static boolean joinsAfter(int character) {
        if (character < 0x80 || Character.isWhitespace(character) || Character.isSpaceChar(character)) {
            return false;
        }
        return switch (Character.UnicodeScript.of(character)) {
            case LATIN, GREEK, CYRILLIC -> false;
            default -> true;
        };
    }

    /** One pass over a text. */
    private static final class Cleaning {

        private final StringBuilder kept = new StringBuilder();
        private final EnumSet<Alteration> altered = EnumSet.noneOf(Alteration.class);
        private int before = '\n';
        private int joiner;
        private int marks;

        void take(int character) {
            if (character == ZERO_WIDTH_JOINER || character == ZERO_WIDTH_NON_JOINER) {
                if (joiner != 0 || !joinsAfter(before)) {
                    altered.add(Alteration.INVISIBLE_CHARACTERS);
                } else {
                    joiner = character;
                }
                return;
            }
            switch (character) {
                case '\n', '\t' -> keep(character);
                case '\r', 0x0B, 0x0C, 0x85, 0x2028, 0x2029 -> keep('\n');
                case COMBINING_GRAPHEME_JOINER -> altered.add(Alteration.INVISIBLE_CHARACTERS);
                default -> takeOther(character);
            }
        }

        private void takeOther(int character) {
            if (Character.getType(character) == Character.CONTROL || isNoCharacter(character)) {
                altered.add(Alteration.CONTROL_CHARACTERS);
            } else if (turnsDirection(character)) {
                altered.add(Alteration.DIRECTION_CONTROLS);
            } else if (Character.getType(character) == Character.FORMAT && !isSeenFormat(character)) {
                altered.add(Alteration.INVISIBLE_CHARACTERS);
            } else if (isMark(character) && ++marks > MARKS) {
                altered.add(Alteration.STACKED_MARKS);
            } else {
                keep(character);
            }
        }

        private void keep(int character) {
            if (joiner != 0 && !Character.isWhitespace(character)) {
                kept.appendCodePoint(joiner);
            }
            joiner = 0;
            kept.appendCodePoint(character);
            before = character;
            if (!isMark(character)) {
                marks = 0;
            }
        }
    }
}
