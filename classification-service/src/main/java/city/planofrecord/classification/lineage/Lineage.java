package city.planofrecord.classification.lineage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * Classes and who took whose place. What a class gave away before another came to it is no descent of that other: heirs are
 * followed forward in time, predecessors backward, each class once.
 */
final class Lineage {

    /** So many links are followed in a direction. */
    static final int MOST = 1_000;

    private final Map<UUID, Life> lives = new HashMap<>();
    private final Map<UUID, List<Link>> byElder = new HashMap<>();
    private final Map<UUID, List<Link>> byHeir = new HashMap<>();

    /** Links between classes that are not among the lives are left out. */
    Lineage(Collection<Life> lives, Collection<Link> links) {
        lives.forEach(life -> this.lives.put(life.id(), life));
        var once = new LinkedHashMap<List<Object>, Link>();
        links.stream()
                .filter(link -> this.lives.containsKey(link.elder()) && this.lives.containsKey(link.heir()))
                .sorted(Comparator.comparing(Link::on))
                .forEach(link -> once.putIfAbsent(List.of(link.elder(), link.heir(), link.on()), link));
        once.values().forEach(link -> {
            byElder.computeIfAbsent(link.elder(), _ -> new ArrayList<>()).add(link);
            byHeir.computeIfAbsent(link.heir(), _ -> new ArrayList<>()).add(link);
        });
    }

    /** How a class came into the place of another. */
    enum Kind {
        /** One class took the place of one. */
        SUCCESSION,
        /** Several took the place of one, or one took a part of it. */
        SPLIT,
        /** One took the place of several, or a class that was there already took it. */
        MERGE,
        /** Several took the place of several. */
        REDISTRIBUTION
    }

    /**
     * A link as seen from a class.
     *
     * @param generation 1 where the class itself is one end of it
     */
    record Step(Link link, Kind kind, int generation) {}

    /** @param complete whether there are no more than were followed */
    record Steps(List<Step> steps, boolean complete) {}

    private record Reached(UUID id, LocalDate on, int generation) {}

    /** The links to those that descend from the class, by date. */
    Steps heirs(UUID id) {
        return follow(
                id,
                LocalDate.MIN,
                Comparator.comparing(Reached::on),
                (reached) -> byElder.getOrDefault(reached.id(), List.of()).stream()
                        .filter(link -> !link.on().isBefore(reached.on()))
                        .toList(),
                Link::heir);
    }

    /** The links to those that the class descends from, by date. */
    Steps predecessors(UUID id) {
        return follow(
                id,
                LocalDate.MAX,
                Comparator.comparing(Reached::on).reversed(),
                (reached) -> byHeir.getOrDefault(reached.id(), List.of()).stream()
                        .filter(link -> !link.on().isAfter(reached.on()))
                        .toList(),
                Link::elder);
    }

    private Steps follow(
            UUID id,
            LocalDate begin,
            Comparator<Reached> order,
            Function<Reached, List<Link>> next,
            Function<Link, UUID> end) {
        var steps = new LinkedHashMap<Link, Step>();
        var expanded = new HashSet<UUID>();
        var waiting = new PriorityQueue<>(order.thenComparingInt(Reached::generation));
        waiting.add(new Reached(id, begin, 0));
        while (!waiting.isEmpty()) {
            var reached = waiting.remove();
            if (!expanded.add(reached.id())) {
                continue;
            }
            for (var link : next.apply(reached)) {
                if (steps.size() == MOST) {
                    return new Steps(sorted(steps.values()), false);
                }
                steps.putIfAbsent(link, new Step(link, kind(link), reached.generation() + 1));
                waiting.add(new Reached(end.apply(link), link.on(), reached.generation() + 1));
            }
        }
        return new Steps(sorted(steps.values()), true);
    }

    private List<Step> sorted(Collection<Step> steps) {
        return steps.stream()
                .sorted(Comparator.<Step, LocalDate>comparing(
                                step -> step.link().on())
                        .thenComparingInt(Step::generation)
                        .thenComparing(step -> elder(step.link()).jobCode())
                        .thenComparing(step -> heir(step.link()).jobCode()))
                .toList();
    }

    private Kind kind(Link link) {
        var splits = life(link.elder()).inEffect(link.on())
                || byElder.getOrDefault(link.elder(), List.of()).stream()
                                .filter(other -> other.on().equals(link.on()))
                                .count()
                        > 1;
        var merges = life(link.heir()).inEffect(link.on().minusDays(1))
                || byHeir.getOrDefault(link.heir(), List.of()).stream()
                                .filter(other -> other.on().equals(link.on()))
                                .count()
                        > 1;
        if (splits && merges) {
            return Kind.REDISTRIBUTION;
        }
        return splits ? Kind.SPLIT : merges ? Kind.MERGE : Kind.SUCCESSION;
    }

    /** What the elder was called on its last day before the link. */
    Life.Stretch elder(Link link) {
        return life(link.elder()).called(link.on().minusDays(1));
    }

    /** What the heir is called on the day of the link. */
    Life.Stretch heir(Link link) {
        return life(link.heir()).called(link.on());
    }

    Life life(UUID id) {
        return Objects.requireNonNull(lives.get(id));
    }

    /** The class itself where it is in effect on the day; else those in effect that descend from it by then. */
    Set<UUID> standingFor(UUID id, LocalDate day) {
        var standing = new LinkedHashSet<UUID>();
        collect(id, LocalDate.MIN, day, new HashSet<>(), standing);
        return standing;
    }

    private void collect(UUID id, LocalDate since, LocalDate day, Set<UUID> seen, Set<UUID> standing) {
        if (!seen.add(id) || seen.size() > MOST) {
            return;
        }
        if (life(id).inEffect(day)) {
            standing.add(id);
            return;
        }
        byElder.getOrDefault(id, List.of()).stream()
                .filter(link -> !link.on().isBefore(since) && !link.on().isAfter(day))
                .forEach(link -> collect(link.heir(), link.on(), day, seen, standing));
    }
}
