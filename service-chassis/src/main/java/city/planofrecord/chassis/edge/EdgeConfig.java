package city.planofrecord.chassis.edge;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What a service tells browsers, what it answers on which port, and whom it trusts when it calls others. */
@ConfigMapping(prefix = "city.edge")
public interface EdgeConfig {

    /** What {@code Strict-Transport-Security} says where a request came over TLS; it is not sent otherwise. */
    @WithDefault("max-age=31536000; includeSubDomains")
    String strictTransport();

    /** The port for health and metrics, where they have one of their own. */
    Management management();

    /**
     * Whether the OpenAPI document and Swagger UI are answered on the service's port. Otherwise they are answered on
     * the management port only, and nowhere where there is none.
     */
    @WithDefault("true")
    boolean docsPublic();

    /**
     * Certificates of authorities (PEM, one or several in a file) that the OpenID provider and other services are
     * trusted by, in place of those that Java brings.
     */
    Optional<Path> trustedCertificates();

    /**
     * Whether passwords and tokens may leave this machine unencrypted. For networks that encrypt by themselves; in
     * production a service does not start without, where it would do so.
     */
    @WithDefault("false")
    boolean allowClearText();

    interface Management {

        /** Where it is set, health and metrics are answered on this port and no other; 0 is any free one. */
        OptionalInt port();

        /** The address that the port is opened on. */
        @WithDefault("127.0.0.1")
        String host();
    }
}
