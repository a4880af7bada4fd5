package city.planofrecord.notice.notice;

import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import city.planofrecord.notice.noticedocument.Hearing;

/** A notice in a list. */
@Schema(description = "A notice in a list")
public record NoticeSummary(
        @Schema(examples = "1341") String number,
        int edition,
        NoticeStatus status,
        @Nullable LocalDate date,
        @Nullable String subject,
        @Nullable Posting posting,
        @Nullable Hearing hearing,
        @Nullable LocalDate effectiveDate,

        @Schema(description = "How many changes it proposes")
        int items,

        List<String> jobCodes) {}
