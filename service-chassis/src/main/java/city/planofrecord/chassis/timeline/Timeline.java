package city.planofrecord.chassis.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The fold of the acts on one thing.
 *
 * <p>In order of effective date, then of recording, each act sets its fields from its date on. A correction without an
 * end holds until the next act that sets the same field; one with an end holds for its whole period against everything
 * recorded before it, and gives way only to an act recorded after it that begins within the period. After the end stands
 * what would stand without it. A cancelled act is as if it had never been recorded. Existence is a field like the others.
 */
public final class Timeline<V> {

    private static final Comparator<Act<?>> BY_DATE_THEN_RECORDING =
            Comparator.<Act<?>, LocalDate>comparing(Act::from).thenComparingLong(Act::order);

    private final @Nullable V unset;
    private final List<Act<V>> acts;
    private final List<Act<V>> inForce;
    private final List<Period<V>> periods;

    private Timeline(List<Act<V>> acts, @Nullable V unset) {
        this.unset = unset;
        this.acts = List.copyOf(acts);
        Set<UUID> takenOut = new HashSet<>();
        acts.forEach(act -> {
            if (act.cancels() != null) {
                takenOut.add(act.cancels());
            }
        });
        this.inForce = acts.stream()
                .filter(act -> act.kind() != ActKind.CANCELLED && !takenOut.contains(act.id()))
                .sorted(BY_DATE_THEN_RECORDING)
                .toList();
        this.periods = fold();
    }

    public static <V> Timeline<V> of(List<Act<V>> acts) {
        return new Timeline<>(acts, null);
    }

    /** @param unset the value by which an act takes a field away */
    public static <V> Timeline<V> of(List<Act<V>> acts, V unset) {
        return new Timeline<>(acts, unset);
    }

    /** This timeline with one more act; this one is left as it is. */
    public Timeline<V> with(Act<V> act) {
        var more = new ArrayList<>(acts);
        more.add(act);
        return new Timeline<>(more, unset);
    }

    /** All acts, cancelled ones and cancellations too, as they were given. */
    public List<Act<V>> acts() {
        return acts;
    }

    /** The acts that count, by effective date, then by recording. */
    public List<Act<V>> inForce() {
        return inForce;
    }

    /** The periods in which the thing exists, in order, without overlap; neighbours differ in their image. */
    public List<Period<V>> periods() {
        return periods;
    }

    public Optional<Period<V>> on(LocalDate day) {
        return periods.stream().filter(period -> period.covers(day)).findFirst();
    }

    /** The acts in force after the date, exclusive, that set one of the fields: where what is set on the date ends. */
    public List<Act<V>> laterActsOn(LocalDate date, Set<String> fields) {
        return inForce.stream()
                .filter(act -> act.from().isAfter(date))
                .filter(act ->
                        act.exists() != null || act.set().keySet().stream().anyMatch(fields::contains))
                .toList();
    }

    /**
     * The stretches of days on which the act speaks, in order, each with the fields for which it does; also days on which
     * the thing does not exist. None where another act speaks for all that it sets, or where it was taken out.
     */
    public List<Voice> voices(UUID act) {
        var voices = new ArrayList<Voice>();
        inForce.stream().filter(one -> one.id().equals(act)).findFirst().ifPresent(spoken -> {
            var dates = bounds();
            for (var from : dates) {
                var fields = spoken.set().keySet().stream()
                        .filter(field ->
                                isSpeaker(spoken, from, one -> one.set().containsKey(field)))
                        .collect(Collectors.toSet());
                var existence = spoken.exists() != null && isSpeaker(spoken, from, one -> one.exists() != null);
                if (existence || !fields.isEmpty()) {
                    join(voices, new Voice(from, dates.higher(from), fields, existence));
                }
            }
        });
        return List.copyOf(voices);
    }

    private boolean isSpeaker(Act<V> act, LocalDate day, Predicate<Act<V>> speaks) {
        var speaker = speaker(day, speaks);
        return speaker != null && speaker.id().equals(act.id());
    }

    private static void join(List<Voice> voices, Voice next) {
        var last = voices.isEmpty() ? null : voices.getLast();
        if (last != null
                && next.from().equals(last.until())
                && last.existence() == next.existence()
                && last.fields().equals(next.fields())) {
            voices.set(voices.size() - 1, new Voice(last.from(), next.until(), last.fields(), last.existence()));
        } else {
            voices.add(next);
        }
    }

    /** Every stretch in which the image here differs from the image there; neighbours of one kind are one stretch. */
    public List<Change<V>> changesTo(Timeline<V> later) {
        var dates = new TreeSet<LocalDate>();
        periods.forEach(period -> addBounds(period.from(), period.until(), dates));
        later.periods.forEach(period -> addBounds(period.from(), period.until(), dates));
        var changes = new ArrayList<Change<V>>();
        for (var from : dates) {
            var until = dates.higher(from);
            var before = on(from).map(Period::image).orElse(null);
            var after = later.on(from).map(Period::image).orElse(null);
            if (!Objects.equals(before, after)) {
                changes.add(new Change<>(from, until, before, after));
            }
        }
        return joined(changes);
    }

    private List<Change<V>> joined(List<Change<V>> changes) {
        var joined = new ArrayList<Change<V>>();
        for (var change : changes) {
            var last = joined.isEmpty() ? null : joined.getLast();
            if (last != null
                    && change.from().equals(last.until())
                    && Objects.equals(last.before(), change.before())
                    && Objects.equals(last.after(), change.after())) {
                joined.set(joined.size() - 1, new Change<>(last.from(), change.until(), last.before(), last.after()));
            } else {
                joined.add(change);
            }
        }
        return joined;
    }

    private List<Period<V>> fold() {
        var dates = bounds();
        var folded = new ArrayList<Period<V>>();
        for (var from : dates) {
            var existence = speaker(from, act -> act.exists() != null);
            if (existence == null || !Boolean.TRUE.equals(existence.exists())) {
                continue;
            }
            var until = dates.higher(from);
            var image = new HashMap<String, V>();
            var latest = existence;
            for (var field : fields()) {
                var speaker = speaker(from, act -> act.set().containsKey(field));
                if (speaker != null) {
                    var value = Objects.requireNonNull(speaker.set().get(field));
                    if (!value.equals(unset)) {
                        image.put(field, value);
                    }
                    latest = BY_DATE_THEN_RECORDING.compare(speaker, latest) > 0 ? speaker : latest;
                }
            }
            var last = folded.isEmpty() ? null : folded.getLast();
            if (last != null && from.equals(last.until()) && last.image().equals(image)) {
                folded.set(folded.size() - 1, new Period<>(last.from(), until, last.image(), last.act()));
            } else {
                folded.add(new Period<>(from, until, Map.copyOf(image), latest.id()));
            }
        }
        return List.copyOf(folded);
    }

    private NavigableSet<LocalDate> bounds() {
        var dates = new TreeSet<LocalDate>();
        inForce.forEach(act -> addBounds(act.from(), act.until(), dates));
        return dates;
    }

    private Set<String> fields() {
        var fields = new HashSet<String>();
        inForce.forEach(act -> fields.addAll(act.set().keySet()));
        return fields;
    }

    private @Nullable Act<V> speaker(LocalDate day, Predicate<Act<V>> speaks) {
        Act<V> standing = null;
        Act<V> correcting = null;
        for (var act : inForce) {
            if (!act.covers(day) || !speaks.test(act)) {
                continue;
            }
            if (act.until() == null) {
                standing = act;
            } else if (correcting == null || act.order() > correcting.order()) {
                correcting = act;
            }
        }
        if (standing == null || correcting == null) {
            return standing == null ? correcting : standing;
        }
        var recordedWithin =
                standing.order() > correcting.order() && !standing.from().isBefore(correcting.from());
        return recordedWithin ? standing : correcting;
    }

    private static void addBounds(LocalDate from, @Nullable LocalDate until, Set<LocalDate> dates) {
        dates.add(from);
        if (until != null) {
            dates.add(until);
        }
    }
}
