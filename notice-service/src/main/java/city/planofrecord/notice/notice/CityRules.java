package city.planofrecord.notice.notice;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.time.CityConfig;
import city.planofrecord.notice.noticerule.EnactmentMode;
import city.planofrecord.notice.noticerule.NoticeRules;
import city.planofrecord.notice.noticerule.RulesInForce;

/** The rules that this city's notices are judged by, and the zone of its dates. */
@Singleton
public class CityRules {

    private final NoticeRules rules;
    private final ZoneId zone;

    CityRules(NoticeConfig notices, CityConfig city) {
        rules = NoticeRules.standard(notices.workWeekBegins(), EnactmentMode.NONE);
        zone = city.zone();
    }

    public NoticeRules all() {
        return rules;
    }

    public RulesInForce on(LocalDate noticeDate) {
        return rules.on(noticeDate, zone);
    }

    public ZoneId zone() {
        return zone;
    }

    /** The same instant with the city's offset. */
    public OffsetDateTime local(OffsetDateTime time) {
        return time.atZoneSameInstant(zone).toOffsetDateTime();
    }

    /** The city's day of an instant. */
    public LocalDate day(OffsetDateTime time) {
        return local(time).toLocalDate();
    }

    public @Nullable OffsetDateTime localOrNull(@Nullable OffsetDateTime time) {
        return time == null ? null : local(time);
    }
}
