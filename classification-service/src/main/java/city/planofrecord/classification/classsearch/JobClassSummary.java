package city.planofrecord.classification.jobclass;

import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A class in a list: without its specification. */
@Schema(name = "JobClassSummary")
public record JobClassSummary(
        UUID id,
        String jobCode,
        String title,
        @Nullable String occupationalGroup,
        @Nullable String series,
        @Nullable FlsaStatus flsaStatus,
        @Nullable FlsaExemption flsaExemption,
        @Nullable Eeo4Category eeo4Category,
        @Nullable SocCode socCode,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveUntil,
        String href) {}
