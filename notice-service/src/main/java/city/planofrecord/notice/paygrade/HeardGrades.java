package city.planofrecord.notice.paygrade;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.event.EventHandler;
import city.planofrecord.chassis.event.Received;
import city.planofrecord.chassis.heard.HeardLedger;
import city.planofrecord.chassis.heard.HeardRow;
import city.planofrecord.notice.paygrade.HeardGrade.HeardRange;

/** The pay grades that this service has heard of. */
@Singleton
public class HeardGrades implements EventHandler {

    private static final Set<String> FIELDS = Set.of("scheduleId", "schedule", "number", "grade", "range");

    private final HeardLedger heard;

    HeardGrades(Jdbi jdbi, ObjectMapper json) {
        heard = new HeardLedger(jdbi, json, "heard_pay_grade", FIELDS);
    }

    @Override
    public String stream() {
        return "pay-grades.state";
    }

    @Override
    public Set<String> types() {
        return Set.of("pay-grade.state.v1");
    }

    @Override
    public boolean takesOver() {
        return true;
    }

    @Override
    public void handle(Received event) {
        heard.hear(event);
    }

    /** Every period of every grade of that name, number first, by its first day. */
    public List<HeardGrade> named(String grade) {
        return select("r.grade = :grade", Map.of("grade", grade));
    }

    /** Every period of every grade of the schedule. */
    public List<HeardGrade> of(String schedule) {
        return select("r.schedule = :schedule", Map.of("schedule", schedule));
    }

    /** Every period of every grade, by its first day. */
    public List<HeardGrade> all() {
        return select("true", Map.of());
    }

    /** When this service last heard of a grade; empty where it never has. */
    public Optional<Instant> latest() {
        return heard.latest();
    }

    private List<HeardGrade> select(String where, Map<String, ?> values) {
        return heard.select(where + " and r.superseded_at is null", values, null, "r.effective_from").stream()
                .map(HeardGrades::of)
                .toList();
    }

    private static HeardGrade of(HeardRow row) {
        return new HeardGrade(
                row.subject(),
                UUID.fromString(row.image().path("scheduleId").asText()),
                row.image().path("schedule").asText(),
                row.image().path("grade").asText(),
                range(row.image().path("range")),
                row.effectiveFrom(),
                row.effectiveUntil());
    }

    private static @Nullable HeardRange range(JsonNode range) {
        return range.isObject()
                ? new HeardRange(
                        new BigDecimal(range.path("minimum").asText()),
                        new BigDecimal(range.path("maximum").asText()),
                        range.path("currency").asText(),
                        range.path("basis").asText())
                : null;
    }
}
