package city.planofrecord.notice.notice;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which edition this one takes the place of once it is posted, and why. */
@Schema(name = "NoticeSupersession")
public record Supersession(
        @Schema(examples = "1") int edition,

        @Schema(examples = "The range of item 4 was printed wrongly.")
        String reason) {}
