package city.planofrecord.paygrade.payschedule;

import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;

import city.planofrecord.chassis.http.Violation;
import city.planofrecord.chassis.register.Register;
import city.planofrecord.chassis.snapshot.Column;
import city.planofrecord.chassis.snapshot.LoadedRow;
import city.planofrecord.paygrade.timelineimport.RowFields;
import city.planofrecord.paygrade.timelineimport.TakenRows;

/** What a row of a snapshot says of a schedule. */
@Singleton
class TakenSchedules implements TakenRows {

    private static final Set<String> FIELDS = Set.of("schedule", "name", "notation");

    private final PaySchedules schedules;

    TakenSchedules(PaySchedules schedules) {
        this.schedules = schedules;
    }

    @Override
    public Register register() {
        return schedules.register();
    }

    @Override
    public String thing() {
        return "pay schedule";
    }

    @Override
    public String field() {
        return "schedule";
    }

    @Override
    public List<Column> columns() {
        return PayScheduleRows.COLUMNS;
    }

    @Override
    public Map<String, JsonNode> image(LoadedRow row, List<Violation> violations) {
        var fields = new RowFields(row, FIELDS, violations);
        if (fields.text("schedule").isEmpty() || !FIELDS.containsAll(row.image().keySet())) {
            return Map.of();
        }
        return fields.image(() ->
                schedules.meaning(row.image(), row.from(), row.pointer("")).fields());
    }

    @Override
    public Set<String> things(LoadedRow row) {
        var letter = row.image().get("schedule");
        return letter == null ? Set.of() : Set.of(PaySchedules.thing(letter.asText()));
    }
}
