package city.planofrecord.notice.noticedocument;

import java.util.EnumSet;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * One change that a notice proposes.
 *
 * @param item counted from 1 in the document's order
 * @param changes what a revision changes, in the order of {@link Change}; empty for any other kind
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DraftItem(
        int item,
        ItemKind kind,
        List<Change> changes,
        @Nullable ClassTerms present,
        @Nullable ClassTerms proposed) {

    public DraftItem {
        changes = List.copyOf(changes);
    }

    /** The item with its specification attached; a revision then respecifies as well. */
    DraftItem respecified(JsonNode specification) {
        var terms = (proposed == null ? ClassTerms.NONE : proposed).withSpecification(specification);
        if (kind != ItemKind.REVISE) {
            return new DraftItem(item, kind, changes, present, terms);
        }
        var more = EnumSet.of(Change.RESPECIFY);
        more.addAll(changes);
        return new DraftItem(item, kind, List.copyOf(more), present, terms);
    }
}
