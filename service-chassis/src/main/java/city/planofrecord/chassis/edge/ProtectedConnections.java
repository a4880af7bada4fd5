package city.planofrecord.chassis.edge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.arc.All;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Keeps a service from starting in production that would send passwords, tokens or the plan itself in clear text. */
@Singleton
class ProtectedConnections {

    private static final Logger LOG = Logger.getLogger(ProtectedConnections.class);
    private static final int FIRST = 1;

    private final boolean allowed;
    private final List<String> findings;
    private final Optional<String> heard;

    ProtectedConnections(
            EdgeConfig config,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String database,
            @ConfigProperty(name = "kafka.bootstrap.servers") String kafka,
            @ConfigProperty(name = "kafka.security.protocol") Optional<String> protocol,
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "quarkus.http.ssl.certificate.files") Optional<String> certificate,
            @All List<TokenReceiver> receivers) {
        allowed = config.allowClearText();
        var found = new ArrayList<Optional<String>>();
        found.add(ClearText.toDatabase(database));
        found.add(ClearText.toKafka(kafka, protocol.orElse(null)));
        receivers.forEach(receiver -> found.add(ClearText.withToken(receiver.setting(), receiver.address())));
        findings = ClearText.all(found);
        heard = certificate.isEmpty() ? ClearText.fromOthers(host) : Optional.empty();
    }

    void check(@Observes @Priority(FIRST) StartupEvent start) {
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            heard.ifPresent(LOG::warn);
            require();
        }
    }

    /** @throws IllegalStateException where something would go out unprotected, and that is not allowed */
    void require() {
        if (findings.isEmpty()) {
            return;
        }
        if (!allowed) {
            throw new IllegalStateException(String.join(" ", findings)
                    + " Where the network encrypts by itself, set ALLOW_CLEAR_TEXT to true.");
        }
        findings.forEach(finding -> LOG.warnf("ALLOW_CLEAR_TEXT is set. %s", finding));
    }
}
