package city.planofrecord.notice.notice;

import java.util.List;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * That a notice mends an error of another, which was approved.
 *
 * @param items which of its items; all of it where they are not named
 * @param as a correction where it does not say
 */
@Schema(description = "Another notice whose error this one mends")
public record Mending(
        @NotNull
        @Pattern(regexp = DraftBody.NUMBER, message = "is no number: 1 to 40 letters, digits, '.' and '-'")
        @Schema(examples = "1341")
        String notice,

        @Nullable @Size(min = 1, max = 500) @Schema(examples = "[4]")
        List<@NotNull @Min(1) Integer> items,

        @Nullable @Size(min = 1, max = 500) @Schema(examples = "Career Service Rule 7-37 A")
        String citation,

        As as) {

    /** How one notice mends another. */
    @Schema(name = "MendingAs")
    public enum As {
        /** It says what the other should have said. */
        CORRECTION,
        /** It changes further what the other changed. */
        FURTHER_NOTICE
    }

    public Mending(String notice, @Nullable List<Integer> items, @Nullable String citation, @Nullable As as) {
        this.notice = notice;
        this.items = items == null ? null : List.copyOf(items);
        this.citation = citation;
        this.as = as == null ? As.CORRECTION : as;
    }
}
