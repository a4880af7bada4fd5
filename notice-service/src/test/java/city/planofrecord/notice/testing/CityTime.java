package city.planofrecord.notice.testing;

import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;

import city.planofrecord.chassis.testing.RealServers;

/** The city's time in tests that live through a notice. */
public final class CityTime {

    private CityTime() {}

    /** Sets the city's clock and waits until the service goes by it. */
    public static void set(Clock clock, String local) {
        RealServers.current().clock().set(local);
        var expected = LocalDateTime.parse(local);
        await().pollInterval(Duration.ofMillis(10)).until(() -> {
            var now = LocalDateTime.now(clock);
            return !now.isBefore(expected) && now.isBefore(expected.plusSeconds(20));
        });
    }
}
