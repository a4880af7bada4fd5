package city.planofrecord.chassis.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Sets and moves the city's clock by its file, in the city's default zone. */
public final class TestClock {

    private static final ZoneId ZONE = ZoneId.of("America/Denver");

    private final Path file;

    TestClock(Path file) {
        this.file = file;
    }

    /** Sets the city's clock; it goes on from there. The services see it within a tenth of a second. */
    public void set(String localDateTime) {
        try {
            var next = file.resolveSibling("clock.next");
            Files.writeString(
                    next, LocalDateTime.parse(localDateTime).atZone(ZONE).toInstant() + " " + Instant.now() + "\n");
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Back to real time. */
    public void real() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
