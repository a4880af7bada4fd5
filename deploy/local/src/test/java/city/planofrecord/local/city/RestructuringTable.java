package city.planofrecord.local.city;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import de.siegmar.fastcsv.writer.CsvWriter;

import city.planofrecord.local.city.Schedule.Grade;

/** A restructuring as an analyst hands it in: the table of a notice, with a row for each schedule, grade and class. */
public final class RestructuringTable {

    private static final String[] COLUMNS = {
        "kind",
        "present job code",
        "present title",
        "present grade",
        "present schedule",
        "proposed job code",
        "proposed title",
        "proposed grade",
        "grade is new",
        "in place of",
        "proposed schedule",
        "schedule name",
        "minimum",
        "maximum",
        "basis"
    };

    private final StringWriter text = new StringWriter();
    private final CityPlan plan;
    private int rows;

    private RestructuringTable(CityPlan plan) {
        this.plan = plan;
    }

    public static RestructuringTable of(Restructuring restructuring) {
        var table = new RestructuringTable(restructuring.plan());
        try (var csv = CsvWriter.builder().build(table.text)) {
            csv.writeRecord(COLUMNS);
            restructuring.established().forEach(schedule -> table.establish(schedule, csv));
            restructuring.begun().forEach(begun -> table.establish(begun, csv));
            restructuring.moved().forEach(moved -> table.reassign(moved, csv));
            restructuring.abolished().forEach(jobClass -> table.abolish(jobClass, csv));
            restructuring.plan().schedules().forEach(schedule -> table.abolish(schedule, csv));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }

    /** How many items it has. */
    public int rows() {
        return rows;
    }

    public String csv() {
        return text.toString();
    }

    private void establish(Schedule schedule, CsvWriter csv) {
        row(
                csv,
                "ESTABLISH_SCHEDULE",
                Map.of(
                        "proposed schedule",
                        schedule.letter(),
                        "schedule name",
                        schedule.design().name()));
        for (var grade : schedule.grades()) {
            var range = grade.last();
            row(
                    csv,
                    "ESTABLISH_GRADE",
                    Map.of(
                            "proposed grade", grade.name(),
                            "minimum", range.minimum().toPlainString(),
                            "maximum", range.maximum().toPlainString(),
                            "basis", range.hourly() ? "HOURLY" : "ANNUAL"));
        }
    }

    private void establish(Restructuring.Begun begun, CsvWriter csv) {
        var cells = new LinkedHashMap<String, String>();
        cells.put("proposed title", begun.title());
        named(begun.jobCode(), plan.classes(), cells);
        cells.put("proposed grade", begun.grade().name());
        row(csv, "ESTABLISH", cells);
    }

    private void reassign(Restructuring.Moved moved, CsvWriter csv) {
        var cells = present(moved.jobClass());
        if (moved.isRecoded()) {
            named(
                    moved.jobCode(),
                    plan.classes().stream()
                            .filter(other -> !other.equals(moved.jobClass()))
                            .toList(),
                    cells);
        }
        cells.put("proposed grade", moved.grade().name());
        if (moved.grade().name().equals(moved.jobClass().lastGrade())) {
            cells.put("grade is new", "yes");
        }
        row(csv, "REVISE", cells);
    }

    private void abolish(JobClass jobClass, CsvWriter csv) {
        row(csv, "ABOLISH", present(jobClass));
    }

    private void abolish(Schedule schedule, CsvWriter csv) {
        for (Grade grade : schedule.grades()) {
            row(csv, "ABOLISH_GRADE", Map.of("present grade", grade.name()));
        }
        row(csv, "ABOLISH_SCHEDULE", Map.of("present schedule", schedule.letter()));
    }

    /** A code that was another's is taken over openly; one that was the class's own is just taken back. */
    private static void named(String jobCode, List<JobClass> others, Map<String, String> cells) {
        cells.put("proposed job code", jobCode);
        if (others.stream()
                .flatMap(other -> other.names().stream())
                .anyMatch(named -> named.jobCode().equals(jobCode))) {
            cells.put("in place of", jobCode);
        }
    }

    private static Map<String, String> present(JobClass jobClass) {
        var cells = new LinkedHashMap<String, String>();
        cells.put("present job code", jobClass.last().jobCode());
        cells.put("present title", jobClass.last().title());
        cells.put("present grade", jobClass.lastGrade());
        return cells;
    }

    private void row(CsvWriter csv, String kind, Map<String, String> cells) {
        csv.writeRecord(Arrays.stream(COLUMNS)
                .map(column -> column.equals("kind") ? kind : cells.getOrDefault(column, ""))
                .toList());
        rows++;
    }
}
