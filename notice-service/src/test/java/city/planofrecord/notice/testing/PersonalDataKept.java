package city.planofrecord.notice.testing;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** A system that shows personal data, keeps them for two years, takes a list of erasures, and has replaced its key. */
public final class PersonalDataKept implements QuarkusTestProfile {

    public static final String FORMER_KEY = "only-local-former:YSBrZXkgb2YgdGhpcnR5LXR3byBieXRlcyBsZW5ndGg=";
    private static final String KEY = "only-local-present:bmV2ZXIgdXNlIHRoaXMga2V5IGluIHByb2R1Y3Rpb24=";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "city.personal-data.retention", "P2Y",
                "city.personal-data.citation", "Retention schedule 40.100",
                "city.personal-data.key", KEY + "," + FORMER_KEY);
    }
}
