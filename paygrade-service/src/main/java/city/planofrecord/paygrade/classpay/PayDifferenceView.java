package city.planofrecord.paygrade.classpay;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Days about which something else is believed than was.
 *
 * @param jobCode as is believed; as was, where the class is believed to have no pay
 * @param from inclusive
 * @param until exclusive; absent where there is no end
 * @param before what was believed; null for no pay
 * @param after what is believed; null for no pay
 * @param because the facts that are believed and were not
 */
@Schema(name = "PayDifference")
public record PayDifferenceView(
        UUID classId,
        @Schema(examples = "CA2434") String jobCode,
        LocalDate from,
        @Nullable LocalDate until,
        List<PayChange> changes,
        @JsonInclude @Nullable PayView before,
        @JsonInclude @Nullable PayView after,
        List<Cause> because) {}
