package city.planofrecord.notice.posting;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Optional;

import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;
import city.planofrecord.notice.notice.Notice;

/**
 * When a draft can have been posted: not in the future, not before its date or the edition before it, and while the public
 * can still do what it is told that it may.
 */
final class PostingTime {

    private PostingTime() {}

    /**
     * @param former the edition whose place it takes; empty for the first
     * @param now the city's time
     * @throws Refused (422) where the time cannot be
     */
    static void require(Notice notice, Optional<Notice> former, OffsetDateTime at, OffsetDateTime now, ZoneId zone) {
        var wrong = new ArrayList<Violation>();
        if (at.isAfter(now)) {
            wrong.add(violation(
                    at,
                    "That time has not come yet in the city. Record the posting when it has happened.",
                    "at " + now + " or earlier"));
        }
        var date = notice.draft().date();
        if (date != null && at.atZoneSameInstant(zone).toLocalDate().isBefore(date)) {
            wrong.add(violation(
                    at,
                    "The notice bears the date " + date + " and cannot have been posted before it. Correct one.",
                    "on " + date + " or later"));
        }
        former.flatMap(edition -> edition.whenPosted())
                .filter(posting -> at.isBefore(posting.postedAt()))
                .ifPresent(posting -> wrong.add(violation(
                        at,
                        "The edition before was posted only at " + posting.postedAt() + ".",
                        "at " + posting.postedAt() + " or later")));
        notice.draft()
                .commentsUntil()
                .filter(until -> !at.isBefore(until))
                .ifPresent(until -> wrong.add(violation(
                        at, "Comments would have closed at " + until + ", before it was posted.", "before " + until)));
        notice.draft()
                .speakersUntil()
                .filter(until -> !at.isBefore(until))
                .ifPresent(until -> wrong.add(violation(
                        at,
                        "Requests to speak would have closed at " + until + ", before it was posted.",
                        "before " + until)));
        if (!wrong.isEmpty()) {
            throw Refused.invalid(wrong);
        }
    }

    private static Violation violation(OffsetDateTime at, String message, String expected) {
        return Violation.at("/at", message, at.toString(), expected);
    }
}
