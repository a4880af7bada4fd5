package city.planofrecord.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/**
 * The city's clock of the local system: real time, or moved by a file that the services read.
 *
 * <p>The file holds one line, two instants with a space between: the city's, and the real one at which it was set. The
 * city's now is the first plus what has passed since the second. No file, or an empty one, is real time.
 */
record CityClock(Path file, ZoneId zone, Clock real) {

    /** Whether the clock has been set, and so differs from real time. */
    boolean isSet() throws IOException {
        return Files.exists(file) && !Files.readString(file).isBlank();
    }

    ZonedDateTime now() throws IOException {
        if (!isSet()) {
            return real.instant().atZone(zone);
        }
        var instants = Files.readString(file).strip().split(" ", 2);
        try {
            var city = Instant.parse(instants[0]);
            var setAt = Instant.parse(instants[1]);
            return city.plus(ChronoUnit.NANOS.between(setAt, real.instant()), ChronoUnit.NANOS)
                    .atZone(zone);
        } catch (DateTimeParseException | ArrayIndexOutOfBoundsException e) {
            throw new IOException(file + " does not hold two instants. Set the clock again, or remove the file.", e);
        }
    }

    /**
     * Sets the clock to a local date-time of the city, or to the beginning of a local day.
     *
     * @throws UsageException where the text is neither, or the city's clocks skipped that time
     */
    void set(String text) throws IOException {
        write(parse(text).toInstant() + " " + real.instant() + "\n");
    }

    /** @throws UsageException where {@link #set} would refuse the text */
    void check(String text) {
        parse(text);
    }

    void setReal() throws IOException {
        Files.deleteIfExists(file);
    }

    private ZonedDateTime parse(String text) {
        try {
            if (!text.contains("T")) {
                return LocalDate.parse(text).atStartOfDay(zone);
            }
            var local = LocalDateTime.parse(text);
            if (zone.getRules().getValidOffsets(local).isEmpty()) {
                throw new UsageException(text + " does not exist in " + zone + ": the clocks were put forward past it");
            }
            return local.atZone(zone);
        } catch (DateTimeParseException e) {
            throw new UsageException("'" + text + "' is no date and no date-time of the city. "
                    + "Write 2011-04-10 for the beginning of that day, or 2011-04-10T08:00");
        }
    }

    private void write(String line) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        var fresh = Files.createTempFile(folder, "clock-", null);
        Files.writeString(fresh, line);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
