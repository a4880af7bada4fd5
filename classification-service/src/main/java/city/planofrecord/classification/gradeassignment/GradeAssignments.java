package city.planofrecord.classification.gradeassignment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.event.EventHandler;
import city.planofrecord.chassis.event.Received;
import city.planofrecord.chassis.heard.HeardLedger;
import city.planofrecord.chassis.heard.HeardRow;

/** The grades of classes, as they were told. */
@Singleton
public class GradeAssignments implements EventHandler {

    private final HeardLedger heard;

    GradeAssignments(Jdbi jdbi, ObjectMapper json) {
        heard = new HeardLedger(jdbi, json, "heard_grade_assignment", Set.of("gradeId", "grade"));
    }

    /** The grade that the class carries on the day, as known here at the instant or now. */
    public Optional<HeardRow> on(UUID classId, LocalDate day, @Nullable Instant knownAt) {
        return heard.on(classId, day, knownAt);
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
}
