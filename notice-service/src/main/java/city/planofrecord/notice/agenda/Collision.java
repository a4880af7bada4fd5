package city.planofrecord.notice.agenda;

import java.time.OffsetDateTime;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import city.planofrecord.notice.noticerule.RuleName;

/** Dates that do not go together. */
@Schema(description = "Dates that do not go together")
public record Collision(
        Kind kind,
        @Schema(examples = "[\"1341\", \"1342\"]") List<String> notices,
        OffsetDateTime at,
        @Nullable String place,
        @Nullable RuleName rule,
        @Nullable String citation,
        String message) {

    public Collision {
        notices = List.copyOf(notices);
    }

    /** How dates collide. */
    @Schema(name = "CollisionKind")
    public enum Kind {
        /** Two hearings or more in one place at one time. */
        HEARINGS_OVERLAP,
        /** A deadline of the public that does not lie before the hearing. */
        DEADLINE_NOT_BEFORE_HEARING,
        /** A hearing or deadline on a day when the city's offices are closed. */
        ON_A_HOLIDAY,
        /** A hearing or deadline when the city's offices are not open, where their hours concern it. */
        OUTSIDE_OFFICE_HOURS
    }
}
