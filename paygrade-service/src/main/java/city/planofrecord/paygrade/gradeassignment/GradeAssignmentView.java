package city.planofrecord.paygrade.gradeassignment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.dated.NextChange;
import city.planofrecord.chassis.http.HasRevision;
import city.planofrecord.chassis.ledger.Authority;

/**
 * The grade that a class carries on a day.
 *
 * @param jobCode of the day; absent where the class has not been heard of yet
 * @param title of the day
 * @param grade as documents of the day write it
 * @param effectiveFrom inclusive
 * @param effectiveUntil exclusive; absent where there is no end
 */
@Schema(name = "GradeAssignment")
public record GradeAssignmentView(
        UUID classId,
        @Nullable @Schema(examples = "CS2155") String jobCode,
        @Nullable String title,
        UUID gradeId,
        @Schema(examples = "614-S") String grade,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveUntil,
        Instant recordedAt,
        UUID act,
        Authority authority,
        @Nullable NextChange nextChange,
        long revision)
        implements HasRevision {}
