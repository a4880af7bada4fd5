package city.planofrecord.chassis.time;

import java.time.Clock;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Gives every service the city's clock, in the city's zone. */
class Clocks {

    @Produces
    @Singleton
    Clock cityClock(CityConfig city) {
        return new CityClock(Clock.systemUTC(), city.zone(), city.clock().file());
    }
}
