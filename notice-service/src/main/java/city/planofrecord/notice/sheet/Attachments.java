package city.planofrecord.notice.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;

import city.planofrecord.notice.notice.Draft;
import city.planofrecord.notice.notice.Draft.AttachedText;
import city.planofrecord.notice.notice.ProposedItem;

/** The specifications that a sheet shows: those attached to the notice, then those that only an item has. */
record Attachments(List<AttachedText> all, Map<Integer, List<Integer>> places) {

    static Attachments of(Draft draft) {
        var all = new ArrayList<>(draft.attachments());
        var attached = new HashSet<ObjectNode>();
        all.forEach(attachment -> attached.add(attachment.specification()));
        for (var item : draft.items()) {
            specification(item)
                    .filter(specification -> !attached.contains(specification))
                    .ifPresent(specification -> all.add(new AttachedText(
                            specification.path("title").asText("Item " + item.item()), item.item(), specification)));
        }
        var places = new HashMap<Integer, List<Integer>>();
        for (var i = 0; i < all.size(); i++) {
            var item = all.get(i).item();
            if (item != null) {
                places.computeIfAbsent(item, _ -> new ArrayList<>()).add(i + 1);
            }
        }
        return new Attachments(List.copyOf(all), Map.copyOf(places));
    }

    /** The places, from 1, of what belongs to an item. */
    List<Integer> placesOf(int item) {
        return places.getOrDefault(item, List.of());
    }

    private static Optional<ObjectNode> specification(ProposedItem item) {
        return item.proposed() == null
                ? Optional.empty()
                : Optional.ofNullable(item.proposed().specification());
    }
}
