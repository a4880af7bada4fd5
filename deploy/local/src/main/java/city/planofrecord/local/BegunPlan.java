package city.planofrecord.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The plan that a state folder is being given, or was.
 *
 * @param today the city's day when it was begun, by which what is made up is made again the same
 */
record BegunPlan(Plan plan, LocalDate today) {

    static Optional<BegunPlan> in(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var parts = Files.readString(file).strip().split(" ", 2);
        return Optional.of(new BegunPlan(Plan.parse(parts[0]), LocalDate.parse(parts[1])));
    }

    void keep(Path file) throws IOException {
        Files.writeString(file, plan.word() + " " + today + "\n");
    }
}
