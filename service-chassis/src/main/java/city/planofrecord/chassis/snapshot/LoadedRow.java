package city.planofrecord.chassis.snapshot;

import java.time.LocalDate;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.ledger.Authority;

/**
 * A row of a load, as a snapshot gives it.
 *
 * @param line that it stands on, from 1
 * @param id of the thing, null where the load allots one
 * @param from inclusive
 * @param until exclusive; null where there is no end
 * @param image the fields in the period
 * @param endedBy what ended the thing, where it ends with the row
 */
public record LoadedRow(
        int line,
        @Nullable String id,
        LocalDate from,
        @Nullable LocalDate until,
        Map<String, JsonNode> image,
        @Nullable Authority authority,
        @Nullable String reason,
        @Nullable End endedBy) {

    /**
     * What ended a thing.
     *
     * @param set what it set beside, such as heirs
     */
    public record End(Authority authority, @Nullable String reason, Map<String, JsonNode> set) {}

    /** JSON pointer of a field of the row in the load. */
    public String pointer(String field) {
        return "/lines/" + line + (field.isEmpty() ? "" : "/" + field);
    }
}
