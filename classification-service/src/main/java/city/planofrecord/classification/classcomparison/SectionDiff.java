package city.planofrecord.classification.classcomparison;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of a section that the specification has on one side at least.
 *
 * @param section the field of the specification that it fills
 * @param change ADDED where it came, REMOVED where it vanished; a section that says None is there
 * @param text where the section is one text
 * @param items where it is a list, every item of both sides
 * @param note what is said of the list as a whole
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "DiffSection")
public record SectionDiff(
        String section,
        Change change,
        SectionState before,
        SectionState after,
        @Nullable TextDiff text,
        List<ItemDiff> items,
        @Nullable TextDiff note) {}
