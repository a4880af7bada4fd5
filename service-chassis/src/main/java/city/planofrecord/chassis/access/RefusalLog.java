package city.planofrecord.chassis.access;

import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.spi.runtime.AuthenticationFailureEvent;
import io.quarkus.security.spi.runtime.AuthorizationFailureEvent;
import io.quarkus.security.spi.runtime.SecurityEvent;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;

import city.planofrecord.chassis.request.ClientAddress;
import city.planofrecord.chassis.request.TrustedProxies;

/**
 * Logs who was refused, for those who watch over the running services (OWASP ASVS 5.0, 16.3.1 and 16.3.2). The path is
 * as it was sent, still encoded and without its query; neither a token nor why it is not good is logged, since that would
 * repeat what it holds.
 */
@Singleton
class RefusalLog {

    private static final Logger LOG = Logger.getLogger("city.planofrecord.security");
    private static final int LONGEST_PATH = 200;
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\x{85}\\x{2028}\\x{2029}]");

    private final TrustedProxies proxies;

    RefusalLog(TrustedProxies proxies) {
        this.proxies = proxies;
    }

    /**
     * A token is looked at for the limits and again for the operation, and logged once. Whom the login of a browser sends on
     * to its next step was not refused.
     */
    void badToken(@Observes AuthenticationFailureEvent refused) {
        if (refused.getAuthenticationFailure() instanceof AuthenticationRedirectException) {
            return;
        }
        var first = routing(refused)
                .map(routing -> routing.data().putIfAbsent(RefusalLog.class.getName(), true) == null)
                .orElse(true);
        if (first) {
            LOG.warnf("Refused a token that is not good: %s", request(refused));
        }
    }

    void notAllowed(@Observes AuthorizationFailureEvent refused) {
        var caller = refused.getSecurityIdentity();
        if (caller == null || caller.isAnonymous()) {
            LOG.infof("Refused without a token: %s", request(refused));
        } else {
            LOG.warnf(
                    "Refused %s with the roles %s: %s",
                    inOneLine(caller.getPrincipal().getName()),
                    inOneLine(caller.getRoles().toString()),
                    request(refused));
        }
    }

    /** A provider may let people choose what they are called, and one who is called by a line of the log would be believed. */
    private static String inOneLine(String claimed) {
        return BREAKS.matcher(claimed).replaceAll("_");
    }

    private String request(SecurityEvent refused) {
        return routing(refused).map(this::request).orElse("not a request");
    }

    private static Optional<RoutingContext> routing(SecurityEvent refused) {
        return Optional.ofNullable(refused.getEventProperties().get(RoutingContext.class.getName()))
                .map(RoutingContext.class::cast);
    }

    private String request(RoutingContext routing) {
        var request = routing.request();
        var path = request.uri().split("\\?", 2)[0];
        return request.method() + " "
                + (path.length() > LONGEST_PATH ? path.substring(0, LONGEST_PATH) + "…" : path)
                + " from " + proxies.clientOf(request).map(ClientAddress::text).orElse("nowhere");
    }
}
