package city.planofrecord.paygrade.noticebatch;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

import city.planofrecord.chassis.batch.Refusal;
import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.paygrade.code.GradeCode;
import city.planofrecord.paygrade.gradeassignment.GradeAssignments;
import city.planofrecord.paygrade.jobclass.AnnouncedClass;
import city.planofrecord.paygrade.jobclass.NameOfDay;
import city.planofrecord.paygrade.paygrade.PayGrades;
import city.planofrecord.paygrade.payrange.RangeImage;

/**
 * What an offered batch says to the pay plan.
 *
 * @param items in the order of recording
 * @param unreadable items whose content breaks a rule by itself
 * @param classes what the batch says of the classes it names
 */
record OfferedItems(List<BatchItem> items, List<Refusal> unreadable, List<AnnouncedClass> classes) {

    /** @throws IllegalArgumentException where the offer is not of the agreed form */
    static OfferedItems read(JsonNode offer) {
        var items = new ArrayList<BatchItem>();
        var unreadable = new ArrayList<Refusal>();
        var classes = new ArrayList<AnnouncedClass>();
        try {
            for (var item : offer.path("items")) {
                var number = item.path("item").asInt();
                try {
                    readItem(item).ifPresent(items::add);
                } catch (Refused e) {
                    unreadable.add(new Refusal(number, e.detail()));
                }
                announcedClass(item).ifPresent(classes::add);
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a date cannot be read: " + e.getMessage(), e);
        }
        items.sort(Comparator.comparingInt(BatchItem::order).thenComparingInt(BatchItem::item));
        return new OfferedItems(List.copyOf(items), List.copyOf(unreadable), List.copyOf(classes));
    }

    private static Optional<BatchItem> readItem(JsonNode item) {
        var number = item.path("item").asInt();
        var from = LocalDate.parse(item.path("effectiveFrom").asText());
        return switch (item.path("kind").asText()) {
            case "ESTABLISH" ->
                item.has("gradeAssignment")
                        ? Optional.of(new BatchItem.EstablishAssignment(
                                number, from, jobClass(item), grade(item), code(item), carrying(item)))
                        : Optional.empty();
            case "REVISE" ->
                item.has("gradeAssignment")
                        ? Optional.of(new BatchItem.AmendAssignment(
                                number, from, jobClass(item), grade(item), code(item), carrying(item)))
                        : Optional.empty();
            case "ABOLISH" -> Optional.of(new BatchItem.AbolishAssignment(number, from, jobClass(item)));
            case "ESTABLISH_GRADE" -> Optional.of(establishGrade(number, from, item.path("payGrade")));
            case "ADJUST_RANGE" ->
                Optional.of(new BatchItem.AdjustRange(
                        number, from, id(item.path("payGrade"), "id"), range(item.path("payGrade"))));
            case "ABOLISH_GRADE" ->
                Optional.of(new BatchItem.AbolishGrade(number, from, id(item.path("payGrade"), "id")));
            case "ESTABLISH_SCHEDULE" -> Optional.of(establishSchedule(number, from, item.path("paySchedule")));
            case "ABOLISH_SCHEDULE" ->
                Optional.of(new BatchItem.AbolishSchedule(number, from, id(item.path("paySchedule"), "id")));
            default -> Optional.empty();
        };
    }

    private static BatchItem establishGrade(int number, LocalDate from, JsonNode grade) {
        var set = grade.path("set");
        var code = code(set.path("grade").asText());
        var schedule = id(set, "scheduleId");
        var fields = new HashMap<>(PayGrades.named(code, schedule));
        if (set.hasNonNull("range")) {
            fields.putAll(range(grade));
        }
        return new BatchItem.EstablishGrade(number, from, id(grade, "id"), code, schedule, Map.copyOf(fields));
    }

    private static BatchItem establishSchedule(int number, LocalDate from, JsonNode schedule) {
        var set = schedule.path("set");
        var letter = set.path("schedule").asText();
        if (!GradeCode.isSchedule(letter)) {
            throw refused("'" + letter + "' is no letter of a schedule");
        }
        var fields = new HashMap<String, JsonNode>();
        set.properties().stream()
                .filter(field -> List.of("schedule", "name", "notation").contains(field.getKey()))
                .filter(field -> field.getValue().isTextual())
                .forEach(field -> fields.put(field.getKey(), field.getValue()));
        return new BatchItem.EstablishSchedule(number, from, id(schedule, "id"), letter, Map.copyOf(fields));
    }

    private static Map<String, JsonNode> range(JsonNode grade) {
        return Map.of("range", RangeImage.of(RangeImage.read(grade.path("set").path("range"), "/range")));
    }

    private static UUID jobClass(JsonNode item) {
        return id(item.path("jobClass"), "id");
    }

    private static UUID grade(JsonNode item) {
        return id(item.path("gradeAssignment"), "gradeId");
    }

    private static GradeCode code(JsonNode item) {
        return code(item.path("gradeAssignment").path("grade").asText());
    }

    private static Map<String, JsonNode> carrying(JsonNode item) {
        return GradeAssignments.carrying(grade(item), code(item));
    }

    private static GradeCode code(String text) {
        return GradeCode.read(text).orElseThrow(() -> refused("'" + text + "' is no grade"));
    }

    private static UUID id(JsonNode node, String field) {
        return UUID.fromString(node.path(field).asText());
    }

    private static Refused refused(String reason) {
        return new Refused(ProblemKind.INVALID, reason);
    }

    private static Optional<AnnouncedClass> announcedClass(JsonNode item) {
        var jobClass = item.path("jobClass");
        if (!jobClass.isObject()) {
            return Optional.empty();
        }
        var set = jobClass.path("set");
        var code = set.path("jobCode").asText(jobClass.path("jobCode").asText());
        var title = set.path("title") instanceof TextNode text ? text.asText() : null;
        var says = item.path("kind").asText().equals("ESTABLISH") || set.has("jobCode") || title != null;
        return says && !code.isEmpty()
                ? Optional.of(new AnnouncedClass(
                        id(jobClass, "id"),
                        LocalDate.parse(item.path("effectiveFrom").asText()),
                        new NameOfDay(code, title)))
                : Optional.empty();
    }
}
