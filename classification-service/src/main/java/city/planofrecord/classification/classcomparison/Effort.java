package city.planofrecord.classification.classcomparison;

/**
 * What one comparison may still spend. It is counted in steps, not timed, so that the same documents always compare
 * alike; where it does not reach, the result is coarser, not wrong.
 */
final class Effort {

    /** A few tenths of a second. */
    private static final long OF_ONE_COMPARISON = 200_000_000;

    private long left;

    Effort() {
        this(OF_ONE_COMPARISON);
    }

    Effort(long steps) {
        left = steps;
    }

    /** Takes the steps, or none where there are not that many left. */
    boolean spend(long steps) {
        if (steps > left) {
            return false;
        }
        left -= steps;
        return true;
    }
}
