package city.planofrecord.classification.classcomparison;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of one item of a list.
 *
 * @param moved whether it also stands elsewhere among the others; of one that is MOVED nothing else changed
 * @param words what changed in its text; empty where nothing did
 * @param items what became of those that a duty lists
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "DiffItem")
public record ItemDiff(
        Change change,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean moved,
        @Nullable ItemText before,
        @Nullable ItemText after,
        List<WordRun> words,
        List<ItemDiff> items) {

    /**
     * An item as it stands on one side.
     *
     * @param position from 1
     * @param name of a competency or a physical demand
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "DiffItemText")
    public record ItemText(int position, @Nullable String name, String text) {

        static ItemText of(List<Item> items, int place) {
            var item = items.get(place);
            return new ItemText(place + 1, item.name(), item.text());
        }
    }
}
