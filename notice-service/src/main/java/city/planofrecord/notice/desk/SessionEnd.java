package city.planofrecord.notice.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * When a session ends that nobody logs out of.
 *
 * @param begun when its user logged in
 * @param until when it is over if it is not renewed before, exclusive
 */
record SessionEnd(Instant begun, Instant until) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,12})-(\\d{1,12})");

    /**
     * Of a session that is begun, or renewed, now.
     *
     * @param unused for how long it may be unused
     * @param longest from its beginning, however much it is used
     */
    static SessionEnd of(Instant begun, Instant now, Duration unused, Duration longest) {
        var end = begun.plus(longest);
        var idle = now.plus(unused);
        return new SessionEnd(begun, idle.isBefore(end) ? idle : end);
    }

    /** Empty where it is not as {@link #written} writes it. */
    static Optional<SessionEnd> read(String written) {
        var parts = WRITTEN.matcher(written);
        return parts.matches()
                ? Optional.of(new SessionEnd(second(parts.group(1)), second(parts.group(2))))
                : Optional.empty();
    }

    private static Instant second(String written) {
        return Instant.ofEpochSecond(Long.parseLong(written));
    }

    String written() {
        return begun.getEpochSecond() + "-" + until.getEpochSecond();
    }

    boolean isOver(Instant now) {
        return !now.isBefore(until);
    }
}
