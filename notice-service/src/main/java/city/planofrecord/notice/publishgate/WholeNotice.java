package city.planofrecord.notice.publishgate;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import city.planofrecord.notice.jobclass.HeardClass;
import city.planofrecord.notice.notice.GradeName;
import city.planofrecord.notice.notice.ProposedAction;
import city.planofrecord.notice.notice.ProposedItem;

/** What all items together do, so that each is judged by the end state. */
final class WholeNotice {

    private final Set<String> changedCodes = new HashSet<>();
    private final Set<String> freedCodes = new HashSet<>();
    private final Set<String> givenCodes = new HashSet<>();
    private final Set<String> givenTitles = new HashSet<>();
    private final Set<String> newGrades = new HashSet<>();
    private final Set<String> goneGrades = new HashSet<>();
    private final Set<String> newSchedules = new HashSet<>();
    private final Set<String> goneSchedules = new HashSet<>();
    private final Map<String, Integer> abolishedCodes = new HashMap<>();

    WholeNotice(List<ProposedItem> items) {
        items.forEach(item -> item.action().ifPresent(action -> add(item.item(), action)));
    }

    private void add(int item, ProposedAction action) {
        switch (action) {
            case ProposedAction.Revise revise -> {
                changedCodes.add(revise.jobCode());
                if (revise.change().jobCode() != null) {
                    freedCodes.add(revise.jobCode());
                    givenCodes.add(revise.change().jobCode());
                }
                if (revise.change().title() != null) {
                    givenTitles.add(revise.change().title().toLowerCase(Locale.ROOT));
                }
            }
            case ProposedAction.Establish establish -> {
                givenCodes.add(establish.jobCode());
                givenTitles.add(establish.title().toLowerCase(Locale.ROOT));
            }
            case ProposedAction.Abolish abolish -> {
                changedCodes.add(abolish.jobCode());
                freedCodes.add(abolish.jobCode());
                abolishedCodes.putIfAbsent(abolish.jobCode(), item);
            }
            case ProposedAction.EstablishSchedule establish -> newSchedules.add(establish.schedule());
            case ProposedAction.AbolishSchedule abolish -> goneSchedules.add(abolish.schedule());
            case ProposedAction.AdjustRange _ -> {}
            case ProposedAction.EstablishGrade establish ->
                newGrades.add(establish.grade().canonical());
            case ProposedAction.AbolishGrade abolish ->
                goneGrades.add(abolish.grade().canonical());
        }
    }

    /** Whether an item takes the code from the class of the period, which bears it on the day for good. */
    boolean frees(String jobCode, HeardClass period, LocalDate day) {
        return freedCodes.contains(jobCode) && period.covers(day) && period.until() == null;
    }

    /** Whether an item changes or abolishes the class that bears the code. */
    boolean changes(String jobCode) {
        return changedCodes.contains(jobCode);
    }

    /** Whether a class bears the code after the notice because of it. */
    boolean gives(String jobCode) {
        return givenCodes.contains(jobCode);
    }

    /** The item that abolishes the class that bears the code. */
    Optional<Integer> abolishing(String jobCode) {
        return Optional.ofNullable(abolishedCodes.get(jobCode));
    }

    boolean titles(String title) {
        return givenTitles.contains(title.toLowerCase(Locale.ROOT));
    }

    boolean establishes(GradeName grade) {
        return newGrades.contains(grade.canonical());
    }

    boolean abolishes(GradeName grade) {
        return goneGrades.contains(grade.canonical());
    }

    boolean abolishes(String schedule) {
        return goneSchedules.contains(schedule);
    }

    boolean establishes(String schedule) {
        return newSchedules.contains(schedule);
    }
}
