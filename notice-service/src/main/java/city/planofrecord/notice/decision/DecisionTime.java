package city.planofrecord.notice.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;
import city.planofrecord.notice.notice.ItemDecision;
import city.planofrecord.notice.notice.Notice;
import city.planofrecord.notice.notice.NoticeStatus;
import city.planofrecord.notice.notice.Rescheduling;

/** When a notice can be decided: once it was posted, on the day of its hearing or later, and not in the future. */
final class DecisionTime {

    private DecisionTime() {}

    /**
     * @param now the city's time
     * @throws Refused (409) where the notice waits for no decision, (422) where the day cannot be
     */
    static void require(Notice notice, LocalDate decidedOn, OffsetDateTime now, ZoneId zone) {
        switch (notice.status()) {
            case DRAFT ->
                throw new Refused(
                        ProblemKind.CONFLICT,
                        "Notice " + notice.number()
                                + " has not been posted, so it cannot be decided. Record its posting first.",
                        List.of(Violation.at("/decidedOn", "comes before the posting", decidedOn.toString(), null)));
            case APPROVED, DENIED, RESCINDED ->
                throw new Refused(
                        ProblemKind.CONFLICT,
                        "Notice " + notice.number() + " has been decided: it is " + notice.status() + ".");
            case WITHDRAWN ->
                throw new Refused(
                        ProblemKind.CONFLICT,
                        "Notice " + notice.number()
                                + " was withdrawn, so nothing of it can be decided. Propose the change in another notice.");
            case SUPERSEDED ->
                throw new Refused(
                        ProblemKind.CONFLICT,
                        "Edition " + notice.edition() + " of notice " + notice.number()
                                + " was superseded by an updated posting, which is decided in its place.");
            case POSTED, CONTINUED -> {}
        }
        if (decidedOn.isAfter(now.toLocalDate())) {
            throw refused(decidedOn, "That day has not come yet in the city.", now.toLocalDate() + " or earlier");
        }
        var posted = notice.whenPosted()
                .map(posting -> posting.postedAt().atZoneSameInstant(zone).toLocalDate())
                .orElseThrow();
        if (decidedOn.isBefore(posted)) {
            throw refused(decidedOn, "The notice was posted only on " + posted + ".", posted + " or later");
        }
        requireHeard(notice, decidedOn, now, zone);
    }

    private static void requireHeard(Notice notice, LocalDate decidedOn, OffsetDateTime now, ZoneId zone) {
        requireHeardAgain(notice);
        var at = hearing(notice);
        if (at == null) {
            return;
        }
        var heard = at.atZoneSameInstant(zone).toLocalDate();
        if (decidedOn.isBefore(heard)) {
            throw refused(decidedOn, "The hearing is only on " + heard + ".", heard + " or later");
        }
        if (now.isBefore(at)) {
            throw refused(decidedOn, "The hearing begins only at " + at + ".", "once the hearing has begun");
        }
    }

    /** What was continued is decided only after another hearing. */
    private static void requireHeardAgain(Notice notice) {
        if (notice.status() != NoticeStatus.CONTINUED) {
            return;
        }
        var continuedAt = notice.open().stream()
                .flatMap(item -> Optional.ofNullable(notice.course(item.item()).decision()).stream())
                .map(ItemDecision::recordedAt)
                .max(Instant::compareTo)
                .orElseThrow();
        var set = notice.ownCourse().last().map(Rescheduling::recordedAt);
        if (set.isEmpty() || set.get().isBefore(continuedAt)) {
            throw new Refused(
                    ProblemKind.CONFLICT,
                    "Items of notice " + notice.number()
                            + " were continued and are to be heard again. Record their hearing first: POST /notices/"
                            + notice.number() + "/hearing.");
        }
    }

    private static @Nullable OffsetDateTime hearing(Notice notice) {
        var hearing = notice.asRescheduled().hearing();
        return hearing == null ? null : hearing.at();
    }

    private static Refused refused(LocalDate decidedOn, String message, String expected) {
        return Refused.invalid(List.of(Violation.at("/decidedOn", message, decidedOn.toString(), expected)));
    }
}
