package city.planofrecord.paygrade.classpay;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A day on which what a class is paid becomes another.
 *
 * @param jobCode from the day on; the last one where the class has no pay any more
 * @param before null where there was none
 * @param after null where there is none
 * @param because the facts that begin or end that day
 */
@Schema(name = "UpcomingPay")
public record UpcomingView(
        LocalDate date,
        UUID classId,
        @Schema(examples = "CA2434") String jobCode,
        List<PayChange> changes,
        @JsonInclude @Nullable PayView before,
        @JsonInclude @Nullable PayView after,
        List<Cause> because) {}
