package city.planofrecord.notice.testing;

import java.nio.file.Path;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** A city whose Council must enact, by the date of the notice, nothing, everything before, or everything later. */
public final class EnactmentRules implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "city.notices.rules",
                Path.of("src/test/resources/rules/enactment-rules.json")
                        .toAbsolutePath()
                        .toString());
    }
}
