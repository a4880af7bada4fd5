package city.planofrecord.paygrade.acts;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

import jakarta.inject.Singleton;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.event.Ids;
import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Revision;
import city.planofrecord.chassis.http.Violation;
import city.planofrecord.chassis.ledger.Authority;
import city.planofrecord.chassis.ledger.Entry;
import city.planofrecord.chassis.ledger.NewAct;
import city.planofrecord.chassis.ledger.Recorded;
import city.planofrecord.chassis.register.Abolishment;
import city.planofrecord.chassis.register.ActRules;
import city.planofrecord.chassis.register.Amendment;
import city.planofrecord.chassis.register.Cancellation;
import city.planofrecord.chassis.register.Correction;
import city.planofrecord.chassis.register.Outcome;
import city.planofrecord.paygrade.plan.PayPlan;

/** Records the five verbs in the caller's transaction, and refuses what would leave the plan unsound. */
@Singleton
public class Acts {

    private static final String ACTOR = "analyst";

    private final PayPlan plan;
    private final Clock clock;

    Acts(PayPlan plan, Clock clock) {
        this.plan = plan;
        this.clock = clock;
    }

    /**
     * Begins a thing.
     *
     * @param id of a new thing, or of one that was and is to be again
     * @param location where the thing can be read, from how it is shown
     */
    public <V> RestResponse<V> establish(
            Registered<V> kind,
            UUID id,
            LocalDate from,
            Meaning meaning,
            Authority authority,
            String reason,
            Function<V, URI> location,
            @Nullable Boolean dryRun) {
        plan.begin(with(id, meaning.things()));
        var entry = kind.register()
                .ledger()
                .lock(id)
                .orElseGet(() -> kind.register().ledger().open(id));
        requireNew(entry, from);
        var act = rules().establish(Ids.next(), from, meaning.fields(), authority, reason);
        requireFree(kind, kind.register().record(entry, act));
        Faults.requireNone(plan.flaws(Set.of(id)), "/" + kind.field());
        var shown = kind.shown(id, from).orElseThrow();
        if (Boolean.TRUE.equals(dryRun)) {
            QuarkusTransaction.setRollbackOnly();
            return RestResponse.ok(shown);
        }
        return RestResponse.ResponseBuilder.<V>created(location.apply(shown))
                .entity(shown)
                .build();
    }

    public <V> RestResponse<Outcome<V>> amend(
            Registered<V> kind, UUID id, Revision expected, Amendment amendment, @Nullable Boolean dryRun) {
        var meaning = kind.meaning(amendment.set(), amendment.effectiveFrom(), "/set");
        var meant =
                new Amendment(amendment.effectiveFrom(), meaning.fields(), amendment.authority(), amendment.reason());
        return act(
                kind,
                id,
                expected,
                meaning,
                (rules, entry) -> rules.amend(Ids.next(), entry, meant),
                pointer(kind, amendment.set()),
                dryRun);
    }

    public <V> RestResponse<Outcome<V>> correct(
            Registered<V> kind, UUID id, Revision expected, Correction correction, @Nullable Boolean dryRun) {
        var meaning = correction.fields().isEmpty()
                ? Meaning.NOTHING
                : kind.meaning(correction.fields(), correction.effectiveFrom(), "/set");
        var meant = new Correction(
                correction.effectiveFrom(),
                correction.effectiveUntil(),
                meaning.fields(),
                correction.exists(),
                correction.authority(),
                correction.reason());
        return act(
                kind,
                id,
                expected,
                meaning,
                (rules, entry) -> rules.correct(Ids.next(), entry, meant),
                pointer(kind, correction.fields()),
                dryRun);
    }

    public <V> RestResponse<Outcome<V>> cancel(
            Registered<V> kind, UUID id, Revision expected, Cancellation cancellation, @Nullable Boolean dryRun) {
        return act(
                kind,
                id,
                expected,
                Meaning.NOTHING,
                (rules, entry) -> rules.cancel(Ids.next(), entry, cancellation),
                "/act",
                dryRun);
    }

    public <V> RestResponse<Outcome<V>> abolish(
            Registered<V> kind, UUID id, Revision expected, Abolishment abolishment, @Nullable Boolean dryRun) {
        if (!abolishment.heirs().isEmpty()) {
            throw Refused.invalid(List.of(Violation.at(
                    "/into",
                    "only a class has heirs",
                    String.join(", ", abolishment.heirs()),
                    "no 'into'; amend the assignments of the classes concerned")));
        }
        return act(
                kind,
                id,
                expected,
                Meaning.NOTHING,
                (rules, entry) -> rules.abolish(Ids.next(), entry, abolishment, Map.of()),
                "/effectiveFrom",
                dryRun);
    }

    private <V> RestResponse<Outcome<V>> act(
            Registered<V> kind,
            UUID id,
            Revision expected,
            Meaning meaning,
            BiFunction<ActRules, Entry, NewAct> decide,
            String pointer,
            @Nullable Boolean dryRun) {
        plan.begin(with(id, meaning.things()));
        var entry = kind.register()
                .ledger()
                .lock(id)
                .orElseThrow(() -> Refused.notFound("Nothing has been recorded of it; establish it first."));
        expected.requireCurrent(entry.revision());
        var recorded = kind.register().record(entry, decide.apply(rules(), entry));
        requireFree(kind, recorded);
        Faults.requireNone(plan.flaws(Set.of(id)), pointer);
        var shown =
                Outcome.dayToShow(recorded).flatMap(day -> kind.shown(id, day)).orElse(null);
        if (Boolean.TRUE.equals(dryRun)) {
            QuarkusTransaction.setRollbackOnly();
        }
        return RestResponse.ok(Outcome.of(recorded, shown, Boolean.TRUE.equals(dryRun)));
    }

    /** A correction or cancellation may bring back what no field of the request names. */
    private void requireFree(Registered<?> kind, Recorded recorded) {
        var touched = new HashSet<String>();
        for (var change : recorded.changes()) {
            var grounds = change.after() == null ? Set.<String>of() : kind.grounds(change.after());
            var stood = change.before() == null ? Set.<String>of() : kind.grounds(change.before());
            grounds.stream().filter(thing -> !stood.contains(thing)).forEach(touched::add);
        }
        plan.requireFree(touched);
    }

    private ActRules rules() {
        return new ActRules(LocalDate.now(clock), ACTOR);
    }

    private static void requireNew(Entry entry, LocalDate from) {
        entry.timeline().periods().stream()
                .filter(period -> period.until() == null || period.until().isAfter(from))
                .findFirst()
                .ifPresent(period -> {
                    throw new Refused(
                            ProblemKind.CONFLICT,
                            "It has been established already, from " + period.from()
                                    + " on. Amend it, with the ETag of what it is now.");
                });
    }

    private static Set<String> with(UUID id, Set<String> things) {
        var all = new HashSet<>(things);
        all.add(id.toString());
        return all;
    }

    private static String pointer(Registered<?> kind, Map<String, ?> set) {
        return set.containsKey(kind.field()) ? "/set/" + kind.field() : "/effectiveFrom";
    }
}
