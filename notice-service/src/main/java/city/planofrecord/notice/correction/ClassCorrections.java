package city.planofrecord.notice.correction;

import java.util.Set;

import jakarta.inject.Singleton;

import city.planofrecord.chassis.event.EventHandler;
import city.planofrecord.chassis.event.Received;
import city.planofrecord.notice.notice.HeardCorrection.Thing;
import city.planofrecord.notice.notice.RegisterName;

/** Hears what corrects job classes. */
@Singleton
class ClassCorrections implements EventHandler {

    private final HeardCorrections corrections;

    ClassCorrections(HeardCorrections corrections) {
        this.corrections = corrections;
    }

    @Override
    public String stream() {
        return "job-classes";
    }

    @Override
    public Set<String> types() {
        return Set.of("job-class.changed.v1");
    }

    @Override
    public boolean takesOver() {
        return true;
    }

    @Override
    public void handle(Received event) {
        corrections.hear(event, RegisterName.CLASSIFICATION, Thing.JOB_CLASS);
    }
}
