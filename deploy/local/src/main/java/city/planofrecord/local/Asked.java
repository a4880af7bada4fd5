package city.planofrecord.local;

/** Nothing failed: the system was asked to stop. */
final class Asked extends StartFailure {

    private static final long serialVersionUID = 1L;

    Asked() {
        super("The system was asked to stop");
    }
}
