package city.planofrecord.paygrade.gradeassignment;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;

import city.planofrecord.chassis.heard.HeardRow;
import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;
import city.planofrecord.chassis.ledger.Days;
import city.planofrecord.chassis.register.Register;
import city.planofrecord.chassis.snapshot.Column;
import city.planofrecord.chassis.snapshot.LoadedRow;
import city.planofrecord.paygrade.code.GradeCode;
import city.planofrecord.paygrade.jobclass.JobClasses;
import city.planofrecord.paygrade.timelineimport.RowFields;
import city.planofrecord.paygrade.timelineimport.TakenRows;

/** What a row of a snapshot says of the grade of a class. Both are named by their ids: codes are used again. */
@Singleton
class TakenAssignments implements TakenRows {

    private static final Set<String> FIELDS = Set.of("gradeId", "grade");

    private final GradeAssignments assignments;
    private final JobClasses classes;

    TakenAssignments(GradeAssignments assignments, JobClasses classes) {
        this.assignments = assignments;
        this.classes = classes;
    }

    @Override
    public Register register() {
        return assignments.register();
    }

    @Override
    public String thing() {
        return "class";
    }

    @Override
    public String field() {
        return "gradeId";
    }

    @Override
    public List<Column> columns() {
        return GradeAssignmentRows.COLUMNS;
    }

    @Override
    public Map<String, JsonNode> image(LoadedRow row, List<Violation> violations) {
        var fields = new RowFields(row, FIELDS, violations);
        var id = fields.id("gradeId");
        var written = fields.text("grade");
        var code = written.flatMap(GradeCode::read);
        if (written.isPresent() && code.isEmpty()) {
            fields.wrong("grade", "is no grade", written.get(), "a grade such as 809-A");
        }
        return id.isEmpty() || code.isEmpty() ? Map.of() : GradeAssignments.carrying(id.get(), code.get());
    }

    @Override
    public Set<String> things(LoadedRow row) {
        var id = row.image().get("gradeId");
        return id == null ? Set.of() : Set.of(id.asText());
    }

    @Override
    public void requireKnown(Map<UUID, LoadedRow> firstRows) {
        var known = classes.rows(firstRows.keySet(), Days.ALL, null).stream()
                .map(HeardRow::subject)
                .collect(Collectors.toSet());
        var unknown = firstRows.entrySet().stream()
                .filter(row -> !known.contains(row.getKey()))
                .map(row -> Violation.at(
                        row.getValue().pointer("id"),
                        "the class is not known here yet",
                        row.getKey().toString(),
                        "the id of a class that classification-service has told of"))
                .toList();
        if (!unknown.isEmpty()) {
            throw new Refused(
                    ProblemKind.CONFLICT,
                    unknown.size() + (unknown.size() == 1 ? " class is" : " classes are")
                            + " not known here yet, the first at "
                            + unknown.getFirst().pointer()
                            + ". Nothing was stored. If classification-service has them, repeat the import in a moment.",
                    unknown.stream().limit(100).toList());
        }
    }
}
