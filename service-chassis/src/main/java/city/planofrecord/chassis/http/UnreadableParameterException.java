package city.planofrecord.chassis.http;

/** A parameter whose text is not of its kind. */
class UnreadableParameterException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String found;
    private final String expected;

    UnreadableParameterException(String found, String expected) {
        super(null, null, false, false);
        this.found = found;
        this.expected = expected;
    }

    String found() {
        return found;
    }

    String expected() {
        return expected;
    }
}
