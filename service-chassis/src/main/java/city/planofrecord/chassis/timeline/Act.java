package city.planofrecord.chassis.timeline;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One recorded act on one thing: the date or period it speaks of, and only the fields it sets.
 *
 * @param order position among the acts of the thing, in the order of their recording; unique within it
 * @param from the first day the act speaks of, inclusive; of a cancellation the date of the act it takes out
 * @param until the day on which a correction ends, exclusive; null where it holds until the next act on the same field
 * @param exists whether the thing exists from the date on, null where the act does not say
 * @param cancels the act that a cancellation takes out, null on all other kinds
 */
public record Act<V>(
        UUID id,
        long order,
        ActKind kind,
        LocalDate from,
        @Nullable LocalDate until,
        Map<String, V> set,
        @Nullable Boolean exists,
        @Nullable UUID cancels) {

    public Act {
        set = Map.copyOf(set);
        if (until != null && !until.isAfter(from)) {
            throw new IllegalArgumentException("the period from " + from + " until " + until + " is empty");
        }
        if (until != null && kind != ActKind.CORRECTED) {
            throw new IllegalArgumentException("only a correction has an end");
        }
        if ((kind == ActKind.CANCELLED) != (cancels != null)) {
            throw new IllegalArgumentException("a cancellation, and nothing else, names the act it takes out");
        }
    }

    public static <V> Act<V> established(UUID id, long order, LocalDate from, Map<String, V> set) {
        return new Act<>(id, order, ActKind.ESTABLISHED, from, null, set, true, null);
    }

    public static <V> Act<V> amended(UUID id, long order, LocalDate from, Map<String, V> set) {
        return new Act<>(id, order, ActKind.AMENDED, from, null, set, null, null);
    }

    public static <V> Act<V> corrected(
            UUID id,
            long order,
            LocalDate from,
            @Nullable LocalDate until,
            Map<String, V> set,
            @Nullable Boolean exists) {
        return new Act<>(id, order, ActKind.CORRECTED, from, until, set, exists, null);
    }

    public static <V> Act<V> cancelled(UUID id, long order, Act<V> taken) {
        return new Act<>(id, order, ActKind.CANCELLED, taken.from(), null, Map.of(), null, taken.id());
    }

    public static <V> Act<V> abolished(UUID id, long order, LocalDate from) {
        return new Act<>(id, order, ActKind.ABOLISHED, from, null, Map.of(), false, null);
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }
}
