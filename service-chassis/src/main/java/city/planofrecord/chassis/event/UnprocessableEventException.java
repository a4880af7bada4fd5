package city.planofrecord.chassis.event;

/** An event that can never be processed as it is. */
public class UnprocessableEventException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UnprocessableEventException(String reason) {
        super(reason);
    }

    public UnprocessableEventException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
