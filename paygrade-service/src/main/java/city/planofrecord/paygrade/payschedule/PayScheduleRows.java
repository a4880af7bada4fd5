package city.planofrecord.paygrade.payschedule;

import java.util.List;

import city.planofrecord.chassis.snapshot.Column;

/** The columns of schedules in snapshots and loads. */
final class PayScheduleRows {

    static final List<Column> COLUMNS = List.of(
            Column.text("id"),
            Column.text("schedule"),
            Column.text("name"),
            Column.text("notation"),
            Column.value("effectiveFrom"),
            Column.value("effectiveUntil"),
            Column.value("recordedAt"),
            Column.text("act"),
            Column.json("authority"),
            Column.text("reason"),
            Column.json("endedBy"));

    private PayScheduleRows() {}
}
