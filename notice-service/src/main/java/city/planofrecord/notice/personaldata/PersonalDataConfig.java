package city.planofrecord.notice.personaldata;

import java.time.Period;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How this system keeps names, telephone numbers and addresses. */
@ConfigMapping(prefix = "city.personal-data")
public interface PersonalDataConfig {

    /**
     * The keys that seal them, from the environment ({@code PERSONAL_DATA_KEY}): {@code id:key}, separated by commas, a key
     * being 32 bytes in Base64. The first seals; the others open what was sealed by them, which is then sealed by the
     * first. The service does not start without one.
     */
    Optional<String> key();

    /** For how long who wrote is kept after the life of the notice has ended, as an ISO 8601 period. */
    @WithDefault("P3Y")
    Period retention();

    /** The rule that says so, as it is cited in the list of what was erased. */
    @WithDefault("Setting of this system, until the city enters its records retention schedule")
    String citation();
}
