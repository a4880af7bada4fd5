package city.planofrecord.notice.impact;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import city.planofrecord.notice.impact.ImpactFinding.Kind;
import city.planofrecord.notice.preview.ClassBeforeAndAfter;
import city.planofrecord.notice.preview.ClassImage;

/** Specifications elsewhere that name a class by a title that nobody bears any more. */
final class NamingImpact {

    private final PlanState after;
    private final List<ClassBeforeAndAfter> touched;

    NamingImpact(PlanState after, List<ClassBeforeAndAfter> touched) {
        this.after = after;
        this.touched = touched;
    }

    private record Lost(UUID id, String title, String key, ClassBeforeAndAfter by) {}

    List<ImpactFinding> findings() {
        var borne = new HashSet<String>();
        after.classes().values().forEach(one -> borne.add(key(one.title())));
        var lost = lost(borne);
        var found = new ArrayList<ImpactFinding>();
        if (lost.isEmpty()) {
            return found;
        }
        after.classes().forEach((id, one) -> {
            var distinguished = new HashSet<String>();
            one.texts().distinguishedFrom().forEach(title -> distinguished.add(key(title)));
            var experience = one.texts().experience();
            var text = experience == null ? "" : key(experience);
            if (!distinguished.isEmpty() || !text.isEmpty()) {
                lost.stream()
                        .filter(title -> !title.id().equals(id))
                        .forEach(title ->
                                name(one, title, distinguished, text, borne).ifPresent(found::add));
            }
        });
        return found;
    }

    private List<Lost> lost(Set<String> borne) {
        var lost = new ArrayList<Lost>();
        for (var one : touched) {
            var before = one.before();
            if (before != null
                    && (one.after() == null || one.changed().contains("title"))
                    && !borne.contains(key(before.title()))) {
                lost.add(new Lost(one.id(), before.title(), key(before.title()), one));
            }
        }
        return lost;
    }

    private static Optional<ImpactFinding> name(
            ClassImage one, Lost lost, Set<String> distinguished, String experience, Set<String> borne) {
        if (distinguished.contains(lost.key())) {
            return Optional.of(finding(one, lost, "distinguished from " + lost.title()));
        }
        if (experience.contains(lost.key()) && names(experience, lost.key(), borne)) {
            var atLevel = experience.contains("at the level of");
            return Optional.of(
                    finding(one, lost, "experience " + (atLevel ? "at the level of " : "as ") + lost.title()));
        }
        return Optional.empty();
    }

    /** As words of its own, and not within a longer title that a class bears. */
    private static boolean names(String text, String title, Set<String> borne) {
        var rest = text;
        for (var longer : borne) {
            if (longer.length() > title.length() && longer.contains(title)) {
                rest = rest.replace(longer, "");
            }
        }
        for (var at = rest.indexOf(title); at >= 0; at = rest.indexOf(title, at + 1)) {
            var end = at + title.length();
            if ((at == 0 || !Character.isLetterOrDigit(rest.charAt(at - 1)))
                    && (end == rest.length() || !Character.isLetterOrDigit(rest.charAt(end)))) {
                return true;
            }
        }
        return false;
    }

    private static ImpactFinding finding(ClassImage one, Lost lost, String found) {
        var next = lost.by().after();
        return new ImpactFinding(
                next == null ? Kind.NAMES_ABOLISHED_CLASS : Kind.NAMES_RETITLED_CLASS,
                lost.by().by(),
                "specification of " + one.jobCode(),
                found,
                next == null ? null : next.title(),
                "The specification of " + one.title() + " would name a class that "
                        + (next == null ? "is there no more." : "bears another title by then.")
                        + " Respecify it in the same notice or correct it after.");
    }

    private static String key(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
