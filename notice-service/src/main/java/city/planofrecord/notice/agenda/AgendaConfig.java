package city.planofrecord.notice.agenda;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the agenda has to assume. */
@ConfigMapping(prefix = "city.agenda")
interface AgendaConfig {

    /** How long a hearing is taken to last when it is looked whether two overlap: notices say only when one begins. */
    @WithDefault("1h")
    Duration hearingLasts();
}
