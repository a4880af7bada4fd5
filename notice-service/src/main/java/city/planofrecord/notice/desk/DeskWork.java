package city.planofrecord.notice.desk;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import city.planofrecord.notice.desk.DeskView.DecisionRow;
import city.planofrecord.notice.desk.DeskView.DraftRow;
import city.planofrecord.notice.desk.DeskView.EnactmentRow;
import city.planofrecord.notice.desk.DeskView.Moment;
import city.planofrecord.notice.desk.DeskView.PostedRow;
import city.planofrecord.notice.enactment.Enactments;
import city.planofrecord.notice.notice.CityRules;
import city.planofrecord.notice.notice.DraftFinding;
import city.planofrecord.notice.notice.Notice;
import city.planofrecord.notice.notice.NoticeSearch;
import city.planofrecord.notice.notice.NoticeStatus;
import city.planofrecord.notice.notice.Notices;
import city.planofrecord.notice.noticedocument.Hearing;
import city.planofrecord.notice.noticedocument.Severity;

/** Looks up what lies on the desk. */
@Singleton
class DeskWork {

    /** Of each kind; a notice may be large, and a page of more is read by nobody. */
    private static final int AT_MOST = 25;

    private static final int FINDINGS = 3;

    private final NoticeSearch search;
    private final Notices notices;
    private final Enactments enactments;
    private final CityRules city;
    private final Clock clock;

    DeskWork(NoticeSearch search, Notices notices, Enactments enactments, CityRules city, Clock clock) {
        this.search = search;
        this.notices = notices;
        this.enactments = enactments;
        this.city = city;
        this.clock = clock;
    }

    /** What happens to a posted notice at a time of the city. */
    private record Event(String what, LocalDateTime at) {}

    DeskView now() {
        var now = LocalDateTime.ofInstant(clock.instant(), city.zone());
        var drafts = find(NoticeStatus.DRAFT);
        var posted = find(NoticeStatus.POSTED);
        var continued = find(NoticeStatus.CONTINUED);
        var open = Stream.concat(editions(posted), editions(continued)).toList();
        return new DeskView(
                Moment.of(now),
                editions(drafts).map(this::draft).toList(),
                drafts.total(),
                open.stream()
                        .sorted(Comparator.comparing(
                                notice -> next(notice, now).map(Event::at).orElse(LocalDateTime.MAX)))
                        .map(notice -> posted(notice, now))
                        .toList(),
                posted.total() + continued.total(),
                open.stream().flatMap(notice -> toDecide(notice, now).stream()).toList(),
                enactments.awaited(now.toLocalDate()).stream()
                        .limit(AT_MOST)
                        .map(DeskWork::toEnact)
                        .toList());
    }

    private NoticeSearch.Found find(NoticeStatus status) {
        return search.find(NoticeSearch.Wanted.of(status, clock.instant(), city.zone()), null, AT_MOST);
    }

    private Stream<Notice> editions(NoticeSearch.Found found) {
        return found.notices().stream().map(one -> notices.get(one.number(), one.edition()));
    }

    private DraftRow draft(Notice notice) {
        var open =
                notice.draft().findings().stream().filter(DraftFinding::isOpen).toList();
        var errors = open.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .count();
        return new DraftRow(
                notice.number(),
                notice.edition(),
                subject(notice),
                notice.draft().items().size(),
                hearing(notice).map(Moment::of).orElse(null),
                (int) errors,
                open.size() - (int) errors,
                open.stream()
                        .sorted(Comparator.comparing(DraftFinding::severity))
                        .limit(FINDINGS)
                        .map(DraftFinding::message)
                        .toList());
    }

    private PostedRow posted(Notice notice, LocalDateTime now) {
        var next = next(notice, now);
        var hearing = notice.asRescheduled().hearing();
        return new PostedRow(
                notice.number(),
                notice.edition(),
                subject(notice),
                notice.draft().items().size(),
                next.map(Event::what).orElse(null),
                next.map(Event::at).map(Moment::of).orElse(null),
                hearing(notice).map(Moment::of).orElse(null),
                hearing == null ? null : hearing.place());
    }

    /** The first of its deadlines that has not passed. */
    private Optional<Event> next(Notice notice, LocalDateTime now) {
        var as = notice.asRescheduled();
        var events = new ArrayList<Event>();
        add(
                events,
                "Requests to speak close",
                as.speakers() == null ? null : as.speakers().until());
        add(
                events,
                "Comments close",
                as.comments() == null ? null : as.comments().until());
        notice.whenPosted()
                .ifPresent(posting -> events.add(
                        new Event("Posting period ends", posting.until().atTime(23, 59))));
        return events.stream().filter(event -> !event.at().isBefore(now)).min(Comparator.comparing(Event::at));
    }

    private void add(List<Event> events, String what, @Nullable OffsetDateTime at) {
        if (at != null) {
            events.add(new Event(what, city.local(at).toLocalDateTime()));
        }
    }

    private Optional<DecisionRow> toDecide(Notice notice, LocalDateTime now) {
        return hearing(notice)
                .filter(heard -> !heard.isAfter(now))
                .map(heard -> new DecisionRow(
                        notice.number(),
                        notice.edition(),
                        subject(notice),
                        Moment.of(heard),
                        notice.open().size()));
    }

    private static EnactmentRow toEnact(Enactments.Awaited awaited) {
        return new EnactmentRow(
                awaited.notice(),
                awaited.edition(),
                awaited.items().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                Moment.of(awaited.approvedOn()),
                switch (awaited.mode()) {
                    case NONE -> "";
                    case BEFORE -> "recorded once it is enacted";
                    case PROVISIONAL -> "recorded, lapses if it is refused";
                });
    }

    private Optional<LocalDateTime> hearing(Notice notice) {
        var hearing = notice.asRescheduled().hearing();
        return Optional.ofNullable(hearing)
                .map(Hearing::at)
                .map(at -> city.local(at).toLocalDateTime());
    }

    private static String subject(Notice notice) {
        return Objects.requireNonNullElse(notice.draft().subject(), "No subject");
    }
}
