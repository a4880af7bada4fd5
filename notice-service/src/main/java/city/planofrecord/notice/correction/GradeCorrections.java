package city.planofrecord.notice.correction;

import java.util.Set;

import jakarta.inject.Singleton;

import city.planofrecord.chassis.event.EventHandler;
import city.planofrecord.chassis.event.Received;
import city.planofrecord.notice.notice.HeardCorrection.Thing;
import city.planofrecord.notice.notice.RegisterName;

/** Hears what corrects grades and schedules. */
@Singleton
class GradeCorrections implements EventHandler {

    private static final String SCHEDULE = "pay-schedule.changed.v1";

    private final HeardCorrections corrections;

    GradeCorrections(HeardCorrections corrections) {
        this.corrections = corrections;
    }

    @Override
    public String stream() {
        return "pay-grades";
    }

    @Override
    public Set<String> types() {
        return Set.of("pay-grade.changed.v1", SCHEDULE);
    }

    @Override
    public boolean takesOver() {
        return true;
    }

    @Override
    public void handle(Received event) {
        var thing = event.type().equals(SCHEDULE) ? Thing.PAY_SCHEDULE : Thing.PAY_GRADE;
        corrections.hear(event, RegisterName.PAYGRADE, thing);
    }
}
