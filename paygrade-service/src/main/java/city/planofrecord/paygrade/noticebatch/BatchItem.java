package city.planofrecord.paygrade.noticebatch;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

import city.planofrecord.chassis.timeline.ActKind;
import city.planofrecord.paygrade.code.GradeCode;

/** One change of the pay plan that an item of a notice makes. They are recorded in the order in which they stand here. */
sealed interface BatchItem {

    /** Number of the item in the notice. */
    int item();

    /** First day of the change. */
    LocalDate from();

    /** Id of the schedule, the grade or the class that it changes. */
    UUID thing();

    record EstablishSchedule(int item, LocalDate from, UUID thing, String letter, Map<String, JsonNode> set)
            implements BatchItem {}

    record EstablishGrade(
            int item, LocalDate from, UUID thing, GradeCode code, UUID schedule, Map<String, JsonNode> set)
            implements BatchItem {}

    record AdjustRange(int item, LocalDate from, UUID thing, Map<String, JsonNode> set) implements BatchItem {}

    record EstablishAssignment(
            int item, LocalDate from, UUID thing, UUID grade, GradeCode code, Map<String, JsonNode> set)
            implements BatchItem {}

    record AmendAssignment(int item, LocalDate from, UUID thing, UUID grade, GradeCode code, Map<String, JsonNode> set)
            implements BatchItem {}

    record AbolishAssignment(int item, LocalDate from, UUID thing) implements BatchItem {}

    record AbolishGrade(int item, LocalDate from, UUID thing) implements BatchItem {}

    record AbolishSchedule(int item, LocalDate from, UUID thing) implements BatchItem {}

    /** In which of three ledgers the thing stands. */
    enum Kind {
        SCHEDULE,
        GRADE,
        ASSIGNMENT
    }

    default Kind kind() {
        return switch (this) {
            case EstablishSchedule _, AbolishSchedule _ -> Kind.SCHEDULE;
            case EstablishGrade _, AdjustRange _, AbolishGrade _ -> Kind.GRADE;
            case EstablishAssignment _, AmendAssignment _, AbolishAssignment _ -> Kind.ASSIGNMENT;
        };
    }

    default ActKind act() {
        return switch (this) {
            case EstablishSchedule _, EstablishGrade _, EstablishAssignment _ -> ActKind.ESTABLISHED;
            case AdjustRange _, AmendAssignment _ -> ActKind.AMENDED;
            case AbolishAssignment _, AbolishGrade _, AbolishSchedule _ -> ActKind.ABOLISHED;
        };
    }

    /** The fields of the image that it sets. */
    default Map<String, JsonNode> fields() {
        return switch (this) {
            case EstablishSchedule item -> item.set();
            case EstablishGrade item -> item.set();
            case AdjustRange item -> item.set();
            case EstablishAssignment item -> item.set();
            case AmendAssignment item -> item.set();
            case AbolishAssignment _, AbolishGrade _, AbolishSchedule _ -> Map.of();
        };
    }

    /** Place in the order of recording: establish, assign, abolish, each from what bears to what rests on it or back. */
    default int order() {
        return switch (this) {
            case EstablishSchedule _ -> 0;
            case EstablishGrade _ -> 1;
            case AdjustRange _ -> 2;
            case EstablishAssignment _ -> 3;
            case AmendAssignment _ -> 4;
            case AbolishAssignment _ -> 5;
            case AbolishGrade _ -> 6;
            case AbolishSchedule _ -> 7;
        };
    }

    /** The ids that it speaks of. */
    default Set<UUID> ids() {
        return switch (this) {
            case EstablishGrade item -> Set.of(item.thing(), item.schedule());
            case EstablishAssignment item -> Set.of(item.thing(), item.grade());
            case AmendAssignment item -> Set.of(item.thing(), item.grade());
            case EstablishSchedule _, AdjustRange _, AbolishAssignment _, AbolishGrade _, AbolishSchedule _ ->
                Set.of(thing());
        };
    }

    /** The letter or grade that it gives a name by, empty where it names nothing anew. */
    default Set<String> names() {
        return switch (this) {
            case EstablishSchedule item -> Set.of(item.letter());
            case EstablishGrade item -> Set.of(item.code().canonical());
            case AdjustRange _,
                    EstablishAssignment _,
                    AmendAssignment _,
                    AbolishAssignment _,
                    AbolishGrade _,
                    AbolishSchedule _ -> Set.of();
        };
    }
}
