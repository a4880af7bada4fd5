package city.planofrecord.paygrade.paygrade;

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

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.audit.Trail;
import city.planofrecord.chassis.dated.Bearer;
import city.planofrecord.chassis.dated.NextChange;
import city.planofrecord.chassis.dated.NotInEffect;
import city.planofrecord.chassis.dated.Span;
import city.planofrecord.chassis.event.Outbox;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.ledger.Ledger;
import city.planofrecord.chassis.ledger.Row;
import city.planofrecord.chassis.register.DayBoundaries;
import city.planofrecord.chassis.register.KeepsRegister;
import city.planofrecord.chassis.register.Register;
import city.planofrecord.chassis.register.Telling;
import city.planofrecord.paygrade.acts.Collection;
import city.planofrecord.paygrade.acts.Meaning;
import city.planofrecord.paygrade.acts.Registered;
import city.planofrecord.paygrade.acts.SetFields;
import city.planofrecord.paygrade.code.GradeCode;
import city.planofrecord.paygrade.payrange.PayRange;
import city.planofrecord.paygrade.payrange.PayRangeView;
import city.planofrecord.paygrade.payrange.RangeImage;
import city.planofrecord.paygrade.payschedule.PaySchedules;

/** The grades. */
@Singleton
public class PayGrades implements KeepsRegister, Registered<PayGradeView> {

    private static final Set<String> FIELDS = Set.of("grade", "range");

    private final Register register;
    private final Ledger ledger;
    private final Collection collection;
    private final PaySchedules schedules;

    PayGrades(
            Jdbi jdbi,
            Outbox outbox,
            Trail trail,
            DayBoundaries boundaries,
            Clock clock,
            ObjectMapper json,
            PaySchedules schedules) {
        this.register = new Register("pay_grade", new PayGradeTelling(), jdbi, outbox, trail, boundaries, clock, json);
        this.ledger = register.ledger();
        this.collection = new Collection(jdbi, ledger, "r.place");
        this.schedules = schedules;
    }

    @Override
    public Register register() {
        return register;
    }

    @Override
    public String field() {
        return "grade";
    }

    /** What a decided notice holds where it touches the grade of that name. */
    public static String thing(GradeCode code) {
        return "grade " + code.canonical();
    }

    @Override
    public Meaning meaning(Map<String, JsonNode> set, LocalDate from, String pointer) {
        var given = new SetFields(set, pointer, FIELDS);
        var fields = new HashMap<String, JsonNode>();
        var things = new HashSet<String>();
        given.text("grade").ifPresent(text -> {
            var code = GradeCode.read(text)
                    .orElseThrow(() -> given.invalid("grade", "is no grade", text, "a grade such as 809-A"));
            var schedule = schedules
                    .inEffect(code.schedule(), from)
                    .orElseThrow(() -> given.invalid(
                            "grade",
                            "no schedule bears the letter " + code.schedule() + " on " + from,
                            text,
                            "a grade of a schedule that is in effect on " + from));
            fields.putAll(named(code, schedule));
            things.add(thing(code));
            things.add(schedule.toString());
        });
        given.get("range")
                .ifPresent(range -> fields.put(
                        "range", range.isNull() ? range : RangeImage.of(RangeImage.read(range, pointer + "/range"))));
        return new Meaning(fields, things);
    }

    @Override
    public Set<String> grounds(Map<String, JsonNode> image) {
        return Set.of(text(image, "scheduleId"), thing(new GradeCode(text(image, "schedule"), text(image, "number"))));
    }

    private static String text(Map<String, JsonNode> image, String field) {
        return Objects.requireNonNull(image.get(field)).asText();
    }

    /** The fields of an image that name the grade. */
    public static Map<String, JsonNode> named(GradeCode code, UUID schedule) {
        return Map.of(
                "scheduleId",
                TextNode.valueOf(schedule.toString()),
                "schedule",
                TextNode.valueOf(code.schedule()),
                "number",
                TextNode.valueOf(code.number()),
                "grade",
                TextNode.valueOf(code.canonical()));
    }

    /** The grade that a code means on a day; it need not be in effect then. Empty where none ever bears it. */
    public Optional<UUID> find(GradeCode code, LocalDate day, @Nullable Instant knownAt) {
        var bearing = ledger
                .select(
                        "r.grade = :grade and " + Ledger.known("r", knownAt),
                        Map.of("grade", code.canonical()),
                        knownAt,
                        "r.effective_from")
                .stream()
                .map(Span::of)
                .toList();
        return Bearer.meant(bearing, day);
    }

    /** Every stretch of days in which a grade bears one of the codes, by code; for {@link Bearer#meant}. */
    public Map<GradeCode, List<Span>> bearers(Set<GradeCode> codes) {
        var bearers = new HashMap<GradeCode, List<Span>>();
        ledger.select(
                        "r.grade = any(:grades) and " + Ledger.known("r", null),
                        Map.of(
                                "grades",
                                codes.stream().map(GradeCode::canonical).toArray(String[]::new)),
                        null,
                        "r.effective_from")
                .forEach(row -> bearers.computeIfAbsent(code(row), _ -> new ArrayList<>())
                        .add(Span.of(row)));
        return bearers;
    }

    /**
     * As {@link #find}, of a grade as it is written in an address.
     *
     * @throws Refused (404) where no grade ever bears it
     */
    public UUID meant(String written, LocalDate day, @Nullable Instant knownAt) {
        var code = GradeCode.read(written)
                .orElseThrow(() -> Refused.notFound("'" + written
                        + "' is no grade. A grade is named by number and schedule, such as 809-A or A-809."));
        return find(code, day, knownAt)
                .orElseThrow(() -> Refused.notFound(
                        "No pay grade has ever been called " + code + ". GET /pay-grades lists them."));
    }

    Collection.Found find(Collection.Question question, List<String> conditions) {
        return collection.find(question, conditions);
    }

    /** The grade on the day. @throws Refused (404) that says when it was or will be in effect */
    PayGradeView on(UUID id, String asked, LocalDate day, @Nullable Instant knownAt) {
        return view(inEffect(ledger.rows(id, knownAt), asked, day), day, knownAt);
    }

    /**
     * The row of the day among those of one grade.
     *
     * @throws Refused (404) that says when the grade was or will be in effect
     */
    public static Row inEffect(List<Row> rows, String asked, LocalDate day) {
        return rows.stream()
                .filter(row -> row.covers(day))
                .findFirst()
                .orElseThrow(() -> NotInEffect.on(
                        day,
                        "Pay grade " + asked,
                        "was abolished",
                        rows.stream().map(Span::of).toList()));
    }

    @Override
    public Optional<PayGradeView> shown(UUID id, LocalDate day) {
        return ledger.on(id, day, null).map(row -> view(row, day, null));
    }

    /** The grade's name as documents of the day write it. */
    public String name(Row row, LocalDate day, @Nullable Instant knownAt) {
        return code(row).in(schedules.notation(scheduleId(row), day, knownAt));
    }

    /** The schedule that the grade is a line of while the row stands. */
    public static UUID scheduleId(Row row) {
        return UUID.fromString(row.image().path("scheduleId").asText());
    }

    /** The range of the row, empty where the grade has none. */
    public static Optional<PayRange> rangeOf(Row row) {
        return Optional.ofNullable(row.image().get("range")).map(range -> RangeImage.read(range, ""));
    }

    /** As {@link #rangeOf}, with its midpoint. */
    public static Optional<PayRangeView> range(Row row) {
        return rangeOf(row).map(PayRangeView::of);
    }

    PayGradeView view(Row row, LocalDate day, @Nullable Instant knownAt) {
        return new PayGradeView(
                row.subject(),
                name(row, row.covers(day) ? day : row.effectiveFrom(), knownAt),
                row.image().path("schedule").asText(),
                row.image().path("number").asText(),
                range(row).orElse(null),
                row.effectiveFrom(),
                row.effectiveUntil(),
                row.recordedAt(),
                row.act(),
                row.authority(),
                next(row, day, knownAt),
                ledger.revision(row.subject(), knownAt));
    }

    private @Nullable NextChange next(Row row, LocalDate day, @Nullable Instant knownAt) {
        var spans = ledger.rows(row.subject(), knownAt).stream().map(Span::of).toList();
        return NextChange.after(day, spans, "/pay-grades/" + code(row)).orElse(null);
    }

    /** What the grade is called while the row stands. */
    public static GradeCode code(Row row) {
        return new GradeCode(
                row.image().path("schedule").asText(),
                row.image().path("number").asText());
    }

    private static final class PayGradeTelling implements Telling {

        @Override
        public String stream() {
            return "pay-grades";
        }

        @Override
        public String stem() {
            return "pay-grade";
        }

        @Override
        public String subject(UUID id, @Nullable Map<String, JsonNode> image, LocalDate day) {
            var grade = image == null ? null : image.get("grade");
            return grade == null ? id.toString() : grade.asText();
        }
    }
}
