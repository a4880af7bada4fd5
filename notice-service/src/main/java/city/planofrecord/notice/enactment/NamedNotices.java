package city.planofrecord.notice.enactment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import city.planofrecord.chassis.http.Violation;

/**
 * The notices that somebody names one by one, or from one number to another with both included.
 *
 * @param numbers as they are written; a range is two numbers with a hyphen between
 * @param except numbers that are left out
 */
record NamedNotices(List<String> numbers, List<String> except) {

    /** So many notices are more than any ordinance enacts. */
    static final int MOST = 1000;

    private static final Pattern RANGE = Pattern.compile("(\\d{1,9})\\s*[-\\u2013]\\s*(\\d{1,9})");

    NamedNotices {
        numbers = List.copyOf(numbers);
        except = List.copyOf(except);
    }

    /** Every number that can be meant, to look up which of them there are. */
    List<String> candidates() {
        var candidates = new ArrayList<>(numbers);
        numbers.forEach(written -> range(written).ifPresent(candidates::addAll));
        return candidates;
    }

    /**
     * The numbers that are named and not left out, each with the JSON pointer of where it is named, in their order.
     *
     * @param known the candidates of which there is a notice; a notice of exactly a number goes before a range that is
     *     written alike
     * @param wrong gets a number that is named twice, or of which there is no notice, and an exception from nothing
     */
    Map<String, String> resolve(Set<String> known, List<Violation> wrong) {
        var named = new LinkedHashMap<String, String>();
        for (var i = 0; i < numbers.size(); i++) {
            var pointer = "/notices/" + i;
            var written = numbers.get(i);
            var range = known.contains(written) ? Optional.<List<String>>empty() : range(written);
            for (var number : range.orElse(List.of(written))) {
                if (named.putIfAbsent(number, pointer) != null) {
                    wrong.add(Violation.at(
                            pointer, "Notice " + number + " is named twice. Name each once.", written, "each once"));
                }
            }
            if (range.isPresent() && range.get().isEmpty()) {
                wrong.add(Violation.at(
                        pointer,
                        "A range goes from a number to a higher one, over at most " + MOST + " notices.",
                        written,
                        "a range such as 1805-1820"));
            }
        }
        leaveOut(named, wrong);
        named.forEach((number, pointer) -> {
            if (!known.contains(number)) {
                wrong.add(Violation.at(
                        pointer,
                        "There is no notice " + number + ". Leave it out, or name it in except.",
                        number,
                        "the number of a notice"));
            }
        });
        if (named.isEmpty() && wrong.isEmpty()) {
            wrong.add(Violation.at("/except", "Every notice is left out.", null, "at least one that is not"));
        }
        return named;
    }

    private void leaveOut(Map<String, String> named, List<Violation> wrong) {
        var left = new HashMap<String, Integer>();
        for (var i = 0; i < except.size(); i++) {
            var number = except.get(i);
            if (left.putIfAbsent(number, i) != null) {
                wrong.add(
                        Violation.at("/except/" + i, "Notice " + number + " is left out twice.", number, "each once"));
            } else if (named.remove(number) == null) {
                wrong.add(Violation.at(
                        "/except/" + i,
                        "Notice " + number + " is not among those named, so it need not be left out.",
                        number,
                        "one of those named"));
            }
        }
    }

    /** The numbers of a range; none where it is turned round or too long; empty where it is no range. */
    private static Optional<List<String>> range(String written) {
        var matcher = RANGE.matcher(written.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var first = matcher.group(1);
        var last = matcher.group(2);
        var width = first.startsWith("0") ? first.length() : 1;
        var from = Integer.parseInt(first);
        var until = Integer.parseInt(last);
        var numbers = new ArrayList<String>();
        if (from < until && until - from < MOST) {
            for (var number = from; number <= until; number++) {
                numbers.add(("%0" + width + "d").formatted(number));
            }
        }
        return Optional.of(numbers);
    }
}
