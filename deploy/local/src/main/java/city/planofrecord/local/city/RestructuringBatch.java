package city.planofrecord.local.city;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import city.planofrecord.local.city.Schedule.Grade;

/** A restructuring as it is offered to the registers once it has been decided: the data of {@code notice.decided.v1}. */
public final class RestructuringBatch {

    private final Restructuring restructuring;
    private final RegisterIds ids;
    private final Map<String, UUID> newSchedules = new HashMap<>();
    private final Map<String, UUID> newGrades = new HashMap<>();
    private final UUID batch;

    public RestructuringBatch(Restructuring restructuring, RegisterIds ids) {
        this.restructuring = restructuring;
        this.ids = ids;
        var chance = new Random(restructuring.on().toEpochDay() + 1);
        batch = Restructuring.id(chance);
        restructuring.established().forEach(schedule -> {
            newSchedules.put(schedule.letter(), Restructuring.id(chance));
            schedule.grades().forEach(grade -> newGrades.put(grade.name(), Restructuring.id(chance)));
        });
    }

    public UUID batch() {
        return batch;
    }

    /** The offer, one item for each schedule, grade and class. */
    public ObjectNode decided(String number, String ordinance, LocalDate decidedOn) {
        var decided = step(number).put("decidedOn", decidedOn.toString());
        decided.putObject("authority")
                .put("kind", "ORDINANCE")
                .put("notice", number)
                .put("citation", ordinance)
                .put("decidedOn", decidedOn.toString());
        decided.put("reason", "Twenty schedules become three");
        var items = decided.putArray("items");
        restructuring.established().forEach(schedule -> establish(schedule, items));
        restructuring.begun().forEach(begun -> establish(begun, items));
        restructuring.moved().forEach(moved -> reassign(moved, items));
        restructuring.abolished().forEach(jobClass -> abolish(jobClass, items));
        for (var schedule : restructuring.plan().schedules()) {
            schedule.grades()
                    .forEach(grade -> item(items, "ABOLISH_GRADE")
                            .putObject("payGrade")
                            .put("id", ids.grade(grade.name()).toString()));
            item(items, "ABOLISH_SCHEDULE")
                    .putObject("paySchedule")
                    .put("id", ids.schedule(schedule.letter()).toString());
        }
        return decided;
    }

    /** What confirms or releases it. */
    public ObjectNode step(String number) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("number", number)
                .put("edition", 1)
                .put("batch", batch.toString())
                .put("try", 1);
    }

    private ObjectNode item(ArrayNode items, String kind) {
        return items.addObject()
                .put("item", items.size())
                .put("kind", kind)
                .put("effectiveFrom", restructuring.on().toString());
    }

    private void establish(Schedule schedule, ArrayNode items) {
        var id = Objects.requireNonNull(newSchedules.get(schedule.letter())).toString();
        item(items, "ESTABLISH_SCHEDULE")
                .putObject("paySchedule")
                .put("id", id)
                .putObject("set")
                .put("schedule", schedule.letter())
                .put("name", schedule.design().name());
        for (var grade : schedule.grades()) {
            var range = grade.last();
            item(items, "ESTABLISH_GRADE")
                    .putObject("payGrade")
                    .put("id", newGrade(grade))
                    .putObject("set")
                    .put("scheduleId", id)
                    .put("schedule", grade.letter())
                    .put("number", String.valueOf(grade.number()))
                    .put("grade", grade.name())
                    .putObject("range")
                    .put("minimum", range.minimum().toPlainString())
                    .put("maximum", range.maximum().toPlainString())
                    .put("currency", "USD")
                    .put("basis", range.hourly() ? "HOURLY" : "ANNUAL");
        }
    }

    private void establish(Restructuring.Begun begun, ArrayNode items) {
        var item = item(items, "ESTABLISH");
        item.putObject("jobClass")
                .put("id", begun.id().toString())
                .put("jobCode", begun.jobCode())
                .putObject("set")
                .put("jobCode", begun.jobCode())
                .put("title", begun.title());
        carry(item, begun.grade());
    }

    private void reassign(Restructuring.Moved moved, ArrayNode items) {
        var item = item(items, "REVISE");
        var set = item.putObject("jobClass")
                .put("id", ids.jobClass(moved.jobClass()).toString())
                .put("jobCode", moved.jobClass().last().jobCode())
                .putObject("set");
        if (moved.isRecoded()) {
            set.put("jobCode", moved.jobCode());
        }
        carry(item, moved.grade());
    }

    private void abolish(JobClass jobClass, ArrayNode items) {
        item(items, "ABOLISH")
                .putObject("jobClass")
                .put("id", ids.jobClass(jobClass).toString())
                .put("jobCode", jobClass.last().jobCode())
                .putObject("set");
    }

    private void carry(ObjectNode item, Grade grade) {
        item.putObject("gradeAssignment").put("gradeId", newGrade(grade)).put("grade", grade.name());
    }

    private String newGrade(Grade grade) {
        return Objects.requireNonNull(newGrades.get(grade.name())).toString();
    }
}
