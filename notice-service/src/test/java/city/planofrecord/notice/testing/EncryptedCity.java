package city.planofrecord.notice.testing;

import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

import city.planofrecord.chassis.testing.RealServers;

/** A city in which nothing is said in clear text, neither to servers nor between services. */
public final class EncryptedCity implements QuarkusTestProfile {

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(
                new TestResourceEntry(RealServers.class, Map.of("service", "notice", "tls", "true")),
                new TestResourceEntry(SpecificationReader.class));
    }

    /** Those of the other tests speak in clear text. */
    @Override
    public boolean disableGlobalTestResources() {
        return true;
    }
}
