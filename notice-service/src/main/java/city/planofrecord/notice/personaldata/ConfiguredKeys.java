package city.planofrecord.notice.personaldata;

import java.util.Optional;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.quarkus.runtime.LaunchMode;

/** Gives the service the keys of its environment. */
class ConfiguredKeys {

    static final String MISSING =
            "PERSONAL_DATA_KEY is not set: without a key nobody can comment on a notice or ask to speak. Set it to id:key, the key"
                    + " being 32 bytes in Base64, as 'openssl rand -base64 32' makes them.";

    @Produces
    @Singleton
    KeyRing keys(PersonalDataConfig config) {
        return keys(config.key(), LaunchMode.current() == LaunchMode.NORMAL);
    }

    /** @throws IllegalStateException where there is none, or in production one that everybody can read */
    static KeyRing keys(Optional<String> written, boolean production) {
        var keys = KeyRing.of(written.orElseThrow(() -> new IllegalStateException(MISSING)));
        if (production && keys.isOnlyLocal()) {
            throw new IllegalStateException(
                    "PERSONAL_DATA_KEY names a key for development, which everybody can read in the source. Make one for this system.");
        }
        return keys;
    }
}
