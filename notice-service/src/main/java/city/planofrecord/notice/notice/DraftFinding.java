package city.planofrecord.notice.notice;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import city.planofrecord.notice.noticedocument.Lines;
import city.planofrecord.notice.noticedocument.Severity;

/**
 * What was doubtful when the document of a draft was read.
 *
 * @param code from the enumeration of the reader of notices or of that of specifications
 * @param pointer JSON pointer of the value in the notice, where there is one
 */
public record DraftFinding(
        Severity severity,
        @Schema(examples = "TORN_COLUMNS_MATCHED") String code,
        String message,
        @Nullable Lines lines,
        @Nullable String pointer) {}
