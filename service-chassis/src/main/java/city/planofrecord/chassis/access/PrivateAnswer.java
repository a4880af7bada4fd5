package city.planofrecord.chassis.access;

import jakarta.enterprise.context.RequestScoped;

/** Whether the answer to this request tells what is not public, so that nothing on its way may keep it. */
@RequestScoped
public class PrivateAnswer {

    private boolean marked;

    /** Something that is not public was read for the answer, or left out of it for others. */
    public void mark() {
        marked = true;
    }

    public boolean isMarked() {
        return marked;
    }
}
