package city.planofrecord.chassis.edge;

import java.nio.file.Path;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.quarkus.arc.Unremovable;
import io.quarkus.tls.runtime.JavaxNetSslTrustStoreProvider;
import io.quarkus.tls.runtime.TrustStoreAndTrustOptions;
import io.quarkus.tls.runtime.TrustStoreProvider;
import io.smallrye.common.annotation.Identifier;
import io.vertx.core.Vertx;
import io.vertx.core.net.PemTrustOptions;

/** By which authorities a service knows the OpenID provider and the other services: the city's own, or Java's. */
@Singleton
@Unremovable
@Identifier(OutgoingTrust.NAME)
public class OutgoingTrust implements TrustStoreProvider {

    /** Of the TLS configuration, as settings name it. */
    public static final String NAME = "outgoing";

    private final Optional<Path> certificates;

    OutgoingTrust(EdgeConfig config) {
        certificates = config.trustedCertificates();
    }

    @Override
    public TrustStoreAndTrustOptions getTrustStore(Vertx vertx) {
        if (certificates.isEmpty()) {
            return JavaxNetSslTrustStoreProvider.getTrustStore(vertx);
        }
        var options = new PemTrustOptions().addCertPath(certificates.get().toString());
        try {
            return new TrustStoreAndTrustOptions(options.loadKeyStore(vertx), options);
        } catch (Exception e) {
            throw new IllegalStateException(
                    "TRUSTED_CERTIFICATES names no readable certificates (PEM): " + certificates.get(), e);
        }
    }
}
