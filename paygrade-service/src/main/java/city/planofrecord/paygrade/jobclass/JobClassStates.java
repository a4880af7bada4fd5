package city.planofrecord.paygrade.jobclass;

import java.util.Set;

import jakarta.inject.Singleton;

import city.planofrecord.chassis.event.EventHandler;
import city.planofrecord.chassis.event.Received;

/** Hears what classification-service tells of its classes. */
@Singleton
class JobClassStates implements EventHandler {

    private final JobClasses classes;

    JobClassStates(JobClasses classes) {
        this.classes = classes;
    }

    @Override
    public String stream() {
        return "job-classes.state";
    }

    @Override
    public Set<String> types() {
        return Set.of("job-class.state.v1");
    }

    @Override
    public boolean takesOver() {
        return true;
    }

    @Override
    public void handle(Received event) {
        classes.hear(event);
    }
}
