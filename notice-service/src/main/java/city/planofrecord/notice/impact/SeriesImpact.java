package city.planofrecord.notice.impact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

import city.planofrecord.notice.impact.ImpactFinding.Kind;
import city.planofrecord.notice.preview.ClassBeforeAndAfter;
import city.planofrecord.notice.preview.ClassImage;
import city.planofrecord.notice.preview.ItemOf;

/** What a notice does to series: levels that are lost, and job codes that fit no more. */
final class SeriesImpact {

    private static final List<String> NUMERALS = List.of("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X");
    private static final Pattern NUMBERED = Pattern.compile("(.*\\S)\\s+([IVX]{1,4})");
    private static final Pattern PREFIX = Pattern.compile("[A-Z]+");

    private final PlanState before;
    private final PlanState after;
    private final Map<UUID, ItemOf> touched = new HashMap<>();

    SeriesImpact(PlanState before, PlanState after, List<ClassBeforeAndAfter> touchedClasses) {
        this.before = before;
        this.after = after;
        touchedClasses.forEach(one -> touched.put(one.id(), one.by()));
    }

    List<ImpactFinding> holes() {
        var found = new ArrayList<ImpactFinding>();
        var reported = new HashSet<UUID>();
        var now = bySeries(after);
        bySeries(before)
                .forEach((series, members) -> members.keySet().stream()
                        .filter(id -> touched.containsKey(id)
                                && !now.getOrDefault(series, Map.of()).containsKey(id))
                        .forEach(id -> hole(series, id, members, now.getOrDefault(series, Map.of()))
                                .ifPresent(hole -> {
                                    reported.add(id);
                                    found.add(hole);
                                })));
        found.addAll(missingNumerals(reported));
        return found;
    }

    private record Level(UUID id, String title, double pay) {}

    private Optional<ImpactFinding> hole(
            String series, UUID gone, Map<UUID, ClassImage> members, Map<UUID, ClassImage> now) {
        var leaving = level(gone, members.get(gone));
        if (leaving.isEmpty()) {
            return Optional.empty();
        }
        var pay = leaving.get().pay();
        var stay = new ArrayList<Level>();
        members.forEach((id, was) -> {
            if (now.containsKey(id)) {
                level(id, was).ifPresent(stay::add);
            }
        });
        var lower = stay.stream().filter(one -> one.pay() < pay).max(Comparator.comparingDouble(Level::pay));
        var higher = stay.stream().filter(one -> one.pay() > pay).min(Comparator.comparingDouble(Level::pay));
        if (lower.isEmpty() || higher.isEmpty() || stay.stream().anyMatch(one -> one.pay() == pay)) {
            return Optional.empty();
        }
        var low = level(lower.get().id(), now.get(lower.get().id()))
                .map(Level::pay)
                .orElse(pay);
        var high = level(higher.get().id(), now.get(higher.get().id()))
                .map(Level::pay)
                .orElse(pay);
        var filled = now.entrySet().stream()
                .flatMap(one -> level(one.getKey(), one.getValue()).stream())
                .anyMatch(one -> one.pay() > low && one.pay() < high);
        return filled
                ? Optional.empty()
                : Optional.of(new ImpactFinding(
                        Kind.SERIES_HOLE,
                        touched.get(gone),
                        "series " + series,
                        "no class between " + lower.get().title() + " and "
                                + higher.get().title(),
                        leaving.get().title() + ", or another class of its level",
                        "Nobody can be promoted through the level that is lost."));
    }

    private static Optional<Level> level(UUID id, @org.jspecify.annotations.Nullable ClassImage image) {
        if (image == null) {
            return Optional.empty();
        }
        var pay = pay(image);
        return pay.isPresent() ? Optional.of(new Level(id, image.title(), pay.getAsDouble())) : Optional.empty();
    }

    private static OptionalDouble pay(ClassImage image) {
        var range = image.range();
        return range == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(Double.parseDouble(range.midpoint())
                        * (range.basis().equals("HOURLY") ? Floor.USUAL_HOURS : 1));
    }

    private List<ImpactFinding> missingNumerals(Set<UUID> reported) {
        var found = new ArrayList<ImpactFinding>();
        var now = byNumeral(after);
        byNumeral(before).forEach((stem, members) -> {
            var left = now.getOrDefault(stem, new TreeMap<>());
            members.forEach((numeral, id) -> {
                if (touched.containsKey(id)
                        && !reported.contains(id)
                        && !left.containsKey(numeral)
                        && left.lowerKey(numeral) != null
                        && left.higherKey(numeral) != null) {
                    found.add(new ImpactFinding(
                            Kind.SERIES_HOLE,
                            touched.get(id),
                            "series " + stem,
                            "no " + stem + " " + NUMERALS.get(numeral),
                            stem + " " + NUMERALS.get(numeral) + ", or titles without a gap",
                            "The titles of the series count past a level that is lost."));
                }
            });
        });
        return found;
    }

    private static Map<String, NavigableMap<Integer, UUID>> byNumeral(PlanState state) {
        var stems = new TreeMap<String, NavigableMap<Integer, UUID>>();
        state.classes().forEach((id, one) -> {
            var matcher = NUMBERED.matcher(one.title());
            if (matcher.matches() && NUMERALS.contains(matcher.group(2))) {
                stems.computeIfAbsent(matcher.group(1), _ -> new TreeMap<>())
                        .put(NUMERALS.indexOf(matcher.group(2)), id);
            }
        });
        return stems;
    }

    private static Map<String, Map<UUID, ClassImage>> bySeries(PlanState state) {
        var series = new TreeMap<String, Map<UUID, ClassImage>>();
        state.classes().forEach((id, one) -> {
            if (one.series() != null) {
                series.computeIfAbsent(one.series(), _ -> new HashMap<>()).put(id, one);
            }
        });
        return series;
    }

    List<ImpactFinding> prefixes() {
        var were = new HashSet<UUID>();
        bySeries(before).values().forEach(members -> misfits(members).keySet().forEach(were::add));
        var found = new ArrayList<ImpactFinding>();
        bySeries(after).forEach((series, members) -> {
            if (members.keySet().stream().anyMatch(touched::containsKey)) {
                misfits(members).forEach((id, usual) -> {
                    if (!were.contains(id)) {
                        var one = members.get(id);
                        found.add(new ImpactFinding(
                                Kind.CODE_PREFIX,
                                touched.get(id),
                                "job code "
                                        + java.util.Objects.requireNonNull(one).jobCode(),
                                prefix(one.jobCode()),
                                usual,
                                "Most codes of the series " + series + " begin with " + usual + "."));
                    }
                });
            }
        });
        return found;
    }

    /** The members whose code begins otherwise than more than half of all, of three or more, and how those begin. */
    private static Map<UUID, String> misfits(Map<UUID, ClassImage> members) {
        var counts = new HashMap<String, Integer>();
        members.values().forEach(one -> counts.merge(prefix(one.jobCode()), 1, Integer::sum));
        var misfits = new HashMap<UUID, String>();
        if (members.size() >= 3) {
            counts.entrySet().stream()
                    .filter(one -> one.getValue() * 2 > members.size())
                    .findFirst()
                    .ifPresent(usual -> members.forEach((id, one) -> {
                        if (!prefix(one.jobCode()).equals(usual.getKey())) {
                            misfits.put(id, usual.getKey());
                        }
                    }));
        }
        return misfits;
    }

    private static String prefix(String jobCode) {
        var matcher = PREFIX.matcher(jobCode);
        return matcher.lookingAt() ? matcher.group() : "";
    }
}
