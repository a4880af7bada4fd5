package city.planofrecord.classification.noticebatch;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.jdbi.v3.core.Jdbi;

import city.planofrecord.chassis.batch.BatchWork;
import city.planofrecord.chassis.batch.Offer;
import city.planofrecord.chassis.batch.Refusal;
import city.planofrecord.chassis.event.Event;
import city.planofrecord.chassis.event.Ids;
import city.planofrecord.chassis.event.Outbox;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.ledger.Authority;
import city.planofrecord.chassis.ledger.Entry;
import city.planofrecord.chassis.ledger.Ledger;
import city.planofrecord.chassis.ledger.NewAct;
import city.planofrecord.chassis.register.Abolishment;
import city.planofrecord.chassis.register.ActRules;
import city.planofrecord.chassis.register.Amendment;
import city.planofrecord.chassis.register.Fields;
import city.planofrecord.chassis.timeline.ActKind;
import city.planofrecord.classification.jobclass.JobClassImage;
import city.planofrecord.classification.jobclass.JobClasses;

/** The class register's part in a decided notice: held, rejected or recorded as a whole. */
@Singleton
class NoticeBatches implements BatchWork {

    private final JobClasses classes;
    private final Outbox outbox;
    private final Fields fields;
    private final Clock clock;
    private final Jdbi jdbi;
    private final ObjectMapper json;

    NoticeBatches(JobClasses classes, Outbox outbox, Fields fields, Clock clock, Jdbi jdbi, ObjectMapper json) {
        this.classes = classes;
        this.outbox = outbox;
        this.fields = fields;
        this.clock = clock;
        this.jdbi = jdbi;
        this.json = json;
    }

    @Override
    public String register() {
        return "classification";
    }

    /** @throws RuntimeException of the value that cannot be read: a date, an id, a kind or the authority */
    void requireReadable(Offer offer) {
        ClassItem.of(offer).forEach(item -> item.authority(json, offer));
    }

    @Override
    public Map<Integer, Set<String>> things(Offer offer) {
        var things = new TreeMap<Integer, Set<String>>();
        for (var item : ClassItem.of(offer)) {
            var touched = new HashSet<String>();
            touched.add(item.classId().toString());
            touched.add(item.jobCode());
            if (item.set().containsKey("jobCode")) {
                touched.add(item.set().get("jobCode").asText());
            }
            things.put(item.item(), touched);
        }
        return things;
    }

    private record Decided(ClassItem item, NewAct act) {

        boolean gives(JsonNode code) {
            return code.equals(act.set().get("jobCode"));
        }

        boolean givesUpItsCodeBy(LocalDate day) {
            return !act.from().isAfter(day)
                    && (act.kind() == ActKind.ABOLISHED || act.set().containsKey("jobCode"));
        }
    }

    @Override
    public List<Refusal> check(Offer offer) {
        var refusals = new ArrayList<Refusal>();
        var decided = new ArrayList<Decided>();
        for (var item : ClassItem.of(offer)) {
            try {
                var entry = entry(item);
                var act = decide(offer, item, entry);
                classes.requireSound(entry, act);
                decided.add(new Decided(item, act));
            } catch (Refused e) {
                refusals.add(new Refusal(item.item(), e.detail()));
            }
        }
        decided.forEach(one -> refusals.addAll(codeTaken(one, decided)));
        decided.forEach(one -> refusals.addAll(notNamed(one, decided)));
        return refusals;
    }

    /** Judged by the end state: a code that another item of the batch gives up by the day is free. */
    private List<Refusal> codeTaken(Decided one, List<Decided> all) {
        var code = one.act().set().get("jobCode");
        if (code == null) {
            return List.of();
        }
        var refusals = new ArrayList<Refusal>();
        var item = one.item();
        for (var row : classes.bearers(code.asText(), one.act().from())) {
            var givenUp = all.stream()
                    .anyMatch(other -> other.item().classId().equals(row.subject())
                            && other.givesUpItsCodeBy(one.act().from()));
            if (!row.subject().equals(item.classId()) && !givenUp) {
                refusals.add(new Refusal(item.item(), JobClasses.taken(code.asText(), row)));
            }
        }
        all.stream()
                .filter(other -> other.item().item() < item.item() && other.gives(code))
                .forEach(other -> refusals.add(new Refusal(
                        item.item(),
                        "Item " + other.item().item() + " gives the job code " + code.asText() + " too.")));
        return refusals;
    }

    /** Forerunners and heirs may be established or recoded by other items of the batch. */
    private List<Refusal> notNamed(Decided one, List<Decided> all) {
        try {
            classes.requireNamedClasses(
                    one.item().classId(),
                    one.act(),
                    (code, day) -> all.stream()
                            .anyMatch(other ->
                                    !other.item().classId().equals(one.item().classId())
                                            && TextNode.valueOf(code)
                                                    .equals(other.act().set().get("jobCode"))
                                            && !other.act().from().isAfter(day)));
            return List.of();
        } catch (Refused e) {
            return e.violations().stream()
                    .map(violation -> new Refusal(one.item().item(), violation.message() + "."))
                    .toList();
        }
    }

    @Override
    public void record(Offer offer) {
        var items = ClassItem.of(offer).stream()
                .filter(ClassItem::changesTheClass)
                .sorted(Comparator.comparing(ClassItem::kind))
                .toList();
        var entries = items.stream()
                .map(item -> item.establishes() ? classes.register().ledger().open(item.classId()) : entry(item))
                .toList();
        Instant at = Ledger.laterThan(jdbi, entries);
        for (var i = 0; i < items.size(); i++) {
            var act = decide(offer, items.get(i), entries.get(i));
            classes.register().record(entries.get(i), act, at, new Event.Batch(offer.batch(), i, items.size()));
        }
        Ledger.settle(jdbi);
    }

    @Override
    public void answer(Offer offer, Answer answer, ObjectNode data) {
        var type = switch (answer) {
            case ACCEPTED -> "accepted";
            case REJECTED -> "rejected";
            case APPLIED -> "applied";
        };
        outbox.add(new Event(
                Ids.next(),
                "notice-items",
                offer.reference(),
                "notice-batch." + type + ".v1",
                offer.reference(),
                Ledger.now(jdbi),
                offer.attempt(),
                data,
                null,
                answer == Answer.APPLIED));
    }

    private Entry entry(ClassItem item) {
        var locked = classes.register().ledger().lock(item.classId());
        if (item.establishes()) {
            if (locked.isPresent()) {
                throw Refused.notFound("The class that it establishes is recorded already.");
            }
            return new Entry(item.classId(), 0, Instant.EPOCH, List.of());
        }
        return locked.orElseThrow(() -> Refused.notFound("There is no class of the id " + item.classId() + "."));
    }

    private NewAct decide(Offer offer, ClassItem item, Entry entry) {
        var rules = new ActRules(LocalDate.now(clock), "notice-service");
        var authority = item.authority(json, offer);
        var reason = offer.data().path("reason").asText("Decided");
        return switch (item.kind()) {
            case ESTABLISH -> {
                fields.read(JobClassImage.class, Map.of(), item.set(), "");
                yield rules.establish(Ids.next(), item.effectiveFrom(), item.set(), authority, reason);
            }
            case REVISE -> {
                var image = entry.on(item.effectiveFrom()).map(period -> period.image());
                if (image.isPresent()) {
                    fields.read(JobClassImage.class, image.get(), item.set(), "");
                }
                yield rules.amend(
                        Ids.next(), entry, new Amendment(item.effectiveFrom(), item.set(), authority, reason));
            }
            case ABOLISH ->
                rules.abolish(
                        Ids.next(), entry, new Abolishment(item.effectiveFrom(), null, authority, reason), item.set());
        };
    }

    /** An item of a decided notice, as far as it is about a class. */
    record ClassItem(
            int item, Kind kind, LocalDate effectiveFrom, UUID classId, String jobCode, Map<String, JsonNode> set) {

        /** In the order in which a batch is recorded. */
        enum Kind {
            ESTABLISH,
            REVISE,
            ABOLISH
        }

        static List<ClassItem> of(Offer offer) {
            var items = new ArrayList<ClassItem>();
            for (var item : offer.data().path("items")) {
                if (item.has("jobClass")) {
                    var jobClass = item.get("jobClass");
                    var set = new HashMap<String, JsonNode>();
                    jobClass.path("set").properties().forEach(field -> set.put(field.getKey(), field.getValue()));
                    items.add(new ClassItem(
                            item.path("item").asInt(),
                            Kind.valueOf(item.path("kind").asText()),
                            LocalDate.parse(item.path("effectiveFrom").asText()),
                            UUID.fromString(jobClass.path("id").asText()),
                            jobClass.path("jobCode").asText(),
                            set));
                }
            }
            return items;
        }

        boolean establishes() {
            return kind == Kind.ESTABLISH;
        }

        /** A regrade alone changes nothing of the class. */
        boolean changesTheClass() {
            return kind != Kind.REVISE || !set.isEmpty();
        }

        Authority authority(ObjectMapper json, Offer offer) {
            var decided = json.convertValue(offer.data().path("authority"), Authority.class);
            return new Authority(decided.kind(), decided.notice(), item, decided.citation(), decided.decidedOn());
        }
    }
}
