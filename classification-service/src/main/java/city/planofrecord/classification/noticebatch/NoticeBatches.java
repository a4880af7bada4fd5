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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jdbi.v3.core.Jdbi;

import city.planofrecord.chassis.batch.ActsOfBatches;
import city.planofrecord.chassis.batch.BatchWork;
import city.planofrecord.chassis.batch.Offer;
import city.planofrecord.chassis.batch.Refusal;
import city.planofrecord.chassis.batch.RevisedItem;
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
import city.planofrecord.chassis.register.Recording;
import city.planofrecord.chassis.timeline.ActKind;
import city.planofrecord.classification.jobclass.JobClassImage;
import city.planofrecord.classification.jobclass.JobClasses;

/** The class register's part in a decided notice: held, rejected or recorded as a whole. */
@Singleton
class NoticeBatches implements BatchWork {

    /** The service that decides on what is recorded here. */
    static final String ACTOR = "notice-service";

    private final JobClasses classes;
    private final NoticeRevisions revisions;
    private final ActsOfBatches acts;
    private final Outbox outbox;
    private final Fields fields;
    private final Clock clock;
    private final Jdbi jdbi;
    private final ObjectMapper json;

    NoticeBatches(
            JobClasses classes,
            NoticeRevisions revisions,
            ActsOfBatches acts,
            Outbox outbox,
            Fields fields,
            Clock clock,
            Jdbi jdbi,
            ObjectMapper json) {
        this.classes = classes;
        this.revisions = revisions;
        this.acts = acts;
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
        if (RevisedItem.in(offer.data())) {
            revisions.requireReadable(offer);
            return;
        }
        ClassItem.of(offer);
        new Author(offer);
    }

    @Override
    public Map<Integer, Set<String>> things(Offer offer) {
        if (RevisedItem.in(offer.data())) {
            return revisions.things(offer);
        }
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

        boolean givesUpItsCodeBy(LocalDate day) {
            return !act.from().isAfter(day)
                    && (act.kind() == ActKind.ABOLISHED || act.set().containsKey("jobCode"));
        }
    }

    @Override
    public List<Refusal> check(Offer offer) {
        if (RevisedItem.in(offer.data())) {
            return revisions.check(offer);
        }
        var refusals = new ArrayList<Refusal>();
        var decided = new ArrayList<Decided>();
        var items = ClassItem.of(offer);
        var entries = lock(items);
        var author = new Author(offer);
        for (var item : items) {
            try {
                var act = author.decide(item, entry(item, entries));
                classes.requireSound(entry(item, entries), act);
                decided.add(new Decided(item, act));
            } catch (Refused e) {
                refusals.add(new Refusal(item.item(), e.detail()));
            }
        }
        refusals.addAll(codesTaken(decided));
        decided.forEach(one -> refusals.addAll(notNamed(one, decided)));
        return refusals;
    }

    /** Judged by the end state: a code that another item of the batch gives up by the day is free. */
    private List<Refusal> codesTaken(List<Decided> decided) {
        var byClass = new HashMap<UUID, List<Decided>>();
        decided.forEach(one -> byClass.computeIfAbsent(one.item().classId(), _ -> new ArrayList<>())
                .add(one));
        var bearers = classes.bearers(
                decided.stream().flatMap(one -> code(one).stream()).collect(Collectors.toSet()));
        var givers = new HashMap<String, Decided>();
        var refusals = new ArrayList<Refusal>();
        for (var one : decided) {
            code(one).ifPresent(code -> {
                var day = one.act().from();
                bearers.getOrDefault(code, List.of()).stream()
                        .filter(row -> row.effectiveUntil() == null
                                || row.effectiveUntil().isAfter(day))
                        .filter(row -> !row.subject().equals(one.item().classId()))
                        .filter(row -> byClass.getOrDefault(row.subject(), List.of()).stream()
                                .noneMatch(other -> other.givesUpItsCodeBy(day)))
                        .forEach(row -> refusals.add(new Refusal(one.item().item(), JobClasses.taken(code, row))));
                var other = givers.putIfAbsent(code, one);
                if (other != null) {
                    refusals.add(new Refusal(
                            one.item().item(),
                            "Item " + other.item().item() + " gives the job code " + code + " too."));
                }
            });
        }
        return refusals;
    }

    private static Optional<String> code(Decided one) {
        return Optional.ofNullable(one.act().set().get("jobCode")).map(JsonNode::asText);
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
                                            && code(other).filter(code::equals).isPresent()
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
        if (RevisedItem.in(offer.data())) {
            revisions.record(offer);
            return;
        }
        var items = ClassItem.of(offer).stream()
                .filter(ClassItem::changesTheClass)
                .sorted(Comparator.comparing(ClassItem::kind))
                .toList();
        var entries = new HashMap<>(lock(items));
        entries.putAll(classes.register()
                .ledger()
                .openAll(items.stream()
                        .filter(ClassItem::establishes)
                        .map(ClassItem::classId)
                        .toList()));
        var recording = new Recording(Ledger.laterThan(jdbi, List.copyOf(entries.values())), offer.batch());
        var author = new Author(offer);
        for (var item : items) {
            var entry = Objects.requireNonNull(entries.get(item.classId()));
            var recorded = recording.add(classes.register(), entry, author.decide(item, entry));
            entries.put(item.classId(), recorded.after());
        }
        recording.write();
        acts.note(offer.batch(), recording);
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

    private Map<UUID, Entry> lock(List<ClassItem> items) {
        return classes.register()
                .ledger()
                .lockAll(items.stream().map(ClassItem::classId).collect(Collectors.toSet()));
    }

    private static Entry entry(ClassItem item, Map<UUID, Entry> entries) {
        var locked = entries.get(item.classId());
        if (item.establishes()) {
            if (locked != null) {
                throw Refused.notFound("The class that it establishes is recorded already.");
            }
            return new Entry(item.classId(), 0, Instant.EPOCH, List.of());
        }
        if (locked == null) {
            throw Refused.notFound("There is no class of the id " + item.classId() + ".");
        }
        return locked;
    }

    /** Decides on acts by the authority of one offer. */
    private final class Author {

        private final ActRules rules = new ActRules(LocalDate.now(clock), ACTOR);
        private final Authority decided;
        private final String reason;

        Author(Offer offer) {
            decided = json.convertValue(offer.data().path("authority"), Authority.class);
            reason = offer.data().path("reason").asText("Decided");
        }

        NewAct decide(ClassItem item, Entry entry) {
            var authority = item.under(decided);
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
                            Ids.next(),
                            entry,
                            new Abolishment(item.effectiveFrom(), null, authority, reason),
                            item.set());
            };
        }
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

        Authority under(Authority decided) {
            return new Authority(decided.kind(), decided.notice(), item, decided.citation(), decided.decidedOn());
        }
    }
}
