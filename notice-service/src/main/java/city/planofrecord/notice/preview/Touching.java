package city.planofrecord.notice.preview;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import city.planofrecord.notice.notice.ItemIds;
import city.planofrecord.notice.notice.Notice;
import city.planofrecord.notice.notice.ProposedAction;
import city.planofrecord.notice.notice.ProposedAction.ClassChange;
import city.planofrecord.notice.notice.ProposedItem;
import city.planofrecord.notice.notice.Terms;

/**
 * Which items of other notices touch the same class, job code, title, grade or schedule. Two items that only mention one
 * thing, such as two classes that get the same grade, do not touch each other; one that changes it and one that mentions it do.
 */
public final class Touching {

    private static final String CLASS = "class ";

    private final Map<String, List<ItemOf>> changing = new HashMap<>();
    private final Map<String, List<ItemOf>> mentioning = new HashMap<>();

    /** @param others their items that are open or approved count */
    public Touching(List<Notice> others) {
        for (var notice : others) {
            for (var item : live(notice)) {
                var by = new ItemOf(notice.number(), item.item());
                var things = of(item, notice.course(item.item()).ids());
                things.changed().forEach(thing -> add(changing, thing, by));
                things.mentioned().forEach(thing -> add(mentioning, thing, by));
            }
        }
    }

    /** An item of another notice that touches the same. */
    @Schema(name = "AlsoTouchedBy")
    public record Also(
            ItemOf item,
            @Schema(examples = "[\"job code CS2154\"]") List<String> by) {}

    private record Things(Set<String> changed, Set<String> mentioned) {}

    /** The items that were not denied, and that the Council has not refused to enact, as approved where they were. */
    static List<ProposedItem> live(Notice notice) {
        var live = new ArrayList<ProposedItem>();
        for (var item : notice.draft().items()) {
            var decision = notice.course(item.item()).decision();
            var enactment = notice.course(item.item()).enactment();
            if (enactment != null && enactment.isRefused()) {
                continue;
            }
            if (decision == null) {
                live.add(item);
            } else {
                switch (decision.outcome()) {
                    case APPROVED, APPROVED_AS_AMENDED -> live.add(notice.asDecided(item, decision));
                    case CONTINUED -> live.add(item);
                    case DENIED -> {}
                }
            }
        }
        return live;
    }

    private static void add(Map<String, List<ItemOf>> map, String thing, ItemOf by) {
        map.computeIfAbsent(thing, _ -> new ArrayList<>()).add(by);
    }

    /** The others' items that touch what the item touches, and by what. */
    public List<Also> with(ProposedItem item, ItemIds ids) {
        var found = new LinkedHashMap<ItemOf, Set<String>>();
        var things = of(item, ids);
        for (var thing : things.changed()) {
            changing.getOrDefault(thing, List.of()).forEach(by -> add(found, by, thing));
            mentioning.getOrDefault(thing, List.of()).forEach(by -> add(found, by, thing));
        }
        for (var thing : things.mentioned()) {
            changing.getOrDefault(thing, List.of()).forEach(by -> add(found, by, thing));
        }
        return found.entrySet().stream()
                .map(one -> new Also(one.getKey(), List.copyOf(one.getValue())))
                .toList();
    }

    private static void add(Map<ItemOf, Set<String>> found, ItemOf by, String thing) {
        found.computeIfAbsent(by, _ -> new LinkedHashSet<>()).add(thing.startsWith(CLASS) ? "class" : thing);
    }

    private static Things of(ProposedItem item, ItemIds ids) {
        var changed = new LinkedHashSet<String>();
        var mentioned = new LinkedHashSet<String>();
        if (item.present() != null) {
            named(item.present(), changed, mentioned);
        }
        if (item.proposed() != null) {
            named(item.proposed(), changed, mentioned);
        }
        jobClass(changed, ids.jobClass());
        item.action().ifPresent(action -> grades(action, changed, mentioned));
        mentioned.removeAll(changed);
        return new Things(changed, mentioned);
    }

    private static void jobClass(Set<String> changed, @Nullable UUID id) {
        if (id != null) {
            changed.add(CLASS + id);
        }
    }

    private static void named(Terms terms, Set<String> changed, Set<String> mentioned) {
        if (terms.jobCode() != null) {
            changed.add(code(terms.jobCode()));
        }
        if (terms.title() != null) {
            changed.add("title " + terms.title().toLowerCase(Locale.ROOT));
        }
        if (terms.grade() != null) {
            mentioned.add("grade " + GradesAfter.canonical(terms.grade()));
        }
        if (terms.inPlaceOf() != null) {
            terms.inPlaceOf().forEach(one -> mentioned.add(code(one)));
        }
        if (terms.into() != null) {
            terms.into().forEach(one -> mentioned.add(code(one)));
        }
    }

    private static String code(String jobCode) {
        return "job code " + jobCode;
    }

    private static void grades(ProposedAction action, Set<String> changed, Set<String> mentioned) {
        switch (action) {
            case ProposedAction.Revise revise -> graded(revise.change(), mentioned);
            case ProposedAction.Establish establish ->
                mentioned.add("schedule " + establish.grade().schedule());
            case ProposedAction.Abolish _ -> {}
            case ProposedAction.EstablishSchedule establish -> changed.add("schedule " + establish.schedule());
            case ProposedAction.AbolishSchedule abolish -> changed.add("schedule " + abolish.schedule());
            case ProposedAction.EstablishGrade establish -> {
                changed.add("grade " + establish.grade().canonical());
                mentioned.add("schedule " + establish.grade().schedule());
            }
            case ProposedAction.AdjustRange adjust ->
                changed.add("grade " + adjust.grade().canonical());
            case ProposedAction.AbolishGrade abolish ->
                changed.add("grade " + abolish.grade().canonical());
        }
    }

    private static void graded(ClassChange change, Set<String> mentioned) {
        if (change.grade() != null) {
            mentioned.add("schedule " + change.grade().schedule());
        }
    }
}
