package city.planofrecord.notice.testing;

import java.nio.file.Path;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** A city that keeps personal data for two years, and a system that has replaced its key. */
public final class PersonalDataKept implements QuarkusTestProfile {

    public static final String FORMER_KEY = "only-local-former:YSBrZXkgb2YgdGhpcnR5LXR3byBieXRlcyBsZW5ndGg=";
    private static final String KEY = "only-local-present:bmV2ZXIgdXNlIHRoaXMga2V5IGluIHByb2R1Y3Rpb24=";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "city.notices.rules",
                Path.of("src/test/resources/rules/retention-rules.json")
                        .toAbsolutePath()
                        .toString(),
                "city.personal-data.key",
                KEY + "," + FORMER_KEY);
    }
}
