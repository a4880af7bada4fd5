package city.planofrecord.notice.testing;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** A system that shows personal data, as a local one does. */
public final class PersonalDataShown implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("city.personal-data.shown", "true");
    }
}
