package city.planofrecord.chassis.time;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The city's clock. It is the machine's, unless a file moves it; then as much real time has passed for the city as has
 * passed since the file was written. What is recorded never follows it: that is the database's clock.
 */
public final class CityClock extends Clock {

    private static final Duration LOOK_AGAIN_AFTER = Duration.ofMillis(50);

    private final Clock real;
    private final ZoneId zone;
    private final @Nullable Path file;
    private volatile Reading reading = new Reading(Instant.EPOCH, Duration.ZERO);

    private record Reading(Instant lookedAt, Duration ahead) {}

    public CityClock(Clock real, ZoneId zone, Optional<Path> file) {
        this.real = real;
        this.zone = zone;
        this.file = file.orElse(null);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new CityClock(real, other, Optional.ofNullable(file));
    }

    @Override
    public Instant instant() {
        var now = real.instant();
        return now.plus(ahead(now));
    }

    private Duration ahead(Instant now) {
        if (file == null) {
            return Duration.ZERO;
        }
        var last = reading;
        if (now.isAfter(last.lookedAt().plus(LOOK_AGAIN_AFTER)) || now.isBefore(last.lookedAt())) {
            last = new Reading(now, read(file, last.ahead()));
            reading = last;
        }
        return last.ahead();
    }

    private static Duration read(Path file, Duration before) {
        try {
            var text = Files.readString(file).strip();
            if (text.isEmpty()) {
                return Duration.ZERO;
            }
            var parts = text.split(" ", -1);
            return Duration.between(Instant.parse(parts[1]), Instant.parse(parts[0]));
        } catch (NoSuchFileException e) {
            return Duration.ZERO;
        } catch (IOException | DateTimeParseException | ArrayIndexOutOfBoundsException e) {
            return before;
        }
    }
}
