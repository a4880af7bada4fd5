package city.planofrecord.paygrade.gradeassignment;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.timeline.Act;
import city.planofrecord.chassis.timeline.ActKind;
import city.planofrecord.paygrade.code.GradeCode;
import city.planofrecord.paygrade.paygrade.PayGrades;

/**
 * One act that an imported timeline comes to.
 *
 * @param things what no decided notice may hold
 */
record AssignmentAct(ActKind kind, LocalDate from, Map<String, JsonNode> set, Set<String> things) {

    static AssignmentAct carry(ActKind kind, LocalDate from, UUID grade, GradeCode code) {
        return new AssignmentAct(
                kind, from, GradeAssignments.carrying(grade, code), Set.of(grade.toString(), PayGrades.thing(code)));
    }

    static AssignmentAct end(LocalDate from) {
        return new AssignmentAct(ActKind.ABOLISHED, from, Map.of(), Set.of());
    }

    @Nullable
    Boolean exists() {
        return switch (kind) {
            case ESTABLISHED -> Boolean.TRUE;
            case ABOLISHED -> Boolean.FALSE;
            case AMENDED, CORRECTED, CANCELLED -> null;
        };
    }

    /** Whether the recorded act does what this one asks for. */
    boolean isDoneBy(Act<JsonNode> recorded) {
        return recorded.kind() == kind
                && recorded.from().equals(from)
                && recorded.set().equals(set);
    }
}
