package city.planofrecord.notice.notice;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import city.planofrecord.notice.noticedocument.Lines;
import city.planofrecord.notice.noticedocument.Severity;

/**
 * What was doubtful when the document of a draft was read.
 *
 * @param code from the enumeration of the reader of notices or of that of specifications
 * @param lines of the document, or of the attachment's own where it has one
 * @param pointer JSON pointer of the value in the notice as it was read, where there is one
 * @param id by which it is known in its notice for ever; a draft gives one to each finding that has none
 * @param attachment key of the attachment whose own document it is about
 * @param settlement absent while the doubt is not settled
 */
public record DraftFinding(
        Severity severity,
        @Schema(examples = "TORN_COLUMNS_MATCHED") String code,
        String message,
        @Nullable Lines lines,
        @Nullable String pointer,

        @Nullable @Schema(examples = "3", description = "The finding's number in its notice, which stays")
        Integer id,

        @Nullable @Schema(description = "Key of the attachment whose own document it is about")
        String attachment,

        @Nullable Settlement settlement) {

    public DraftFinding(
            Severity severity, String code, String message, @Nullable Lines lines, @Nullable String pointer) {
        this(severity, code, message, lines, pointer, null, null, null);
    }

    DraftFinding numbered(int number) {
        return new DraftFinding(severity, code, message, lines, pointer, number, attachment, settlement);
    }

    public DraftFinding settled(Settlement how) {
        return new DraftFinding(severity, code, message, lines, pointer, id, attachment, how);
    }

    public DraftFinding unsettled() {
        return new DraftFinding(severity, code, message, lines, pointer, id, attachment, null);
    }

    public DraftFinding ofAttachment(String key) {
        return new DraftFinding(severity, code, message, lines, pointer, id, key, settlement);
    }

    public DraftFinding pointingTo(@Nullable String place) {
        return new DraftFinding(severity, code, message, lines, place, id, attachment, settlement);
    }

    @JsonIgnore
    public boolean isSettled() {
        return settlement != null;
    }

    /** Whether the notice must not be posted before it is settled; what only tells how a fact was reached need not be. */
    @JsonIgnore
    public boolean isOpen() {
        return settlement == null && severity != Severity.INFO;
    }
}
