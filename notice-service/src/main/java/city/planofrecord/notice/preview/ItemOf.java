package city.planofrecord.notice.preview;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An item, by its notice and number. */
@Schema(name = "ItemOfNotice")
public record ItemOf(
        @Schema(examples = "1341") String notice,
        @Schema(examples = "4") int item) {}
