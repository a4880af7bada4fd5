package city.planofrecord.notice.noticerule;

/** Dates that cannot all be true; the message says which and what to do. */
public final class ImpossibleDatesException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String field;

    ImpossibleDatesException(String field, String message) {
        super(message);
        this.field = field;
    }

    /** The name of the date to change, as it stands in {@link DateQuestion}. */
    public String field() {
        return field;
    }
}
