package city.planofrecord.chassis.edge;

import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.chassis.thing.ThingService;

/** A service that says nothing in clear text, to nobody. */
public final class EncryptedService implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return new ThingService().getConfigOverrides();
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(
                RealServers.class,
                Map.of("service", "thing", "topics", "things,things.state,pings,batch-answers", "tls", "true")));
    }
}
