package city.planofrecord.notice.notice;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** What an item does to the plan, with everything that doing it needs. */
public sealed interface ProposedAction {

    /** What of a class an item changes; what it leaves is absent. */
    record ClassChange(
            @Nullable String jobCode,
            @Nullable String title,
            @Nullable GradeName grade,
            @Nullable ObjectNode specification,
            @Nullable String occupationalGroup,
            @Nullable String series,
            Terms.@Nullable FlsaStatus flsaStatus,
            Terms.@Nullable FlsaExemption flsaExemption,
            Terms.@Nullable Eeo4Category eeo4Category,
            Terms.@Nullable SocCode socCode,
            List<String> inPlaceOf,
            List<String> into) {

        public ClassChange {
            inPlaceOf = List.copyOf(inPlaceOf);
            into = List.copyOf(into);
        }
    }

    record Revise(String jobCode, ClassChange change) implements ProposedAction {}

    record Establish(String jobCode, String title, GradeName grade, ClassChange terms) implements ProposedAction {}

    /** @param into the classes that its positions go to */
    record Abolish(String jobCode, List<String> into) implements ProposedAction {

        public Abolish {
            into = List.copyOf(into);
        }
    }

    record EstablishSchedule(String schedule, @Nullable String name) implements ProposedAction {}

    record AbolishSchedule(String schedule) implements ProposedAction {}

    record EstablishGrade(GradeName grade, PrintedRange range) implements ProposedAction {}

    record AdjustRange(GradeName grade, PrintedRange range) implements ProposedAction {}

    record AbolishGrade(GradeName grade) implements ProposedAction {}
}
