package city.planofrecord.paygrade.paygrade;

import java.util.List;

import city.planofrecord.chassis.snapshot.Column;

/** The columns of grades in snapshots and loads. */
final class PayGradeRows {

    static final List<Column> COLUMNS = List.of(
            Column.text("id"),
            Column.text("grade"),
            Column.text("scheduleId"),
            Column.text("schedule"),
            Column.text("number"),
            Column.value("minimum", "/range/minimum"),
            Column.value("maximum", "/range/maximum"),
            Column.text("currency", "/range/currency"),
            Column.text("basis", "/range/basis"),
            Column.value("effectiveFrom"),
            Column.value("effectiveUntil"),
            Column.value("recordedAt"),
            Column.text("act"),
            Column.json("authority"),
            Column.text("reason"),
            Column.json("endedBy"));

    private PayGradeRows() {}
}
