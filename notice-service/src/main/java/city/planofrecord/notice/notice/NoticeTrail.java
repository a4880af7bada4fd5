package city.planofrecord.notice.notice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.audit.Alteration;
import city.planofrecord.chassis.audit.Chain;
import city.planofrecord.chassis.audit.Trail;
import city.planofrecord.chassis.audit.Written;

/**
 * The record of a notice: whatever happens under one number, to any edition and by anybody, is entered into one chain of
 * the audit trail. No name, telephone number or address of the public may be entered.
 */
@Singleton
public class NoticeTrail {

    private final Trail trail;
    private final ObjectMapper json;

    NoticeTrail(Trail trail, ObjectMapper json) {
        this.trail = trail;
        this.json = json;
    }

    /** The chain of all that happens under a number. */
    public static Chain chain(String number) {
        return new Chain("notice", number);
    }

    /** Enters what became of an edition; null before it was drafted, and after its draft was deleted. */
    void changed(String number, int edition, @Nullable JsonNode before, @Nullable JsonNode after) {
        trail.add(chain(number), Alteration.between("/editions/" + edition, before, after));
    }

    /** Enters what was recorded beside an edition, once and for good, such as a decision on it. */
    public void added(Notice notice, String what, Object recorded) {
        trail.add(
                chain(notice.number()),
                List.of(new Alteration(
                        "/editions/" + notice.edition() + "/" + what, null, json.valueToTree(recorded))));
    }

    /**
     * Enters what the public wrote, or what became of it.
     *
     * @param kind such as {@code comments}
     * @param before null when it arrives
     */
    public void written(String number, String kind, UUID id, @Nullable Object before, Object after) {
        trail.add(chain(number), alterations(kind, id, before, after));
    }

    /**
     * What was done with something that the public wrote.
     *
     * @param nth how many times something was done with it, this included
     * @param act what was done, in words
     */
    public record Moderated(UUID id, Object before, Object after, long nth, Map<String, String> act) {

        public Moderated {
            act = Map.copyOf(act);
        }
    }

    /** Enters what was done with what the public wrote, each as an entry of its own. */
    public void allModerated(String number, String kind, List<Moderated> moderated) {
        var entries = moderated.stream()
                .map(one -> new Written(chain(number), alterations(kind, one)))
                .toList();
        if (!entries.isEmpty()) {
            // The first keeps others from the chain, which the rest needs.
            trail.add(entries.getFirst().chain(), entries.getFirst().alterations());
            trail.addAll(entries.subList(1, entries.size()));
        }
    }

    private List<Alteration> alterations(String kind, Moderated one) {
        var alterations = new ArrayList<>(alterations(kind, one.id(), one.before(), one.after()));
        alterations.add(
                new Alteration(place(kind, one.id()) + "/acts/" + one.nth(), null, json.valueToTree(one.act())));
        return alterations;
    }

    /**
     * Enters that it was erased who wrote about the notice; not who they were.
     *
     * @param submissions what they had written, which is kept
     * @param citation the rule by which it was
     */
    public void erased(String number, Collection<UUID> submissions, String citation) {
        var after = json.valueToTree(Map.of("erased", citation));
        trail.add(
                chain(number),
                submissions.stream()
                        .sorted()
                        .map(id -> new Alteration("/writers/" + id, TextNode.valueOf("KEPT"), after))
                        .toList());
    }

    private List<Alteration> alterations(String kind, UUID id, @Nullable Object before, Object after) {
        return Alteration.between(
                place(kind, id), before == null ? null : json.valueToTree(before), json.valueToTree(after));
    }

    private static String place(String kind, UUID id) {
        return "/" + kind + "/" + id;
    }
}
