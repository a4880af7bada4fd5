package city.planofrecord.chassis.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;
import city.planofrecord.chassis.ledger.Authority;
import city.planofrecord.chassis.ledger.Entry;
import city.planofrecord.chassis.ledger.NewAct;
import city.planofrecord.chassis.timeline.ActKind;
import city.planofrecord.chassis.timeline.Period;

/**
 * What may be recorded, judged on a thing and the city's today. Every method gives the act that may be recorded, or
 * throws {@link Refused} and says what to do.
 */
public final class ActRules {

    /** No date before it is taken. */
    public static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    /** No date after it is taken. */
    public static final LocalDate LATEST = LocalDate.of(2200, 12, 31);

    private final LocalDate today;
    private final String actor;

    /** @param actor the role or service that records */
    public ActRules(LocalDate today, String actor) {
        this.today = today;
        this.actor = actor;
    }

    public NewAct establish(UUID act, LocalDate from, Map<String, JsonNode> set, Authority authority, String reason) {
        requireDates(from, null);
        requireReach(from, authority);
        return act(act, ActKind.ESTABLISHED, from, null, set, true, null, authority, reason);
    }

    public NewAct amend(UUID act, Entry entry, Amendment amendment) {
        requireDates(amendment.effectiveFrom(), null);
        requireReach(amendment.effectiveFrom(), amendment.authority());
        requireInEffect(entry, amendment.effectiveFrom());
        return act(
                act,
                ActKind.AMENDED,
                amendment.effectiveFrom(),
                null,
                amendment.set(),
                null,
                null,
                amendment.authority(),
                amendment.reason());
    }

    public NewAct correct(UUID act, Entry entry, Correction correction) {
        requireDates(correction.effectiveFrom(), correction.effectiveUntil());
        if (correction.fields().isEmpty() && correction.exists() == null) {
            throw Refused.invalid(List.of(Violation.at("/set", "a correction sets a field or says whether it exists")));
        }
        if (correction.exists() == null) {
            requireInEffect(entry, correction.effectiveFrom());
        }
        return act(
                act,
                ActKind.CORRECTED,
                correction.effectiveFrom(),
                correction.effectiveUntil(),
                correction.fields(),
                correction.exists(),
                null,
                correction.authority(),
                correction.reason());
    }

    public NewAct cancel(UUID act, Entry entry, Cancellation cancellation) {
        var taken = entry.act(cancellation.act())
                .orElseThrow(() -> Refused.invalid(List.of(Violation.at(
                        "/act",
                        "there is no such act; the timeline lists the acts",
                        cancellation.act().toString(),
                        "the id of an act on it"))));
        if (taken.act().kind() == ActKind.CANCELLED
                || !entry.timeline().inForce().contains(taken.act())) {
            throw new Refused(
                    ProblemKind.CONFLICT,
                    "Act " + cancellation.act() + " is not in force: it was cancelled, or is a cancellation itself.");
        }
        if (!taken.act().from().isAfter(today)) {
            throw new Refused(
                    ProblemKind.CONFLICT,
                    "Act " + cancellation.act() + " took effect on "
                            + taken.act().from()
                            + " and cannot be cancelled. Record a correction for the period in which it is wrong.");
        }
        return act(
                act,
                ActKind.CANCELLED,
                taken.act().from(),
                null,
                Map.of(),
                null,
                cancellation.act(),
                cancellation.authority(),
                cancellation.reason());
    }

    public NewAct abolish(UUID act, Entry entry, Abolishment abolishment, Map<String, JsonNode> set) {
        requireDates(abolishment.effectiveFrom(), null);
        requireReach(abolishment.effectiveFrom(), abolishment.authority());
        requireInEffect(entry, abolishment.effectiveFrom());
        return act(
                act,
                ActKind.ABOLISHED,
                abolishment.effectiveFrom(),
                null,
                set,
                false,
                null,
                abolishment.authority(),
                abolishment.reason());
    }

    private NewAct act(
            UUID id,
            ActKind kind,
            LocalDate from,
            @Nullable LocalDate until,
            Map<String, JsonNode> set,
            @Nullable Boolean exists,
            @Nullable UUID cancels,
            Authority authority,
            String reason) {
        return new NewAct(id, kind, from, until, set, exists, cancels, authority, reason, actor, !from.isAfter(today));
    }

    private static void requireDates(LocalDate from, @Nullable LocalDate until) {
        var violations = new ArrayList<Violation>();
        requireWithin(from, "/effectiveFrom", violations);
        if (until != null) {
            requireWithin(until, "/effectiveUntil", violations);
            if (!until.isAfter(from)) {
                violations.add(Violation.at(
                        "/effectiveUntil", "the period is empty", until.toString(), "a date after " + from));
            }
        }
        if (!violations.isEmpty()) {
            throw Refused.invalid(violations);
        }
    }

    private static void requireWithin(LocalDate date, String pointer, List<Violation> violations) {
        if (date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
            violations.add(
                    Violation.at(pointer, "the date is out of bounds", date.toString(), EARLIEST + " to " + LATEST));
        }
    }

    private void requireReach(LocalDate from, Authority authority) {
        if (from.isBefore(today) && !authority.reachesIntoThePast()) {
            throw Refused.invalid(List.of(Violation.at(
                    "/effectiveFrom",
                    "the date has passed; give the authority's own date as authority.decidedOn, or record a correction",
                    from.toString(),
                    today + " or later")));
        }
    }

    private static void requireInEffect(Entry entry, LocalDate day) {
        if (entry.on(day).isEmpty()) {
            throw Refused.invalid(List.of(Violation.at(
                    "/effectiveFrom",
                    "it is not in effect on that day",
                    day.toString(),
                    periods(entry.timeline().periods()))));
        }
    }

    private static String periods(List<Period<JsonNode>> periods) {
        if (periods.isEmpty()) {
            return "it is never in effect";
        }
        var first = periods.getFirst().from();
        var last = periods.getLast().until();
        return "a day from " + first + (last == null ? " on" : " until before " + last);
    }
}
