package city.planofrecord.chassis.testing.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.StreamSupport;

/**
 * Every regular expression of a module's classes, tried with long texts that nearly match. What is counted are the
 * characters that are looked at, so that the answer does not depend on the machine.
 */
public final class RegularExpressions {

    private static final int LENGTH = 4_000;
    private static final int LOOKS_AT_A_CHARACTER = 900;
    private static final Set<String> TAKE_ONE = Set.of("compile", "matches", "replaceAll", "replaceFirst", "split");
    private static final Set<String> LOOK_FOR_ONE =
            Set.of("find", "results", "replaceAll", "replaceFirst", "split", "splitAsStream", "asPredicate");
    private static final Set<String> OWNERS =
            Set.of("java/util/regex/Pattern", "java/util/regex/Matcher", "java/lang/String");
    private static final Pattern META = Pattern.compile("[*+?{]");
    private static final Pattern WORD = Pattern.compile("[A-Za-z]{2,12}");
    private static final List<String> USUAL = List.of(
            " ", "\t", "\n", "a", "A", "1", "0", "-", "–", ".", ",", "(", ")", "/", ":", "x", "_", "@", "$", "#", "*",
            "\"", "<", ">", "\\", "[", "'", "~", ";", "%", "é", "\u00A0", "a ", "A ", " a", "1 ", "1.", "1,", "a.",
            "A.", "1/", "a-", "A1", "1-", "- ", ". ", "**", "a@", "@a.", "1:", "(1", "a1", "\r\n", "/a", "W/", "\"a");

    private RegularExpressions() {}

    /**
     * The expressions in the classes of a folder that take more than a fixed number of looks at each character.
     *
     * @param matchedWhole those that are only matched with a whole text, in classes that look for others within one
     */
    public static List<String> slow(Path classes, String... matchedWhole) {
        var slow = new ArrayList<String>();
        all(classes)
                .forEach((expression, isLookedFor) -> slowest(
                                expression,
                                isLookedFor && !List.of(matchedWhole).contains(expression))
                        .ifPresent(text -> slow.add(expression + "   with many of '" + text + "'")));
        return slow;
    }

    /** Every text in a class that uses expressions, where it is one, and whether it may be looked for within a text. */
    public static Map<String, Boolean> all(Path classes) {
        var all = new TreeMap<String, Boolean>();
        try (var files = Files.walk(classes)) {
            for (var file :
                    files.filter(file -> file.toString().endsWith(".class")).toList()) {
                var type = ClassFile.of().parse(file);
                var looks = calls(type, LOOK_FOR_ONE);
                of(type).forEach(expression -> all.merge(expression, looks, Boolean::logicalOr));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static boolean calls(ClassModel type, Set<String> methods) {
        return StreamSupport.stream(type.constantPool().spliterator(), false)
                .anyMatch(entry -> entry instanceof MemberRefEntry member
                        && methods.contains(member.name().stringValue())
                        && OWNERS.contains(member.owner().asInternalName()));
    }

    private static Set<String> of(ClassModel type) {
        var uses = calls(type, TAKE_ONE);
        var constrains = StreamSupport.stream(type.constantPool().spliterator(), false)
                .anyMatch(entry -> entry instanceof Utf8Entry text
                        && text.stringValue().equals("Ljakarta/validation/constraints/Pattern;"));
        var found = new TreeSet<String>();
        for (var entry : type.constantPool()) {
            if (uses && entry instanceof StringEntry text) {
                found.add(text.stringValue());
            } else if (constrains && entry instanceof Utf8Entry text) {
                found.add(text.stringValue());
            }
        }
        found.removeIf(text -> !META.matcher(text).find() || !isExpression(text));
        return found;
    }

    private static boolean isExpression(String text) {
        try {
            Pattern.compile(text);
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    private static Optional<String> slowest(String expression, boolean isLookedFor) {
        var pattern = Pattern.compile(expression);
        var words = new TreeSet<String>();
        var word = WORD.matcher(expression.replaceAll("\\\\[a-zA-Z]", " "));
        while (word.find()) {
            words.add(word.group());
            words.add(word.group() + " ");
        }
        var pumps = new ArrayList<>(USUAL);
        pumps.addAll(words);
        var prefixes = new ArrayList<>(List.of(""));
        prefixes.addAll(words);
        for (var pump : pumps) {
            for (var prefix : prefixes.subList(0, Math.min(prefixes.size(), 4))) {
                for (var suffix : List.of("", "!")) {
                    var text = prefix + pump.repeat(LENGTH / pump.length()) + suffix;
                    if (isSlow(pattern, text, isLookedFor)) {
                        return Optional.of(prefix + "|" + pump + "|" + suffix);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isSlow(Pattern pattern, String text, boolean isLookedFor) {
        try {
            if (isLookedFor) {
                pattern.matcher(new Looked(text)).results().count();
            }
            pattern.matcher(new Looked(text)).matches();
            return false;
        } catch (TooManyLooks | StackOverflowError e) {
            return true;
        }
    }

    private static final class TooManyLooks extends RuntimeException {

        private static final long serialVersionUID = 1;

        TooManyLooks() {
            super(null, null, false, false);
        }
    }

    /** A text that counts how often it is looked at. */
    private static final class Looked implements CharSequence {

        private final String text;
        private long looks;

        Looked(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (++looks > (long) LENGTH * LOOKS_AT_A_CHARACTER) {
                throw new TooManyLooks();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int from, int until) {
            return text.substring(from, until);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
