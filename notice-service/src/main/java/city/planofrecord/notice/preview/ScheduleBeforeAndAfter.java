package city.planofrecord.notice.preview;

import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That an item establishes or abolishes a schedule. */
@Schema(name = "PreviewOfSchedule")
public record ScheduleBeforeAndAfter(
        ItemOf by, @Schema(examples = "A") String schedule, LocalDate effectiveDate, boolean before, boolean after) {}
