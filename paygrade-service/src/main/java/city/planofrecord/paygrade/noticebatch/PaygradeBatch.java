package city.planofrecord.paygrade.noticebatch;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiFunction;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
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
import city.planofrecord.chassis.ledger.Authority;
import city.planofrecord.chassis.ledger.Entry;
import city.planofrecord.chassis.ledger.Ledger;
import city.planofrecord.chassis.ledger.NewAct;
import city.planofrecord.chassis.register.Recording;
import city.planofrecord.chassis.register.Register;
import city.planofrecord.chassis.timeline.Timeline;
import city.planofrecord.paygrade.gradeassignment.GradeAssignments;
import city.planofrecord.paygrade.jobclass.JobClasses;
import city.planofrecord.paygrade.paygrade.PayGrades;
import city.planofrecord.paygrade.payschedule.PaySchedules;
import city.planofrecord.paygrade.plan.PayPlan;

/** What the pay plan does with the decided items of a notice. */
@Singleton
class PaygradeBatch implements BatchWork {

    /** The service that decides on what is recorded here. */
    static final String ACTOR = "notice-service";

    private final Register schedules;
    private final Register grades;
    private final Register assignments;
    private final PayPlan plan;
    private final JobClasses classes;
    private final PaygradeRevisions revisions;
    private final ActsOfBatches acts;
    private final Outbox outbox;
    private final Jdbi jdbi;
    private final ObjectMapper json;
    private final Clock clock;

    PaygradeBatch(
            PaySchedules schedules,
            PayGrades grades,
            GradeAssignments assignments,
            PayPlan plan,
            JobClasses classes,
            PaygradeRevisions revisions,
            ActsOfBatches acts,
            Outbox outbox,
            Jdbi jdbi,
            ObjectMapper json,
            Clock clock) {
        this.schedules = schedules.register();
        this.grades = grades.register();
        this.assignments = assignments.register();
        this.plan = plan;
        this.classes = classes;
        this.revisions = revisions;
        this.acts = acts;
        this.outbox = outbox;
        this.jdbi = jdbi;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String register() {
        return "paygrade";
    }

    @Override
    public Map<Integer, Set<String>> things(Offer offer) {
        if (RevisedItem.in(offer.data())) {
            return revisions.things(offer);
        }
        var things = new TreeMap<Integer, Set<String>>();
        for (var item : OfferedItems.read(offer.data()).items()) {
            var touched = things.computeIfAbsent(item.item(), _ -> new TreeSet<>());
            item.ids().forEach(id -> touched.add(id.toString()));
            switch (item) {
                case BatchItem.EstablishSchedule schedule -> touched.add(PaySchedules.thing(schedule.letter()));
                case BatchItem.EstablishGrade grade -> touched.add(PayGrades.thing(grade.code()));
                case BatchItem.EstablishAssignment assignment -> touched.add(PayGrades.thing(assignment.code()));
                case BatchItem.AmendAssignment assignment -> touched.add(PayGrades.thing(assignment.code()));
                case BatchItem.AdjustRange _,
                        BatchItem.AbolishAssignment _,
                        BatchItem.AbolishGrade _,
                        BatchItem.AbolishSchedule _ -> {}
            }
        }
        return things;
    }

    @Override
    public List<Refusal> check(Offer offer) {
        if (RevisedItem.in(offer.data())) {
            return revisions.check(offer);
        }
        var offered = OfferedItems.read(offer.data());
        var ids = new HashSet<UUID>();
        var names = new HashSet<String>();
        var timelines = new HashMap<UUID, Timeline<JsonNode>>();
        for (var item : offered.items()) {
            ids.addAll(item.ids());
            names.addAll(item.names());
        }
        of(offered.items(), Ledger::findAll).forEach((id, entry) -> timelines.put(id, entry.timeline()));
        var refusals = new ArrayList<>(offered.unreadable());
        refusals.addAll(BatchCheck.refusals(offered.items(), timelines, plan.around(ids, names)));
        return refusals;
    }

    @Override
    public void record(Offer offer) {
        if (RevisedItem.in(offer.data())) {
            revisions.record(offer);
            return;
        }
        plan.beginHeld();
        var offered = OfferedItems.read(offer.data());
        classes.announce(offered.classes());
        var entries = of(offered.items(), PaygradeBatch::lockOrOpen);
        var items = offered.items().stream()
                .filter(item ->
                        !BatchCheck.nothingToDo(item, entry(entries, item).timeline()))
                .toList();
        var recording = new Recording(Ledger.laterThan(jdbi, List.copyOf(entries.values())), offer.batch());
        var authority = authority(offer);
        var reason = offer.data().path("reason").asText();
        for (var item : items) {
            var recorded = recording.add(register(item), entry(entries, item), act(item, authority, reason));
            entries.put(item.thing(), recorded.after());
        }
        recording.write();
        acts.note(offer.batch(), recording);
    }

    /** What there is of the things that the items change, of each kind at once. */
    private Map<UUID, Entry> of(List<BatchItem> items, BiFunction<Ledger, Set<UUID>, Map<UUID, Entry>> found) {
        var byLedger = new LinkedHashMap<Ledger, Set<UUID>>();
        items.forEach(item ->
                byLedger.computeIfAbsent(ledger(item), _ -> new HashSet<>()).add(item.thing()));
        var entries = new HashMap<UUID, Entry>();
        byLedger.forEach((ledger, ids) -> entries.putAll(found.apply(ledger, ids)));
        return entries;
    }

    private static Map<UUID, Entry> lockOrOpen(Ledger ledger, Set<UUID> ids) {
        var entries = new HashMap<>(ledger.lockAll(ids));
        var missing = new HashSet<>(ids);
        missing.removeAll(entries.keySet());
        entries.putAll(ledger.openAll(missing));
        return entries;
    }

    private NewAct act(BatchItem item, Authority of, String reason) {
        var exists = switch (item.act()) {
            case ESTABLISHED -> Boolean.TRUE;
            case ABOLISHED -> Boolean.FALSE;
            case AMENDED, CORRECTED, CANCELLED -> null;
        };
        return new NewAct(
                Ids.next(),
                item.act(),
                item.from(),
                null,
                item.fields(),
                exists,
                null,
                new Authority(of.kind(), of.notice(), item.item(), of.citation(), of.decidedOn()),
                reason,
                ACTOR,
                !item.from().isAfter(LocalDate.now(clock)));
    }

    private Authority authority(Offer offer) {
        try {
            return json.treeToValue(offer.data().path("authority"), Authority.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an offer was stored whose authority cannot be read", e);
        }
    }

    private Ledger ledger(BatchItem item) {
        return register(item).ledger();
    }

    private Register register(BatchItem item) {
        return switch (item.kind()) {
            case SCHEDULE -> schedules;
            case GRADE -> grades;
            case ASSIGNMENT -> assignments;
        };
    }

    private static Entry entry(Map<UUID, Entry> entries, BatchItem item) {
        return Objects.requireNonNull(entries.get(item.thing()));
    }

    @Override
    public void answer(Offer offer, Answer answer, ObjectNode data) {
        var type = switch (answer) {
            case ACCEPTED -> "notice-batch.accepted.v1";
            case REJECTED -> "notice-batch.rejected.v1";
            case APPLIED -> "notice-batch.applied.v1";
        };
        outbox.add(new Event(
                Ids.next(),
                "notice-items",
                offer.reference(),
                type,
                offer.reference(),
                Ledger.now(jdbi),
                offer.attempt(),
                data,
                null,
                answer == Answer.APPLIED));
    }
}
