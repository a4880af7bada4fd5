package city.planofrecord.chassis.thing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.audit.Trail;
import city.planofrecord.chassis.batch.Holds;
import city.planofrecord.chassis.event.Ids;
import city.planofrecord.chassis.event.Outbox;
import city.planofrecord.chassis.ledger.Authority;
import city.planofrecord.chassis.ledger.Entry;
import city.planofrecord.chassis.ledger.Ledger;
import city.planofrecord.chassis.ledger.NewAct;
import city.planofrecord.chassis.ledger.Recorded;
import city.planofrecord.chassis.ledger.Row;
import city.planofrecord.chassis.register.Abolishment;
import city.planofrecord.chassis.register.ActRules;
import city.planofrecord.chassis.register.Amendment;
import city.planofrecord.chassis.register.Cancellation;
import city.planofrecord.chassis.register.Correction;
import city.planofrecord.chassis.register.DayBoundaries;
import city.planofrecord.chassis.register.KeepsRegister;
import city.planofrecord.chassis.register.Register;
import city.planofrecord.chassis.register.Telling;

/** The register of things. Every verb is a transaction of its own. */
@Singleton
public class Things implements KeepsRegister {

    /** Bears a date of its own, so that acts under it may speak of the past. */
    public static final Authority ORDINANCE =
            new Authority(Authority.Kind.ORDINANCE, null, null, "Ordinance 7", LocalDate.parse("2011-04-07"));

    private final Register register;
    private final Holds holds;
    private final Clock clock;
    private final Jdbi jdbi;

    Things(
            Jdbi jdbi,
            Outbox outbox,
            Trail trail,
            DayBoundaries boundaries,
            Clock clock,
            ObjectMapper json,
            Holds holds) {
        this.register = new Register("thing", new ThingTelling(), jdbi, outbox, trail, boundaries, clock, json);
        this.holds = holds;
        this.clock = clock;
        this.jdbi = jdbi;
    }

    @Override
    public Register register() {
        return register;
    }

    public Ledger ledger() {
        return register.ledger();
    }

    public Instant now() {
        return Ledger.now(jdbi);
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    public ActRules rules() {
        return new ActRules(today(), "tester");
    }

    public static Map<String, JsonNode> fields(String... namesAndValues) {
        var fields = new HashMap<String, JsonNode>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], TextNode.valueOf(namesAndValues[i + 1]));
        }
        return fields;
    }

    @Transactional
    public UUID establish(String from, String... fields) {
        var id = Ids.next();
        holds.requireFree(Set.of(id.toString()));
        record(
                ledger().open(id),
                rules().establish(Ids.next(), LocalDate.parse(from), fields(fields), ORDINANCE, "Begun"));
        return id;
    }

    @Transactional
    public Recorded amend(UUID id, String from, String... fields) {
        var entry = lock(id);
        return record(
                entry,
                rules().amend(
                                Ids.next(),
                                entry,
                                new Amendment(LocalDate.parse(from), fields(fields), ORDINANCE, "Changed")));
    }

    @Transactional
    public Recorded correct(UUID id, String from, @Nullable String until, String... fields) {
        var entry = lock(id);
        var end = until == null ? null : LocalDate.parse(until);
        return record(
                entry,
                rules().correct(
                                Ids.next(),
                                entry,
                                new Correction(
                                        LocalDate.parse(from), end, fields(fields), null, ORDINANCE, "Mistaken")));
    }

    @Transactional
    public Recorded cancel(UUID id, UUID act) {
        var entry = lock(id);
        return record(entry, rules().cancel(Ids.next(), entry, new Cancellation(act, ORDINANCE, "Not to be")));
    }

    @Transactional
    public Recorded abolish(UUID id, String from) {
        var entry = lock(id);
        return record(
                entry,
                rules().abolish(
                                Ids.next(),
                                entry,
                                new Abolishment(LocalDate.parse(from), List.of(), ORDINANCE, "Ended"),
                                Map.of()));
    }

    /** Begins a write: nothing else can write to the thing until the transaction ends. */
    public Entry lock(UUID id) {
        holds.requireFree(Set.of(id.toString()));
        return ledger().lock(id).orElseThrow();
    }

    public Recorded record(Entry entry, NewAct act) {
        var recorded = register.record(entry, act);
        Ledger.settle(jdbi);
        return recorded;
    }

    /** The value of a field on a day, as believed at the instant, or now where that is null. */
    public Optional<String> valueOn(UUID id, String day, String field, @Nullable Instant knownAt) {
        return ledger().on(id, LocalDate.parse(day), knownAt)
                .map(Row::image)
                .map(image -> image.path(field).asText());
    }

    private static final class ThingTelling implements Telling {

        @Override
        public String stream() {
            return "things";
        }

        @Override
        public String stem() {
            return "thing";
        }

        @Override
        public String subject(UUID id, @Nullable Map<String, JsonNode> image, LocalDate day) {
            return id.toString();
        }
    }
}
