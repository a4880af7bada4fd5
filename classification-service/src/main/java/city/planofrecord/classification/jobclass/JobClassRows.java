package city.planofrecord.classification.jobclass;

import java.util.List;

import city.planofrecord.chassis.snapshot.Column;

/** How the rows of classes stand in a CSV. */
final class JobClassRows {

    static final List<Column> COLUMNS = List.of(
            Column.text("id"),
            Column.text("jobCode"),
            Column.text("title"),
            Column.value("effectiveFrom"),
            Column.value("effectiveUntil"),
            Column.text("occupationalGroup"),
            Column.text("series"),
            Column.text("flsaStatus"),
            Column.text("flsaExemption"),
            Column.text("eeo4Category", "/eeo4Category/code"),
            Column.text("eeo4CategoryScheme", "/eeo4Category/scheme"),
            Column.text("eeo4CategoryVersion", "/eeo4Category/version"),
            Column.text("socCode", "/socCode/code"),
            Column.text("socCodeScheme", "/socCode/scheme"),
            Column.text("socCodeVersion", "/socCode/version"),
            Column.json("specification"),
            Column.json("inPlaceOf"),
            Column.json("into"),
            Column.value("recordedAt"),
            Column.text("act"),
            Column.json("authority"),
            Column.text("reason"),
            Column.json("endedBy"));

    private JobClassRows() {}
}
