package city.planofrecord.notice.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;

import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;
import city.planofrecord.notice.noticerule.NoticeRule;
import city.planofrecord.notice.noticerule.RulesInForce;

/**
 * The latest edition of a notice that the public knows, as far as deadlines need it.
 *
 * @param date that the notice bears
 * @param commentsUntil the last instant, included
 * @param speakersUntil the last instant, included
 */
public record PublicNotice(
        String number,
        int edition,
        NoticeStatus status,
        @Nullable LocalDate date,
        @Nullable OffsetDateTime postedAt,
        @Nullable OffsetDateTime commentsUntil,
        @Nullable OffsetDateTime speakersUntil) {

    /** Whether the public may still write about a notice: it is posted, not settled, and the deadline includes its instant. */
    static boolean isOpen(
            NoticeStatus status, @Nullable OffsetDateTime postedAt, @Nullable OffsetDateTime until, Instant now) {
        return isPending(status)
                && postedAt != null
                && !now.isBefore(postedAt.toInstant())
                && until != null
                && RulesInForce.isInTime(until, now);
    }

    private static boolean isPending(NoticeStatus status) {
        return status == NoticeStatus.POSTED || status == NoticeStatus.CONTINUED;
    }

    /**
     * @param now when the comment arrived
     * @throws Refused (409, closed) where it is late, early, or the notice takes none any more; it says when and why
     */
    public void requireOpenForComments(Instant now, CityRules city) {
        requireOpen("Written comments", commentsUntil, now, city, rules(city).comments());
    }

    /**
     * @param now when the request arrived
     * @throws Refused (409, closed) where it is late, early, or the notice takes none any more; it says when and why
     */
    public void requireOpenForSpeakers(Instant now, CityRules city) {
        requireOpen("Requests to speak", speakersUntil, now, city, rules(city).speakerRequests());
    }

    /**
     * The edition that a writer read; this one where they do not say.
     *
     * @param wrong gets what is wrong where there was none of that number
     */
    public int editionSeen(@Nullable Integer said, List<Violation> wrong) {
        if (said == null) {
            return edition;
        }
        if (said < 1 || said > edition) {
            wrong.add(Violation.at(
                    "/edition",
                    "Notice " + number + " has no posted edition " + said + ".",
                    said.toString(),
                    "1 to " + edition));
        }
        return said;
    }

    private RulesInForce rules(CityRules city) {
        return city.on(date == null ? LocalDate.EPOCH : date);
    }

    private void requireOpen(
            String what, @Nullable OffsetDateTime until, Instant now, CityRules city, NoticeRule rule) {
        if (isOpen(status, postedAt, until, now)) {
            return;
        }
        var arrived = city.local(now.atOffset(java.time.ZoneOffset.UTC));
        var facts = new LinkedHashMap<String, Object>();
        facts.put("arrivedAt", arrived);
        facts.put("rule", rule.name());
        facts.put("citation", rule.citation());
        if (until != null) {
            facts.put("until", city.local(until));
        }
        throw new Refused(ProblemKind.CLOSED, why(what, until, arrived, city), List.of(), facts);
    }

    private String why(String what, @Nullable OffsetDateTime until, OffsetDateTime arrived, CityRules city) {
        if (!isPending(status)) {
            return what + " on notice " + number + " are closed: it is " + status + ".";
        }
        if (postedAt == null || arrived.isBefore(postedAt)) {
            return what + " on notice " + number + " are taken from its posting on, at " + postedAt
                    + "; this arrived at " + arrived + ".";
        }
        if (until == null) {
            return "Notice " + number + " names no time until which it takes " + what.toLowerCase(java.util.Locale.ROOT)
                    + ". Write to whom it names.";
        }
        return "%s on notice %s closed at %s, as the notice says; this arrived at %s, which is %s late. Come to the hearing, or write to whom the notice names."
                .formatted(what, number, city.local(until), arrived, inWords(Duration.between(until, arrived)));
    }

    private static String inWords(Duration late) {
        if (late.toDays() > 1) {
            return late.toDays() + " days";
        }
        if (late.toMinutes() > 1) {
            return late.toMinutes() + " minutes";
        }
        return late.toMillis() > 0 ? late.toMillis() + " ms" : "less than a millisecond";
    }
}
