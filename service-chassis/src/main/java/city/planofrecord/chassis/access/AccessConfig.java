package city.planofrecord.chassis.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whose tokens are good. */
@ConfigMapping(prefix = "city.access")
public interface AccessConfig {

    /**
     * Whether this is a system on one machine for trying out, whose issuer gives a token to whoever asks. It is
     * served on the loopback address only.
     */
    @WithDefault("false")
    boolean localSystem();
}
