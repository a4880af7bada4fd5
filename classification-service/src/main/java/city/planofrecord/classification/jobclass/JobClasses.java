package city.planofrecord.classification.jobclass;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.audit.Trail;
import city.planofrecord.chassis.batch.Holds;
import city.planofrecord.chassis.dated.Bearer;
import city.planofrecord.chassis.dated.NotInEffect;
import city.planofrecord.chassis.dated.Span;
import city.planofrecord.chassis.event.Ids;
import city.planofrecord.chassis.event.Outbox;
import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Revision;
import city.planofrecord.chassis.http.Violation;
import city.planofrecord.chassis.ledger.Entry;
import city.planofrecord.chassis.ledger.Ledger;
import city.planofrecord.chassis.ledger.NewAct;
import city.planofrecord.chassis.ledger.Recorded;
import city.planofrecord.chassis.ledger.Row;
import city.planofrecord.chassis.register.ActRules;
import city.planofrecord.chassis.register.DayBoundaries;
import city.planofrecord.chassis.register.Fields;
import city.planofrecord.chassis.register.KeepsRegister;
import city.planofrecord.chassis.register.Recording;
import city.planofrecord.chassis.register.Register;
import city.planofrecord.chassis.timeline.Act;
import city.planofrecord.chassis.timeline.ActKind;
import city.planofrecord.chassis.timeline.Change;

/** The class register. */
@Singleton
public class JobClasses implements KeepsRegister {

    private final Register register;
    private final Ledger ledger;
    private final Holds holds;
    private final Fields fields;
    private final Jdbi jdbi;

    JobClasses(
            Jdbi jdbi,
            Outbox outbox,
            Trail trail,
            DayBoundaries boundaries,
            Clock clock,
            ObjectMapper json,
            Holds holds,
            Fields fields) {
        this.register = new Register("job_class", new JobClassTelling(), jdbi, outbox, trail, boundaries, clock, json);
        this.ledger = register.ledger();
        this.holds = holds;
        this.fields = fields;
        this.jdbi = jdbi;
    }

    @Override
    public Register register() {
        return register;
    }

    /**
     * The class that a code means on a day: the one that bears it then, else the last that bore it, else the first that
     * will. It need not be in effect on the day.
     *
     * @throws Refused (404) where no class ever bears the code
     */
    public UUID meant(JobCode code, LocalDate day, @Nullable Instant knownAt) {
        return find(code, day, knownAt)
                .orElseThrow(() -> Refused.notFound("No class has ever borne the job code " + code
                        + ". GET /job-classes?q= finds classes by title."));
    }

    /** As {@link #meant}, empty where no class ever bears the code. */
    public Optional<UUID> find(JobCode code, LocalDate day, @Nullable Instant knownAt) {
        var bearers = ledger.select(
                "r.job_code = :code and " + Ledger.known("r", knownAt),
                Map.of("code", code.value()),
                knownAt,
                "r.effective_from");
        return Bearer.meant(bearers.stream().map(Span::of).toList(), day);
    }

    /** The class that the act is on, where it bears, bore or will bear the code: a code may mean another class today. */
    Optional<UUID> ofAct(UUID act, JobCode code) {
        return jdbi.withHandle(handle -> handle.createQuery("select a.subject_id from job_class_act a where a.id = :act"
                        + " and exists (select 1 from job_class_row r where r.subject_id = a.subject_id"
                        + " and r.job_code = :code)")
                .bind("act", act)
                .bind("code", code.value())
                .mapTo(UUID.class)
                .findFirst());
    }

    /** The row of the class on the day. @throws Refused (404) that says when it was or will be in effect */
    Row on(UUID id, JobCode asked, LocalDate day, @Nullable Instant knownAt) {
        return ledger.on(id, day, knownAt)
                .orElseThrow(() -> NotInEffect.on(
                        day,
                        asked.value(),
                        "was abolished",
                        ledger.rows(id, knownAt).stream().map(Span::of).toList()));
    }

    /** The class, locked for a change of its present revision. @throws Refused where it is held or has moved on */
    Entry lock(UUID id, Revision expected, Set<String> codes) {
        var things = new HashSet<>(codes);
        things.add(id.toString());
        holds.requireFree(things);
        var entry = lock(id);
        expected.requireCurrent(entry.revision());
        return entry;
    }

    Entry lock(UUID id) {
        return ledger.lock(id).orElseThrow(() -> Refused.notFound("There is no class of the id " + id + "."));
    }

    /** Begins a class. @throws Refused where its code is held */
    Entry open(UUID id, JobCode code) {
        holds.requireFree(Set.of(id.toString(), code.value()));
        return ledger.open(id);
    }

    /** Records the act and checks at once that no other class bears its code on any of its days. */
    Recorded record(Entry entry, NewAct act) {
        requireCodesFree(entry, act);
        requireSound(entry, act);
        var recorded = register.record(entry, act);
        Ledger.settle(jdbi);
        return recorded;
    }

    /**
     * A class that is loaded.
     *
     * @param codes every code that it bears
     * @param acts that make it
     * @param pointer to the code of its first row in the load
     */
    record Loaded(UUID id, Set<String> codes, List<NewAct> acts, String pointer) {}

    /**
     * Records classes that have no acts. Whether their codes are free is asked when all are loaded: a code may pass from
     * one to another within a load.
     *
     * @throws Refused where one of them, or one of their codes, is held
     */
    void load(List<Loaded> loaded) {
        var things = new HashSet<String>();
        loaded.forEach(one -> {
            things.add(one.id().toString());
            things.addAll(one.codes());
        });
        holds.requireFree(things);
        var entries = ledger.openAll(loaded.stream().map(Loaded::id).toList());
        var recording =
                new Recording(Ledger.laterThan(jdbi, List.of()), Ids.next().toString());
        for (var one : loaded) {
            var entry = Objects.requireNonNull(entries.get(one.id()));
            for (var act : one.acts()) {
                entry = recording.add(register, entry, act).after();
            }
        }
        recording.write();
    }

    /** Of the classes loaded, those that bear a code on a day on which another class does. */
    List<Violation> codesBorneTwice(List<Loaded> loaded) {
        var pointers = new HashMap<UUID, String>();
        loaded.forEach(one -> pointers.put(one.id(), one.pointer()));
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select distinct on (r.subject_id) r.subject_id, r.job_code,"
                                + " o.title, greatest(r.effective_from, o.effective_from) from job_class_row r join job_class_row o"
                                + " on o.job_code = r.job_code and o.subject_id <> r.subject_id and o.superseded_at is null"
                                + " and daterange(o.effective_from, o.effective_until) && daterange(r.effective_from, r.effective_until)"
                                + " where r.superseded_at is null and r.subject_id in (select unnest(cast(string_to_array(:ids, ' ') as uuid[])))"
                                + " order by r.subject_id, r.effective_from")
                .bind("ids", pointers.keySet().stream().map(UUID::toString).collect(Collectors.joining(" ")))
                .map((rs, _) -> Violation.at(
                        String.valueOf(pointers.get(rs.getObject(1, UUID.class))),
                        "is borne by '" + rs.getString(3) + "' too on " + rs.getString(4),
                        rs.getString(2),
                        "a code that one class bears on a day"))
                .list());
    }

    /** @throws Refused (422) where the act would leave the class, in any period, without what a class must have */
    public void requireSound(Entry entry, NewAct act) {
        requireSound(changes(entry, act));
    }

    /** @throws Refused (422) where a class would be left, in any of the periods, without what a class must have */
    public void requireSound(List<Change<JsonNode>> changes) {
        for (var change : changes) {
            if (change.after() != null) {
                try {
                    fields.read(JobClassImage.class, change.after(), Map.of(), "/set");
                } catch (Refused e) {
                    throw unsound(e, change.from());
                }
            }
        }
    }

    private static Refused unsound(Refused refused, LocalDate from) {
        return new Refused(
                refused.kind(),
                "The class would lack or contradict something from " + from + " on: "
                        + refused.violations().stream()
                                .map(violation -> violation.pointer() + " " + violation.message())
                                .collect(Collectors.joining("; "))
                        + ".",
                refused.violations().stream()
                        .map(violation -> new Violation(
                                violation.pointer(),
                                null,
                                violation.message() + " (from " + from + " on)",
                                violation.found(),
                                violation.expected()))
                        .toList());
    }

    private static List<Change<JsonNode>> changes(Entry entry, NewAct act) {
        var before = entry.timeline();
        return before.changesTo(before.with(new Act<>(
                act.id(),
                entry.revision() + 1,
                act.kind(),
                act.from(),
                act.until(),
                act.set(),
                act.exists(),
                act.cancels())));
    }

    /**
     * Heirs must be borne on the day of the act, forerunners before it, each by another class.
     *
     * @param also whether a code is borne on a day by what is about to be recorded with the act
     * @throws Refused (422) where the act names a code that is not
     */
    public void requireNamedClasses(UUID id, NewAct act, BiPredicate<String, LocalDate> also) {
        var violations = new ArrayList<Violation>();
        var before = act.from().minusDays(1);
        named(act, "into", (pointer, code) -> {
            if (!also.test(code, act.from()) && !borne(id, code, act.from(), act.from())) {
                violations.add(Violation.at(
                        pointer,
                        "no other class bears " + code + " on " + act.from(),
                        code,
                        "a code borne on that day; establish the class first"));
            }
        });
        named(act, "inPlaceOf", (pointer, code) -> {
            if (!also.test(code, before) && !borne(id, code, ActRules.EARLIEST, before)) {
                violations.add(Violation.at(
                        pointer,
                        "no other class bore " + code + " before " + act.from(),
                        code,
                        "a code borne before that day"));
            }
        });
        if (!violations.isEmpty()) {
            throw Refused.invalid(violations);
        }
    }

    private static void named(NewAct act, String field, BiConsumer<String, String> check) {
        var codes = act.set().get(field);
        var prefix = act.kind() == ActKind.ESTABLISHED || act.kind() == ActKind.ABOLISHED ? "/" : "/set/";
        for (var i = 0; codes != null && i < codes.size(); i++) {
            check.accept(prefix + field + "/" + i, codes.get(i).asText());
        }
    }

    /** Whether another class bears the code on any day from the one to the other, both inclusive. */
    private boolean borne(UUID id, String code, LocalDate from, LocalDate to) {
        return bearers(code, from).stream()
                .anyMatch(
                        row -> !row.subject().equals(id) && !row.effectiveFrom().isAfter(to));
    }

    private void requireCodesFree(Entry entry, NewAct act) {
        for (var change : changes(entry, act)) {
            var code = change.after() == null ? null : change.after().get("jobCode");
            if (code == null) {
                continue;
            }
            bearers(code.asText(), change.from()).stream()
                    .filter(row -> !row.subject().equals(entry.id()))
                    .filter(row -> change.until() == null || row.effectiveFrom().isBefore(change.until()))
                    .findFirst()
                    .ifPresent(row -> {
                        throw new Refused(
                                ProblemKind.CONFLICT,
                                taken(code.asText(), row),
                                List.of(Violation.at(
                                        "/jobCode", "is borne by another class", code.asText(), "a free code")));
                    });
        }
    }

    /** Who bears the code on the day or later. */
    public List<Row> bearers(String code, LocalDate from) {
        return ledger.select(
                "r.job_code = :code and r.superseded_at is null and (r.effective_until is null or r.effective_until > :from)",
                Map.of("code", code, "from", from),
                null,
                "r.effective_from");
    }

    /** Every row in which one of the codes is borne, by code. */
    public Map<String, List<Row>> bearers(Set<String> codes) {
        var bearers = new HashMap<String, List<Row>>();
        ledger.select(
                        "r.job_code = any(:codes) and r.superseded_at is null",
                        Map.of("codes", codes.toArray(String[]::new)),
                        null,
                        "r.effective_from")
                .forEach(row -> bearers.computeIfAbsent(code(row), _ -> new ArrayList<>())
                        .add(row));
        return bearers;
    }

    /** The register as it would stand, were the classes changed so. */
    public ClassesAfter after(List<ClassesAfter.Changed> changed) {
        return new ClassesAfter(changed, this::bearers, new NamingActs(jdbi, ledger)::of);
    }

    /** In words: who bears the code, and when. */
    public static String taken(String code, Row row) {
        return "Job code " + code + " is borne by '" + row.image().path("title").asText() + "' from "
                + row.effectiveFrom() + (row.effectiveUntil() == null ? "" : " until " + row.effectiveUntil())
                + ". Use another code or date.";
    }

    /** Codes that the class bore before the one of the day, each with the day from which it bore it no more. */
    List<FormerJobCode> formerCodes(UUID id, Row today, @Nullable Instant knownAt) {
        var former = new ArrayList<FormerJobCode>();
        Row last = null;
        for (var row : ledger.rows(id, knownAt)) {
            if (row.effectiveFrom().isAfter(today.effectiveFrom())) {
                break;
            }
            if (last != null && !code(last).equals(code(row))) {
                former.add(new FormerJobCode(code(last), row.effectiveFrom()));
            }
            last = row;
        }
        return former;
    }

    /** A code that was borne, and the first day on which it was not. */
    public record FormerJobCode(String jobCode, LocalDate until) {}

    private static String code(Row row) {
        return row.image().path("jobCode").asText();
    }
}
