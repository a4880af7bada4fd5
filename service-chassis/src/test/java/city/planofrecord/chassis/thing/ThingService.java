package city.planofrecord.chassis.thing;

import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

import city.planofrecord.chassis.testing.RealServers;

/** Runs the register of things on real servers. */
public final class ThingService implements QuarkusTestProfile {

    public static final String AUDIT_KEY = "the key of the audit trail in tests";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.application.name", "thing-service",
                "quarkus.flyway.locations", "db/chassis,db/thing",
                "city.events.consumer.backoff", "20ms",
                "city.events.consumer.tries", "2",
                "city.audit.key", AUDIT_KEY);
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(
                RealServers.class, Map.of("service", "thing", "topics", "things,things.state,pings,batch-answers")));
    }
}
