package city.planofrecord.chassis.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class ClientAddressTest {

    private static final TrustedProxies PROXIES = new TrustedProxies(Optional.of(List.of("10.0.0.0/8", "2001:db8::1")));

    private static String of(String peer, String... forwardedFor) {
        return ClientAddress.of(peer, List.of(forwardedFor), PROXIES)
                .map(ClientAddress::network)
                .orElse("unknown");
    }

    @Test
    void aPeerThatIsNoProxyIsTheClientWhateverItSays() {
        assertThat(of("192.0.2.1", "198.51.100.1")).isEqualTo("192.0.2.1");
    }

    @Test
    void aProxySaysForWhomItAsks() {
        assertThat(of("10.1.2.3", "198.51.100.1")).isEqualTo("198.51.100.1");
        assertThat(of("2001:db8::1", "198.51.100.1")).isEqualTo("198.51.100.1");
        assertThat(of("10.1.2.3")).isEqualTo("10.1.2.3");
    }

    @Test
    void whatStandsLeftOfTheNearestStrangerCouldBeAnybodys() {
        assertThat(of("10.1.2.3", "203.0.113.7, 198.51.100.1")).isEqualTo("198.51.100.1");
        assertThat(of("10.1.2.3", "203.0.113.7", "198.51.100.1, 10.4.4.4")).isEqualTo("198.51.100.1");
        assertThat(of("10.1.2.3", "198.51.100.1, not an address")).isEqualTo("10.1.2.3");
    }

    @Test
    void portsAndBracketsAreNoPartOfAnAddress() {
        assertThat(of("10.1.2.3", "198.51.100.1:4711")).isEqualTo("198.51.100.1");
        assertThat(of("10.1.2.3", "[2001:db8:5::7]:4711")).isEqualTo("2001:db8:5:0::/64");
    }

    @Test
    void anAddressOfIpv6StandsForItsNetwork() {
        assertThat(of("2001:db8:1:2:3:4:5:6")).isEqualTo("2001:db8:1:2::/64");
        assertThat(of("2001:db8:1:2::9")).isEqualTo("2001:db8:1:2::/64");
        assertThat(of("::ffff:192.0.2.1")).isEqualTo("192.0.2.1");
    }

    @Test
    void aProxyThatIsNoAddressIsRefusedAtTheStart() {
        assertThatThrownBy(() -> new TrustedProxies(Optional.of(List.of("everybody"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'everybody' is neither an address nor a network");
        assertThatThrownBy(() -> new TrustedProxies(Optional.empty()).requireSome())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("TRUSTED_PROXIES");
    }
}
