package city.planofrecord.notice.enactment;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import city.planofrecord.notice.notice.Application.FateState;
import city.planofrecord.notice.noticerule.EnactmentMode;
import city.planofrecord.notice.registration.RevisedItem;

/** What becomes of items that were approved provisionally and that the Council refuses to enact. */
final class Lapse {

    private Lapse() {}

    /**
     * What has not taken effect yet is as if it had not been approved; what has ends on the day of the refusal, and is
     * void from its first day where the refusal came before.
     *
     * @param today of the city
     */
    static List<RevisedItem> of(Enactable enactable, LocalDate refusedOn, LocalDate today) {
        return enactable.of(EnactmentMode.PROVISIONAL).stream()
                .map(item -> of(enactable, item, refusedOn, today))
                .toList();
    }

    private static RevisedItem of(Enactable enactable, int item, LocalDate refusedOn, LocalDate today) {
        var course = enactable.notice().course(item);
        var effective = Objects.requireNonNull(course.effectiveDate());
        var application = course.application();
        var isRecorded = application != null && application.state() == FateState.APPLIED;
        return isRecorded && !effective.isAfter(today)
                ? new RevisedItem.Lapsed(item, refusedOn.isBefore(effective) ? effective : refusedOn)
                : new RevisedItem.Rescinded(item);
    }
}
