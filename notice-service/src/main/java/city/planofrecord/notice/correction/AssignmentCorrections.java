package city.planofrecord.notice.correction;

import java.util.Set;

import jakarta.inject.Singleton;

import city.planofrecord.chassis.event.EventHandler;
import city.planofrecord.chassis.event.Received;
import city.planofrecord.notice.notice.HeardCorrection.Thing;
import city.planofrecord.notice.notice.RegisterName;

/** Hears what corrects the grades that classes carry. */
@Singleton
class AssignmentCorrections implements EventHandler {

    private final HeardCorrections corrections;

    AssignmentCorrections(HeardCorrections corrections) {
        this.corrections = corrections;
    }

    @Override
    public String stream() {
        return "grade-assignments";
    }

    @Override
    public Set<String> types() {
        return Set.of("grade-assignment.changed.v1");
    }

    @Override
    public boolean takesOver() {
        return true;
    }

    @Override
    public void handle(Received event) {
        corrections.hear(event, RegisterName.PAYGRADE, Thing.GRADE_ASSIGNMENT);
    }
}
