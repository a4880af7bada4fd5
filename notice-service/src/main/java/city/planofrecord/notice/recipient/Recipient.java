package city.planofrecord.notice.recipient;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somebody to tell, once however often they wrote. */
@Schema(description = "Somebody to tell, once however often they wrote: personal data")
record Recipient(
        @Schema(examples = "Pat Rivera") String name,
        @Nullable @Schema(examples = "720-555-0142") String phone,

        @Nullable @Schema(examples = "pat.rivera@example.org")
        String address,

        @Schema(description = "As what they wrote") List<As> as) {

    /** As what somebody wrote. */
    @Schema(name = "RecipientAs")
    enum As {
        COMMENTER,
        SPEAKER
    }
}
