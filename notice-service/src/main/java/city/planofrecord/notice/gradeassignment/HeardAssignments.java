package city.planofrecord.notice.gradeassignment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.jdbi.v3.core.Jdbi;

import city.planofrecord.chassis.event.EventHandler;
import city.planofrecord.chassis.event.Received;
import city.planofrecord.chassis.heard.HeardLedger;
import city.planofrecord.chassis.heard.HeardRow;

/** The grades of classes that this service has heard of. */
@Singleton
public class HeardAssignments implements EventHandler {

    private final HeardLedger heard;

    HeardAssignments(Jdbi jdbi, ObjectMapper json) {
        heard = new HeardLedger(jdbi, json, "heard_grade_assignment", Set.of("gradeId", "grade"));
    }

    @Override
    public String stream() {
        return "grade-assignments.state";
    }

    @Override
    public Set<String> types() {
        return Set.of("grade-assignment.state.v1");
    }

    @Override
    public boolean takesOver() {
        return true;
    }

    @Override
    public void handle(Received event) {
        heard.hear(event);
    }

    /** What the class carries on the day. */
    public Optional<HeardAssignment> on(UUID jobClass, LocalDate day) {
        return heard.on(jobClass, day, null).map(HeardAssignments::of);
    }

    /** Who carries the grade of that name on the day. */
    public List<HeardAssignment> carrying(String grade, LocalDate day) {
        return heard
                .select(
                        "r.superseded_at is null and r.image ->> 'grade' = :grade and r.effective_from <= :day"
                                + " and (r.effective_until is null or r.effective_until > :day)",
                        Map.of("grade", grade, "day", day),
                        null,
                        "r.effective_from")
                .stream()
                .map(HeardAssignments::of)
                .toList();
    }

    /** Every period of every class's grade, by its first day. */
    public List<HeardAssignment> all() {
        return heard.select("r.superseded_at is null", Map.of(), null, "r.effective_from").stream()
                .map(HeardAssignments::of)
                .toList();
    }

    private static HeardAssignment of(HeardRow row) {
        return new HeardAssignment(
                row.subject(),
                UUID.fromString(row.image().path("gradeId").asText()),
                row.image().path("grade").asText(),
                row.effectiveFrom(),
                row.effectiveUntil());
    }

    /** When this service last heard of an assignment; empty where it never has. */
    public Optional<Instant> latest() {
        return heard.latest();
    }
}
