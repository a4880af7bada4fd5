package city.planofrecord.chassis.edge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

import city.planofrecord.chassis.thing.ThingService;

/** A service as a city may run it: behind a proxy, with a management port, and pages of another origin that may read. */
public final class GuardedService implements QuarkusTestProfile {

    static final String LISTED = "https://payroll.city.example";

    @Override
    public Map<String, String> getConfigOverrides() {
        var settings = new HashMap<>(new ThingService().getConfigOverrides());
        settings.put("CORS_ORIGINS", LISTED + ",https://desk.city.example");
        settings.put("MANAGEMENT_PORT", "0");
        settings.put("DOCS_PUBLIC", "false");
        settings.put("quarkus.http.proxy.proxy-address-forwarding", "true");
        settings.put("quarkus.http.proxy.trusted-proxies", "127.0.0.1");
        return settings;
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return new ThingService().testResources();
    }
}
