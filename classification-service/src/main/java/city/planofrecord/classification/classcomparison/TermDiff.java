package city.planofrecord.classification.classcomparison;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of a term of the class, such as its title.
 *
 * @param before as written; absent where the class has no such term
 * @param parts of a grade: its schedule and its number
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "DiffTerm")
public record TermDiff(
        @Schema(examples = "title") String term,
        Change change,
        @Nullable JsonNode before,
        @Nullable JsonNode after,
        List<TermDiff> parts) {}
