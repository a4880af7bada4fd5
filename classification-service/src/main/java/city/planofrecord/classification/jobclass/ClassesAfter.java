package city.planofrecord.classification.jobclass;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.ledger.Row;
import city.planofrecord.chassis.timeline.Act;
import city.planofrecord.chassis.timeline.Timeline;

/**
 * The class register as it would stand after a change of several classes at once: no code is borne by two of them on a
 * day, and every heir and forerunner that an act names is there.
 */
public final class ClassesAfter {

    private static final String HEIRS = "into";
    private static final String FORERUNNERS = "inPlaceOf";

    private final Map<UUID, Changed> changed = new LinkedHashMap<>();
    private final Map<String, List<Row>> bearers;
    private final List<Naming> naming;

    /**
     * A class that changes.
     *
     * @param before the present timeline
     * @param after what it would be
     */
    public record Changed(UUID jobClass, Timeline<JsonNode> before, Timeline<JsonNode> after) {}

    /** Why a class cannot be changed so. */
    public record Hindrance(UUID jobClass, String reason) {}

    /** An act in force that names heirs or forerunners of its class. */
    record Naming(UUID jobClass, Act<JsonNode> act) {}

    /**
     * @param bearers of codes, as they are stored
     * @param naming acts in force that name one of the codes, as they are stored
     */
    ClassesAfter(
            List<Changed> classes,
            Function<Set<String>, Map<String, List<Row>>> bearers,
            Function<Set<String>, List<Naming>> naming) {
        classes.forEach(one -> changed.put(one.jobClass(), one));
        var codes = new HashSet<String>();
        for (var one : classes) {
            one.before().periods().forEach(period -> codes.add(jobCode(period.image())));
            one.after().periods().forEach(period -> codes.add(jobCode(period.image())));
            one.after().inForce().forEach(act -> codes.addAll(named(act)));
        }
        this.bearers = codes.isEmpty() ? Map.of() : bearers.apply(codes);
        this.naming = codes.isEmpty() ? List.of() : naming.apply(codes);
    }

    public static String jobCode(Map<String, JsonNode> image) {
        return Objects.requireNonNull(image.get("jobCode")).asText();
    }

    /** Everything that speaks against the change; empty where nothing does. */
    public List<Hindrance> hindrances() {
        var hindrances = new ArrayList<Hindrance>();
        for (var one : changed.values()) {
            for (var change : one.before().changesTo(one.after())) {
                if (change.after() != null) {
                    taken(one.jobClass(), jobCode(change.after()), change.from(), change.until())
                            .ifPresent(reason -> hindrances.add(new Hindrance(one.jobClass(), reason)));
                }
            }
            anew(one)
                    .forEach(act -> missing(one.jobClass(), act)
                            .forEach(code -> hindrances.add(new Hindrance(
                                    one.jobClass(),
                                    "No other class would bear " + code
                                            + ", which it names as heir or forerunner, from " + act.from() + " on."))));
        }
        for (var stored : naming) {
            if (!changed.containsKey(stored.jobClass())) {
                missing(stored.jobClass(), stored.act())
                        .forEach(code -> givingUp(code)
                                .forEach(giver -> hindrances.add(new Hindrance(
                                        giver,
                                        "Another class names " + code + " as its heir or forerunner from "
                                                + stored.act().from() + " on. Correct that first."))));
            }
        }
        return hindrances;
    }

    private Optional<String> taken(UUID jobClass, String code, LocalDate from, @Nullable LocalDate until) {
        var others = changed.values().stream()
                .filter(other -> !other.jobClass().equals(jobClass))
                .flatMap(other -> other.after().periods().stream())
                .filter(period -> jobCode(period.image()).equals(code))
                .filter(period -> overlap(period.from(), period.until(), from, until))
                .findFirst()
                .map(period -> "Another class of this notice would bear " + code + " from " + period.from() + " on.");
        return others.or(() -> bearers.getOrDefault(code, List.of()).stream()
                .filter(row -> !changed.containsKey(row.subject()))
                .filter(row -> overlap(row.effectiveFrom(), row.effectiveUntil(), from, until))
                .findFirst()
                .map(row -> JobClasses.taken(code, row)));
    }

    private static boolean overlap(
            LocalDate from, @Nullable LocalDate until, LocalDate otherFrom, @Nullable LocalDate otherUntil) {
        return (until == null || otherFrom.isBefore(until)) && (otherUntil == null || from.isBefore(otherUntil));
    }

    /** The acts that are in force only after the change. */
    private static List<Act<JsonNode>> anew(Changed one) {
        return one.after().inForce().stream()
                .filter(act -> !one.before().inForce().contains(act))
                .toList();
    }

    /** The codes named by the act that no other class would bear when it says so. */
    private List<String> missing(UUID jobClass, Act<JsonNode> act) {
        var missing = new ArrayList<String>();
        codes(act, HEIRS).stream()
                .filter(code -> !borne(jobClass, code, act.from(), act.from()))
                .forEach(missing::add);
        codes(act, FORERUNNERS).stream()
                .filter(code -> !borne(jobClass, code, LocalDate.MIN, act.from().minusDays(1)))
                .forEach(missing::add);
        return missing;
    }

    /** Whether another class would bear the code on any day from the one to the other, both inclusive. */
    private boolean borne(UUID jobClass, String code, LocalDate from, LocalDate to) {
        var byOthers = bearers.getOrDefault(code, List.of()).stream()
                .filter(row -> !row.subject().equals(jobClass) && !changed.containsKey(row.subject()))
                .anyMatch(row -> overlap(row.effectiveFrom(), row.effectiveUntil(), from, to.plusDays(1)));
        return byOthers
                || changed.values().stream()
                        .filter(one -> !one.jobClass().equals(jobClass))
                        .flatMap(one -> one.after().periods().stream())
                        .filter(period -> jobCode(period.image()).equals(code))
                        .anyMatch(period -> overlap(period.from(), period.until(), from, to.plusDays(1)));
    }

    /** The classes of the change that bear the code now on a day on which they would not. */
    private List<UUID> givingUp(String code) {
        return changed.values().stream()
                .filter(one -> one.before().changesTo(one.after()).stream()
                        .anyMatch(change -> change.before() != null
                                && jobCode(change.before()).equals(code)
                                && (change.after() == null
                                        || !jobCode(change.after()).equals(code))))
                .map(Changed::jobClass)
                .toList();
    }

    private static Set<String> named(Act<JsonNode> act) {
        var named = new HashSet<>(codes(act, HEIRS));
        named.addAll(codes(act, FORERUNNERS));
        return named;
    }

    private static Set<String> codes(Act<JsonNode> act, String field) {
        var codes = new HashSet<String>();
        var said = act.set().get(field);
        if (said != null) {
            said.forEach(code -> codes.add(code.asText()));
        }
        return codes;
    }
}
