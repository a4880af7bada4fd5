package city.planofrecord.classification.classcomparison;

import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A text on both sides, absent where there is none.
 *
 * @param words empty where there is one text only, or no difference
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "DiffText")
public record TextDiff(@Nullable String before, @Nullable String after, List<WordRun> words) {

    static TextDiff of(@Nullable String before, @Nullable String after, Effort effort) {
        return new TextDiff(
                before,
                after,
                before == null || after == null || same(before, after)
                        ? List.of()
                        : WordComparison.runs(before, after, effort));
    }

    /** Whether the texts differ in nothing but white space. */
    static boolean same(@Nullable String before, @Nullable String after) {
        return Objects.equals(before, after)
                || (before != null && after != null && Word.collapsed(before).equals(Word.collapsed(after)));
    }

    boolean differs() {
        return !same(before, after);
    }
}
