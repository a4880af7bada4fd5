package city.planofrecord.chassis.limit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

import city.planofrecord.chassis.thing.ThingService;

/** A service with narrow limits, behind a proxy on 127.0.0.1: each test comes from addresses of its own. */
public final class LimitedService implements QuarkusTestProfile {

    private final ThingService service = new ThingService();

    @Override
    public Map<String, String> getConfigOverrides() {
        var settings = new HashMap<>(service.getConfigOverrides());
        settings.put("TRUSTED_PROXIES", "127.0.0.1,10.9.0.0/16");
        settings.put("city.limits.address.burst", "20");
        settings.put("city.limits.address.per-minute", "6");
        settings.put("city.limits.token.burst", "30");
        settings.put("city.limits.token.per-minute", "6");
        settings.put("city.limits.bad-tokens.burst", "10");
        settings.put("city.limits.public-write.burst", "3");
        settings.put("city.limits.public-write.per-minute", "3");
        // However busy the machine is, a request is one.
        settings.put("city.limits.worth", "1h");
        settings.put("city.limits.imports.all", "2");
        settings.put("city.limits.imports.per-address", "2");
        settings.put("city.limits.imports-working", "2");
        settings.put("city.limits.downloads.all", "3");
        settings.put("city.limits.downloads.per-address", "2");
        settings.put("city.limits.waits.all", "4");
        settings.put("city.limits.waits.per-address", "2");
        settings.put("city.limits.bodies", "1M");
        settings.put("city.limits.bodies-per-address", "600K");
        settings.put("city.limits.pace.over", "4s");
        settings.put("city.limits.pace.per-second", "1K");
        settings.put("city.limits.pace.body", "8s");
        // Longer than a busy machine takes for what is done while somebody waits.
        settings.put("quarkus.http.idle-timeout", "15s");
        return settings;
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return service.testResources();
    }
}
