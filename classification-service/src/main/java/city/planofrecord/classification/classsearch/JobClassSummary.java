package city.planofrecord.classification.classsearch;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.dated.NextChange;
import city.planofrecord.classification.classsearch.Highlights.Highlight;
import city.planofrecord.classification.jobclass.Eeo4Category;
import city.planofrecord.classification.jobclass.FlsaExemption;
import city.planofrecord.classification.jobclass.FlsaStatus;
import city.planofrecord.classification.jobclass.SocCode;

/**
 * A class in a list: without its specification.
 *
 * @param grade of the day, as paygrade-service has told it; absent where it has told none
 * @param nextChange the first day after the one asked for on which the class begins, changes or ends
 * @param highlights where the words that were asked for stand; absent where none were
 */
@Schema(name = "JobClassSummary")
record JobClassSummary(
        UUID id,
        String jobCode,
        String title,
        @Nullable String occupationalGroup,
        @Nullable String series,
        @Nullable FlsaStatus flsaStatus,
        @Nullable FlsaExemption flsaExemption,
        @Nullable Eeo4Category eeo4Category,
        @Nullable SocCode socCode,
        @Nullable String grade,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveUntil,
        @Nullable NextChange nextChange,
        @Nullable List<Highlight> highlights,
        String href) {}
