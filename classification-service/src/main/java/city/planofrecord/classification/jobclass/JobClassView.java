package city.planofrecord.classification.jobclass;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.dated.NextChange;
import city.planofrecord.chassis.http.HasRevision;
import city.planofrecord.chassis.ledger.Authority;
import city.planofrecord.classification.jobclass.JobClasses.FormerJobCode;
import city.planofrecord.classification.specification.ClassSpecification;

/**
 * A class on a day, with its own dates.
 *
 * @param effectiveFrom inclusive
 * @param effectiveUntil exclusive; absent where there is no end
 * @param grade the grade of the day as paygrade-service has told it; absent where it has told none
 */
@Schema(name = "JobClass")
public record JobClassView(
        UUID id,
        String jobCode,
        List<FormerJobCode> formerJobCodes,
        String title,
        @Nullable String occupationalGroup,
        @Nullable String series,
        @Nullable FlsaStatus flsaStatus,
        @Nullable FlsaExemption flsaExemption,
        @Nullable Eeo4Category eeo4Category,
        @Nullable SocCode socCode,
        @Nullable ClassSpecification specification,
        @Nullable List<String> inPlaceOf,
        @Nullable List<String> into,
        @Nullable HeardGrade grade,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveUntil,
        Instant recordedAt,
        UUID act,
        Authority authority,
        @Nullable NextChange nextChange,
        long revision)
        implements HasRevision {

    /**
     * A grade as it was told.
     *
     * @param recordedAt when paygrade-service recorded it
     * @param receivedAt when it was known here
     */
    public record HeardGrade(
            String grade,
            LocalDate effectiveFrom,
            @Nullable LocalDate effectiveUntil,
            Instant recordedAt,
            Instant receivedAt) {}
}
