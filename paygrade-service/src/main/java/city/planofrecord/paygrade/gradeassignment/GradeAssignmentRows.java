package city.planofrecord.paygrade.gradeassignment;

import java.util.List;

import city.planofrecord.chassis.snapshot.Column;

/** The columns of grade assignments in snapshots and loads. */
final class GradeAssignmentRows {

    static final List<Column> COLUMNS = List.of(
            Column.text("id"),
            Column.text("gradeId"),
            Column.text("grade"),
            Column.value("effectiveFrom"),
            Column.value("effectiveUntil"),
            Column.value("recordedAt"),
            Column.text("act"),
            Column.json("authority"),
            Column.text("reason"),
            Column.json("endedBy"));

    private GradeAssignmentRows() {}
}
