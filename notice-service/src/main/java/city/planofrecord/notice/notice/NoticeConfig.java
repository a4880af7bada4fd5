package city.planofrecord.notice.notice;

import java.time.DayOfWeek;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the rules of the notice leave to the city. */
@ConfigMapping(prefix = "city.notices")
interface NoticeConfig {

    /** The day on which the city's work week begins: what the Board approves takes effect on the next such day. */
    @WithDefault("SUNDAY")
    DayOfWeek workWeekBegins();
}
