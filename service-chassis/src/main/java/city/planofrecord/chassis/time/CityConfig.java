package city.planofrecord.chassis.time;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The city's own settings that every service needs. */
@ConfigMapping(prefix = "city")
public interface CityConfig {

    /** The zone in which the city's dates and deadlines are meant. */
    @WithDefault("America/Denver")
    ZoneId zone();

    /** The clock. */
    Clock clock();

    /** What happens at the start of a day. */
    DayTurn dayTurn();

    interface Clock {

        /**
         * A file that moves the city's clock: the city's instant and the real instant at which it was set, separated by
         * a blank. For local systems only; without it, or while it is absent or empty, time is real.
         */
        Optional<Path> file();
    }

    interface DayTurn {

        /** How often it is looked whether a date has turned. */
        @WithDefault("5s")
        Duration every();
    }
}
