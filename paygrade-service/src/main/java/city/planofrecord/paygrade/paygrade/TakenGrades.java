package city.planofrecord.paygrade.paygrade;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;

import city.planofrecord.chassis.http.Violation;
import city.planofrecord.chassis.register.Register;
import city.planofrecord.chassis.snapshot.Column;
import city.planofrecord.chassis.snapshot.LoadedRow;
import city.planofrecord.paygrade.code.GradeCode;
import city.planofrecord.paygrade.payrange.RangeImage;
import city.planofrecord.paygrade.timelineimport.RowFields;
import city.planofrecord.paygrade.timelineimport.TakenRows;

/** What a row of a snapshot says of a grade. It names its schedule by id: letters are used again. */
@Singleton
class TakenGrades implements TakenRows {

    private static final Set<String> FIELDS = Set.of("grade", "scheduleId", "schedule", "number", "range");

    private final PayGrades grades;

    TakenGrades(PayGrades grades) {
        this.grades = grades;
    }

    @Override
    public Register register() {
        return grades.register();
    }

    @Override
    public String thing() {
        return "pay grade";
    }

    @Override
    public String field() {
        return "grade";
    }

    @Override
    public List<Column> columns() {
        return PayGradeRows.COLUMNS;
    }

    @Override
    public Map<String, JsonNode> image(LoadedRow row, List<Violation> violations) {
        var fields = new RowFields(row, FIELDS, violations);
        var written = fields.text("grade");
        var schedule = fields.id("scheduleId");
        var code = written.flatMap(GradeCode::read);
        if (written.isPresent() && code.isEmpty()) {
            fields.wrong("grade", "is no grade", written.get(), "a grade such as 809-A");
        }
        if (code.isEmpty() || schedule.isEmpty()) {
            return Map.of();
        }
        requireSame(fields, "schedule", code.get().schedule());
        requireSame(fields, "number", code.get().number());
        return fields.image(() -> {
            var image = new HashMap<>(PayGrades.named(code.get(), schedule.get()));
            fields.get("range")
                    .ifPresent(range ->
                            image.put("range", RangeImage.of(RangeImage.read(range, fields.pointer("range")))));
            return image;
        });
    }

    private static void requireSame(RowFields fields, String field, String expected) {
        fields.get(field)
                .map(JsonNode::asText)
                .filter(found -> !found.equals(expected))
                .ifPresent(found -> {
                    fields.wrong(field, "is not that of the grade", found, expected);
                });
    }

    @Override
    public Set<String> things(LoadedRow row) {
        var grade = row.image().get("grade");
        return GradeCode.read(grade == null ? "" : grade.asText())
                .map(named -> Set.of(PayGrades.thing(named)))
                .orElse(Set.of());
    }
}
