package city.planofrecord.paygrade.gradeassignment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.event.Ids;
import city.planofrecord.chassis.timeline.Act;
import city.planofrecord.chassis.timeline.ActKind;
import city.planofrecord.chassis.timeline.Timeline;
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

    /** The timeline that the acts make. */
    static Timeline<JsonNode> timeline(List<AssignmentAct> acts) {
        var made = new ArrayList<Act<JsonNode>>();
        for (var act : acts) {
            made.add(new Act<>(
                    Ids.next(), made.size() + 1L, act.kind(), act.from(), null, act.set(), act.exists(), null));
        }
        return Timeline.of(made);
    }
}
