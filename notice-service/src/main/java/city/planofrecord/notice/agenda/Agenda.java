package city.planofrecord.notice.agenda;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import city.planofrecord.notice.notice.NoticeStatus;
import city.planofrecord.notice.noticerule.CityCalendar;
import city.planofrecord.notice.noticerule.Judgement;
import city.planofrecord.notice.noticerule.NoticeRules;
import city.planofrecord.notice.noticerule.Occasion;
import city.planofrecord.notice.noticerule.RuleName;

/**
 * What happens on some days of the city, and what of it collides.
 *
 * @param from the first day
 * @param until the last day, included
 * @param today by the city's clock
 * @param hearingLasts how long a hearing is taken to last, since notices do not say
 */
public record Agenda(LocalDate from, LocalDate until, LocalDate today, ZoneId zone, Duration hearingLasts) {

    /** The entries of the days, in order of time. */
    public List<AgendaEntry> entries(List<ScheduledNotice> notices) {
        var entries = new ArrayList<AgendaEntry>();
        for (var notice : notices) {
            add(entries, notice, AgendaEntry.Kind.POSTED_UNTIL, notice.postedUntil(), null);
            add(entries, notice, AgendaEntry.Kind.SPEAKERS_CLOSE, day(notice.speakersUntil()), notice.speakersUntil());
            add(entries, notice, AgendaEntry.Kind.COMMENTS_CLOSE, day(notice.commentsUntil()), notice.commentsUntil());
            add(entries, notice, AgendaEntry.Kind.HEARING, day(notice.hearingAt()), notice.hearingAt());
            if (notice.isPending()) {
                add(entries, notice, AgendaEntry.Kind.DECISION_DUE, day(notice.hearingAt()), null);
            }
        }
        entries.sort(AgendaEntry.inOrder(zone));
        return entries;
    }

    private void add(
            List<AgendaEntry> entries,
            ScheduledNotice notice,
            AgendaEntry.Kind kind,
            @Nullable LocalDate day,
            @Nullable OffsetDateTime at) {
        if (day != null && covers(day)) {
            entries.add(new AgendaEntry(
                    day,
                    at == null ? null : local(at),
                    kind,
                    notice.number(),
                    notice.edition(),
                    notice.status(),
                    notice.subject(),
                    kind == AgendaEntry.Kind.HEARING ? notice.hearingPlace() : null,
                    (kind == AgendaEntry.Kind.DECISION_DUE && day.isBefore(today)) ? true : null));
        }
    }

    private boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }

    private OffsetDateTime local(OffsetDateTime at) {
        return at.atZoneSameInstant(zone).toOffsetDateTime();
    }

    private @Nullable LocalDate day(@Nullable OffsetDateTime at) {
        return at == null ? null : local(at).toLocalDate();
    }

    /**
     * What collides on the days, of what is not decided yet.
     *
     * @param notices also those heard on the day before, whose hearing may last into the first
     */
    public List<Collision> collisions(List<ScheduledNotice> notices, NoticeRules rules) {
        var open = notices.stream()
                .filter(notice -> notice.isPending() || notice.status() == NoticeStatus.DRAFT)
                .toList();
        var pending = open.stream().filter(notice -> notice.hearingAt() != null).toList();
        var collisions = new ArrayList<Collision>();
        var calendar = rules.calendar(zone);
        open.forEach(notice -> closures(notice, calendar, collisions));
        byPlace(pending).forEach((_, heard) -> overlaps(heard, collisions));
        pending.forEach(notice -> deadlines(notice, rules, collisions));
        collisions.sort(
                Comparator.comparing((Collision collision) -> collision.at().toInstant())
                        .thenComparing(collision -> collision.notices().getFirst())
                        .thenComparing(Collision::kind));
        return collisions;
    }

    private static Map<String, List<ScheduledNotice>> byPlace(List<ScheduledNotice> notices) {
        var places = new TreeMap<String, List<ScheduledNotice>>();
        for (var notice : notices) {
            if (notice.hearingPlace() != null) {
                var place = notice.hearingPlace()
                        .strip()
                        .replaceAll("[\\s,.;]+", " ")
                        .toLowerCase(Locale.ROOT);
                places.computeIfAbsent(place, _ -> new ArrayList<>()).add(notice);
            }
        }
        return places;
    }

    private void overlaps(List<ScheduledNotice> inOnePlace, List<Collision> collisions) {
        inOnePlace.sort(
                Comparator.comparing((ScheduledNotice notice) -> hearing(notice).toInstant())
                        .thenComparing(ScheduledNotice::number));
        var together = new ArrayList<ScheduledNotice>();
        for (var notice : inOnePlace) {
            if (!together.isEmpty()
                    && !hearing(notice).isBefore(hearing(together.getLast()).plus(hearingLasts))) {
                tell(together, collisions);
                together.clear();
            }
            together.add(notice);
        }
        tell(together, collisions);
    }

    private void tell(List<ScheduledNotice> together, List<Collision> collisions) {
        var numbers = together.stream().map(ScheduledNotice::number).distinct().toList();
        if (numbers.size() < 2
                || together.stream().noneMatch(notice -> covers(Objects.requireNonNull(day(notice.hearingAt()))))) {
            return;
        }
        var first = together.getFirst();
        var atOnce = hearing(together.getLast()).isEqual(hearing(first));
        collisions.add(new Collision(
                Collision.Kind.HEARINGS_OVERLAP,
                numbers,
                local(hearing(first)),
                first.hearingPlace(),
                null,
                null,
                atOnce
                        ? "These hearings begin at once in one place. Leave them where one meeting hears all; otherwise move one."
                        : "These hearings begin less than " + hearingLasts.toMinutes()
                                + " minutes apart in one place. Move one, or hear them in one meeting."));
    }

    private static OffsetDateTime hearing(ScheduledNotice notice) {
        return Objects.requireNonNull(notice.hearingAt());
    }

    private void deadlines(ScheduledNotice notice, NoticeRules all, List<Collision> collisions) {
        var date = notice.date() == null ? from : notice.date();
        if (!all.missing(date).isEmpty()) {
            return;
        }
        var rules = all.on(date, zone);
        var hearing = local(hearing(notice));
        if (notice.commentsUntil() != null) {
            tell(notice, rules.commentsCloseInTime(local(notice.commentsUntil()), hearing), collisions);
        }
        if (notice.speakersUntil() != null) {
            tell(notice, rules.speakerRequestsCloseInTime(local(notice.speakersUntil()), hearing), collisions);
        }
    }

    private void closures(ScheduledNotice notice, CityCalendar calendar, List<Collision> collisions) {
        closures(notice, Occasion.HEARING, notice.hearingAt(), calendar, collisions);
        closures(notice, Occasion.COMMENTS_CLOSE, notice.commentsUntil(), calendar, collisions);
        closures(notice, Occasion.SPEAKER_REQUESTS_CLOSE, notice.speakersUntil(), calendar, collisions);
    }

    private void closures(
            ScheduledNotice notice,
            Occasion occasion,
            @Nullable OffsetDateTime at,
            CityCalendar calendar,
            List<Collision> collisions) {
        if (at == null || !covers(local(at).toLocalDate())) {
            return;
        }
        for (var closure : calendar.closures(occasion, at)) {
            collisions.add(new Collision(
                    closure.rule() == RuleName.HOLIDAYS
                            ? Collision.Kind.ON_A_HOLIDAY
                            : Collision.Kind.OUTSIDE_OFFICE_HOURS,
                    List.of(notice.number()),
                    closure.found(),
                    occasion == Occasion.HEARING ? notice.hearingPlace() : null,
                    closure.rule(),
                    closure.citation(),
                    String.join(" ", closure.steps())));
        }
    }

    private void tell(ScheduledNotice notice, Judgement judged, List<Collision> collisions) {
        var hearing = local(hearing(notice));
        if (!judged.passes() && covers(hearing.toLocalDate())) {
            collisions.add(new Collision(
                    Collision.Kind.DEADLINE_NOT_BEFORE_HEARING,
                    List.of(notice.number()),
                    hearing,
                    null,
                    judged.rule(),
                    judged.citation(),
                    String.join(" ", judged.steps())));
        }
    }
}
