package city.planofrecord.chassis.request;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.net.CidrAddress;
import io.smallrye.common.net.Inet;
import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The proxies that are believed when they say from where a request came. */
@Singleton
public class TrustedProxies {

    private final List<CidrAddress> proxies;

    /** @throws IllegalArgumentException where an entry is neither an address nor a network such as 10.0.0.0/8 */
    TrustedProxies(@ConfigProperty(name = "quarkus.http.proxy.trusted-proxies") Optional<List<String>> proxies) {
        this.proxies = proxies.orElse(List.of()).stream()
                .map(String::strip)
                .map(TrustedProxies::network)
                .toList();
    }

    void check(@Observes StartupEvent start) {
        requireSome();
    }

    /** @throws IllegalStateException where no proxy is listed: the framework would believe everybody */
    void requireSome() {
        if (proxies.isEmpty()) {
            throw new IllegalStateException(
                    "TRUSTED_PROXIES is set to nothing. Set it to the addresses of the proxies in"
                            + " front of this service, or do not set it.");
        }
    }

    /** From where a request comes, by its peer or by the proxies before it; nothing where neither says. */
    public Optional<ClientAddress> clientOf(HttpServerRequest request) {
        var peer = request.connection().remoteAddress();
        return ClientAddress.of(
                peer == null ? null : peer.hostAddress(), request.headers().getAll("X-Forwarded-For"), this);
    }

    boolean has(@Nullable InetAddress address) {
        return address != null && proxies.stream().anyMatch(proxy -> proxy.matches(address));
    }

    private static CidrAddress network(String written) {
        var network = Inet.parseCidrAddress(written);
        if (network != null) {
            return network;
        }
        var address = Inet.parseInetAddress(written);
        if (address == null) {
            throw new IllegalArgumentException(
                    "TRUSTED_PROXIES: '" + written
                            + "' is neither an address nor a network. Write addresses and networks such as 10.0.0.0/8, with commas.");
        }
        return CidrAddress.create(address, address.getAddress().length * 8);
    }
}
