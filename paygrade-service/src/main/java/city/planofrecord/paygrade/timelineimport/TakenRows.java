package city.planofrecord.paygrade.timelineimport;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

import city.planofrecord.chassis.http.Violation;
import city.planofrecord.chassis.register.Register;
import city.planofrecord.chassis.snapshot.Column;
import city.planofrecord.chassis.snapshot.LoadedRow;

/** A register whose timelines can be taken from a snapshot, and what it makes of a row. */
public interface TakenRows {

    Register register();

    /** What one of the things is called in sentences, such as {@code pay grade}. */
    String thing();

    /** The column where faults of the plan as a whole are shown. */
    String field();

    List<Column> columns();

    /**
     * The image that the row holds.
     *
     * @param violations where a field is unknown, missing or breaks a rule by itself
     */
    Map<String, JsonNode> image(LoadedRow row, List<Violation> violations);

    /** Ids and names, beyond the things themselves, that no decided notice may hold. */
    Set<String> things(LoadedRow row);

    /**
     * Checks what has to be known before the things can be taken.
     *
     * @throws city.planofrecord.chassis.http.Refused (409) where something is not known yet; says to repeat the import
     */
    default void requireKnown(Map<UUID, LoadedRow> firstRows) {}
}
