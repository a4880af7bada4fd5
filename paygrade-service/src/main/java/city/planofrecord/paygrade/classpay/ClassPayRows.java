package city.planofrecord.paygrade.classpay;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.ledger.Days;
import city.planofrecord.chassis.snapshot.Column;
import city.planofrecord.chassis.snapshot.SnapshotOf;
import city.planofrecord.chassis.snapshot.SnapshotRows;
import city.planofrecord.paygrade.jobclass.JobClasses;
import city.planofrecord.paygrade.paygrade.PayGrades;

/**
 * What every class is paid, by class, then by date. A stretch of classes is read at a time, and what a page leaves of it is
 * kept for the next.
 */
final class ClassPayRows implements SnapshotRows {

    static final List<Column> COLUMNS = List.of(
            Column.text("classId"),
            Column.text("jobCode"),
            Column.text("title"),
            Column.text("grade"),
            Column.text("gradeId"),
            Column.value("minimum"),
            Column.value("midpoint"),
            Column.value("maximum"),
            Column.text("currency"),
            Column.text("basis"),
            Column.value("effectiveFrom"),
            Column.value("effectiveUntil"),
            Column.value("recordedAt"),
            Column.json("classAuthority"),
            Column.json("assignmentAuthority"),
            Column.json("rangeAuthority"));

    private static final int CLASSES_OF_A_DAY = 500;
    private static final int CLASSES_WITH_TIMELINES = 50;

    private final KnownPlans plans;
    private final Jdbi jdbi;
    private final ObjectMapper json;
    private final SnapshotOf of;

    private final Queue<ObjectNode> ahead = new ArrayDeque<>();
    private @Nullable Place read;
    private @Nullable String from;
    private boolean inclusive = true;
    private boolean ended;

    ClassPayRows(KnownPlans plans, Jdbi jdbi, ObjectMapper json, SnapshotOf of) {
        this.plans = plans;
        this.jdbi = jdbi;
        this.json = json;
        this.of = of;
    }

    private record Place(String classId, LocalDate from) {

        static Place of(ObjectNode row) {
            return new Place(
                    row.path("classId").asText(),
                    LocalDate.parse(row.path("effectiveFrom").asText()));
        }

        boolean isBefore(String otherId, LocalDate otherFrom) {
            var byId = classId.compareTo(otherId);
            return byId < 0 || (byId == 0 && from.isBefore(otherFrom));
        }
    }

    @Override
    public List<ObjectNode> after(@Nullable ObjectNode last, int limit) {
        var place = last == null ? null : Place.of(last);
        if (place == null || !place.equals(read)) {
            goTo(place);
        }
        while (ahead.size() < limit && !ended) {
            readOn(place);
        }
        var rows = new ArrayList<ObjectNode>();
        while (rows.size() < limit && !ahead.isEmpty()) {
            rows.add(ahead.remove());
        }
        read = rows.isEmpty() ? place : Place.of(rows.getLast());
        return rows;
    }

    /** Begins behind the place: with the rest of its class. */
    private void goTo(@Nullable Place place) {
        ahead.clear();
        ended = false;
        from = place == null ? null : place.classId();
        inclusive = true;
    }

    private void readOn(@Nullable Place place) {
        var ids = ids(from, inclusive, of.day() == null ? CLASSES_WITH_TIMELINES : CLASSES_OF_A_DAY);
        if (ids.isEmpty()) {
            ended = true;
            return;
        }
        rows(ids)
                .filter(row -> place == null
                        || place.isBefore(
                                row.path("classId").asText(),
                                LocalDate.parse(row.path("effectiveFrom").asText())))
                .forEach(ahead::add);
        from = ids.getLast().toString();
        inclusive = false;
    }

    private List<UUID> ids(@Nullable String from, boolean inclusive, int most) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select id from grade_assignment where cast(:from as uuid) is null or id "
                                + (inclusive ? ">=" : ">") + " cast(:from as uuid) order by id limit :most")
                        .bind("from", from)
                        .bind("most", most)
                        .mapTo(UUID.class)
                        .list());
    }

    private Stream<ObjectNode> rows(List<UUID> ids) {
        var day = of.day();
        var days = day == null ? Days.ALL : new Days(day, day.plusDays(1));
        var plan = plans.atOnce(() -> plans.of(new HashSet<>(ids), days, of.knownAt()));
        return ids.stream().flatMap(id -> {
            var timeline = plan.timeline(id);
            var periods = day == null
                    ? timeline.periods()
                    : timeline.on(day).map(List::of).orElse(List.of());
            return periods.stream().map(period -> row(plan, period, day == null ? period.from() : day));
        });
    }

    private ObjectNode row(KnownPlan plan, PayPeriod period, LocalDate day) {
        var row = json.createObjectNode();
        var name = JobClasses.name(period.jobClass());
        row.put("classId", period.jobClass().subject().toString());
        row.put("jobCode", name.jobCode());
        Optional.ofNullable(name.title()).ifPresent(title -> row.put("title", title));
        row.put("grade", plan.grade(period, day));
        row.put("gradeId", period.grade().subject().toString());
        PayGrades.range(period.grade())
                .ifPresent(range -> row.put("minimum", range.minimum())
                        .put("midpoint", range.midpoint())
                        .put("maximum", range.maximum())
                        .put("currency", range.currency())
                        .put("basis", range.basis().name()));
        row.put("effectiveFrom", period.from().toString());
        Optional.ofNullable(period.until()).ifPresent(until -> row.put("effectiveUntil", until.toString()));
        row.put("recordedAt", recordedAt(period).toString());
        row.set("classAuthority", json.valueToTree(period.jobClass().authority()));
        row.set("assignmentAuthority", json.valueToTree(period.assignment().authority()));
        row.set("rangeAuthority", json.valueToTree(period.grade().authority()));
        return row;
    }

    /** When the last of the three was recorded, each by its owner. */
    private static Instant recordedAt(PayPeriod period) {
        return Stream.of(
                        period.jobClass().recordedAt(),
                        period.assignment().recordedAt(),
                        period.grade().recordedAt())
                .max(Instant::compareTo)
                .orElseThrow();
    }
}
