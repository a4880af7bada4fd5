package city.planofrecord.notice.personaldata;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** How this system keeps names, telephone numbers and addresses. */
@ConfigMapping(prefix = "city.personal-data")
public interface PersonalDataConfig {

    /**
     * The keys that seal them, from the environment ({@code PERSONAL_DATA_KEY}): {@code id:key}, separated by commas, a key
     * being 32 bytes in Base64. The first seals; the others open what was sealed by them, which is then sealed by the
     * first. The service does not start without one.
     */
    Optional<String> key();
}
