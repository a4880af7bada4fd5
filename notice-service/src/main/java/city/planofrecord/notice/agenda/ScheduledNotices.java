package city.planofrecord.notice.agenda;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

import jakarta.inject.Singleton;

import org.jdbi.v3.core.Jdbi;

import city.planofrecord.notice.notice.CityRules;
import city.planofrecord.notice.notice.NoticeStatus;

/** Notices with their dates; of those that were withdrawn or superseded nothing happens any more. */
@Singleton
class ScheduledNotices {

    private final Jdbi jdbi;
    private final CityRules city;

    ScheduledNotices(Jdbi jdbi, CityRules city) {
        this.jdbi = jdbi;
        this.city = city;
    }

    /** Those of which something happens from one day until another, both included. */
    List<ScheduledNotice> between(LocalDate from, LocalDate until, boolean drafts) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select number, edition, status, notice_date, document #>> '{draft,subject}', posted_until,"
                                + " hearing_at, hearing_place, comments_until, speakers_until from notice"
                                + " where status not in ('WITHDRAWN', 'SUPERSEDED') and (:drafts or status <> 'DRAFT')"
                                + " and (posted_until between :from and :until"
                                + " or (hearing_at >= :begin and hearing_at < :end)"
                                + " or (comments_until >= :begin and comments_until < :end)"
                                + " or (speakers_until >= :begin and speakers_until < :end))")
                .bind("drafts", drafts)
                .bind("from", from)
                .bind("until", until)
                .bind("begin", from.atStartOfDay(city.zone()).toOffsetDateTime())
                .bind("end", until.plusDays(1).atStartOfDay(city.zone()).toOffsetDateTime())
                .map((rs, _) -> new ScheduledNotice(
                        rs.getString(1),
                        rs.getInt(2),
                        NoticeStatus.valueOf(rs.getString(3)),
                        rs.getObject(4, LocalDate.class),
                        rs.getString(5),
                        rs.getObject(6, LocalDate.class),
                        city.localOrNull(rs.getObject(7, OffsetDateTime.class)),
                        rs.getString(8),
                        city.localOrNull(rs.getObject(9, OffsetDateTime.class)),
                        city.localOrNull(rs.getObject(10, OffsetDateTime.class))))
                .list());
    }
}
