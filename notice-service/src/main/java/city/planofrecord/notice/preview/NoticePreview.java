package city.planofrecord.notice.preview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

import jakarta.inject.Singleton;

import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;
import city.planofrecord.notice.notice.Application.FateState;
import city.planofrecord.notice.notice.Notice;
import city.planofrecord.notice.notice.ProposedItem;
import city.planofrecord.notice.publishgate.NoticeCheck;
import city.planofrecord.notice.publishgate.WholePlan;

/** Works out what notices would make of the plan, each from its decided day, or the one that its hearing lets expect. */
@Singleton
public class NoticePreview {

    private final NoticeCheck check;

    NoticePreview(NoticeCheck check) {
        this.check = check;
    }

    /**
     * The plan after the notices, which are carried out by their effective dates, and in the order given where they count
     * from the same day.
     *
     * @throws Refused (422) where the day of an item is neither decided nor to be expected
     */
    public PlanAfter after(WholePlan plan, List<Notice> notices) {
        var batches = new ArrayList<Batch>();
        notices.forEach(notice -> batches.addAll(batches(notice)));
        batches.sort(Comparator.comparing(Batch::effective));
        var after = new PlanAfter(plan);
        batches.forEach(after::carryOut);
        return after;
    }

    /** From when the notice counts: as decided, else as its hearing lets expect. */
    public LocalDate effective(Notice notice) {
        var decided = notice.effectiveDate();
        return decided != null ? decided.date() : expected(notice);
    }

    private LocalDate expected(Notice notice) {
        return check.expectedEffective(notice)
                .orElseThrow(() -> Refused.invalid(List.of(Violation.at(
                        "/hearing/at",
                        "From when notice " + notice.number()
                                + " would count is not known: it says no date, or no hearing after it. Add them first.",
                        null,
                        "a hearing on or after the date of the notice"))));
    }

    private record Days(LocalDate effective, LocalDate present) {}

    private List<Batch> batches(Notice notice) {
        var byDay = new TreeMap<Days, List<ProposedItem>>(
                Comparator.comparing(Days::effective).thenComparing(Days::present));
        for (var item : Touching.live(notice)) {
            byDay.computeIfAbsent(days(notice, item), _ -> new ArrayList<>()).add(item);
        }
        return byDay.entrySet().stream()
                .map(one -> new Batch(
                        notice.number(), one.getKey().effective(), one.getKey().present(), one.getValue()))
                .toList();
    }

    // What the registers have recorded is in the plan already; what was there before it is read the day before.
    private Days days(Notice notice, ProposedItem item) {
        var course = notice.course(item.item());
        var effective = course.effectiveDate() == null ? expected(notice) : course.effectiveDate();
        var application = course.application();
        return application != null && application.state() == FateState.APPLIED
                ? new Days(effective, effective.minusDays(1))
                : new Days(effective, effective);
    }
}
