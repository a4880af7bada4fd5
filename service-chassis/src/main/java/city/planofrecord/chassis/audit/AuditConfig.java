package city.planofrecord.chassis.audit;

import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The audit trail. */
@ConfigMapping(prefix = "city.audit")
public interface AuditConfig {

    /**
     * The key under which the heads of the chains are published, of 32 characters or more, from the environment variable
     * AUDIT_KEY. Without it none are published, and a chain that was cut off or written anew cannot be told.
     */
    Optional<String> key();

    /** How often the heads of the chains that have grown are published. */
    @WithDefault("1h")
    Duration headsEvery();
}
