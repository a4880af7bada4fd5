package city.planofrecord.paygrade.payschedule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.dated.NextChange;
import city.planofrecord.chassis.http.HasRevision;
import city.planofrecord.chassis.ledger.Authority;
import city.planofrecord.paygrade.code.Notation;

/**
 * A schedule on a day, with its own dates.
 *
 * @param effectiveFrom inclusive
 * @param effectiveUntil exclusive; absent where there is no end
 */
@Schema(name = "PaySchedule")
public record PayScheduleView(
        UUID id,
        @Schema(examples = "S") String schedule,
        @Nullable String name,

        @Schema(implementation = Notation.class, description = "How documents write its grades: 809-A or A-809")
        Notation notation,

        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveUntil,
        Instant recordedAt,
        UUID act,
        Authority authority,
        @Nullable NextChange nextChange,
        long revision)
        implements HasRevision {}
