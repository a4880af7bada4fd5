package city.planofrecord.paygrade.paygrade;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.dated.NextChange;
import city.planofrecord.chassis.http.HasRevision;
import city.planofrecord.chassis.ledger.Authority;
import city.planofrecord.paygrade.payrange.PayRangeView;

/**
 * A grade on a day, with its own dates.
 *
 * @param grade as documents of the day write it
 * @param range absent where the grade has none
 * @param effectiveFrom inclusive
 * @param effectiveUntil exclusive; absent where there is no end
 */
@Schema(name = "PayGrade")
public record PayGradeView(
        UUID id,
        @Schema(examples = "614-S") String grade,
        @Schema(examples = "S") String schedule,
        @Schema(examples = "614") String number,
        @Nullable PayRangeView range,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveUntil,
        Instant recordedAt,
        UUID act,
        Authority authority,
        @Nullable NextChange nextChange,
        long revision)
        implements HasRevision {}
