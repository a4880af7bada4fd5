package city.planofrecord.chassis.request;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.smallrye.common.net.Inet;
import org.jspecify.annotations.Nullable;

/** From where a request comes. */
public record ClientAddress(InetAddress address) {

    private static final int NETWORK_BYTES = 8;

    /**
     * The peer's address, or that which the nearest of the trusted proxies names: what is said from the left of it could
     * have been sent by anybody.
     *
     * @param forwardedFor the values of {@code X-Forwarded-For}, in their order
     */
    static Optional<ClientAddress> of(@Nullable String peer, List<String> forwardedFor, TrustedProxies proxies) {
        var address = parsed(peer);
        if (proxies.has(address)) {
            var hops = new ArrayList<String>();
            forwardedFor.forEach(value -> hops.addAll(Arrays.asList(value.split(",", -1))));
            for (var hop : hops.reversed()) {
                var named = parsed(hop);
                if (named == null) {
                    break;
                }
                address = named;
                if (!proxies.has(named)) {
                    break;
                }
            }
        }
        return Optional.ofNullable(address).map(ClientAddress::new);
    }

    /** The address, and nothing of a name. */
    public String text() {
        return String.valueOf(address.getHostAddress());
    }

    /** An IPv6 address stands for its network of 64 bits, since one household has so many. */
    public String network() {
        if (address instanceof Inet6Address) {
            var network = new StringBuilder();
            var bytes = address.getAddress();
            for (var i = 0; i < NETWORK_BYTES; i += 2) {
                network.append(String.format(Locale.ROOT, "%x:", ((bytes[i] & 0xFF) << 8) | (bytes[i + 1] & 0xFF)));
            }
            return network + ":/64";
        }
        return text();
    }

    /** Null where it is no address; names are not looked up. */
    private static @Nullable InetAddress parsed(@Nullable String written) {
        if (written == null) {
            return null;
        }
        var address = written.strip();
        if (address.startsWith("[")) {
            var end = address.indexOf(']');
            address = end < 0 ? address : address.substring(1, end);
        } else if (address.indexOf(':') == address.lastIndexOf(':') && address.indexOf(':') > 0) {
            address = address.substring(0, address.indexOf(':'));
        }
        var found = Inet.parseInetAddress(address);
        try {
            // An IPv4 address that is written as one of IPv6 becomes one of IPv4.
            return found == null ? null : InetAddress.getByAddress(found.getAddress());
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
