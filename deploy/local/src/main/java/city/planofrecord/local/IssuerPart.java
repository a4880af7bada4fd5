package city.planofrecord.local;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.json.JsonMapper;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import org.jspecify.annotations.Nullable;

/** The issuer of bearer tokens for the local system. Whoever asks for a role gets it. */
final class IssuerPart implements Part {

    static final String ISSUER = "planofrecord";

    /** What a service asks for, for what it may do at another. */
    static final String SERVICE = "service";

    static final Duration GOOD_FOR = Duration.ofHours(12);

    /** Held, since a level set on a logger is lost with it. */
    private static final Logger REQUESTS = Logger.getLogger("mockwebserver3.MockWebServer");

    private final StateFolder state;
    private final int port;
    private @Nullable MockOAuth2Server server;

    IssuerPart(StateFolder state, int port) {
        this.state = state;
        this.port = port;
    }

    static URI address(int port) {
        return URI.create("http://127.0.0.1:" + port + "/" + ISSUER);
    }

    @Override
    public String name() {
        return "Token issuer on port " + port;
    }

    @Override
    public synchronized void start(Consumer<StartFailure> failed) throws Exception {
        REQUESTS.setLevel(Level.WARNING);
        try {
            server = new MockOAuth2Server(OAuth2Config.Companion.fromJson(configuration()));
            server.start(InetAddress.getLoopbackAddress(), port);
        } catch (RuntimeException e) {
            throw new StartFailure("The token issuer did not start: " + e.getMessage(), state.log("issuer"), e);
        }
    }

    @Override
    public synchronized void stop() {
        if (server != null) {
            server.shutdown();
            server = null;
        }
    }

    private static String configuration() throws Exception {
        var mappings = Stream.concat(Arrays.stream(Role.values()).map(Role::claim), Stream.of(SERVICE))
                .map(role -> Map.of(
                        "requestParam",
                        "scope",
                        "match",
                        role,
                        "claims",
                        Map.of("sub", role, "aud", List.of("planofrecord"), "roles", List.of(role))))
                .toList();
        var callback = Map.of("issuerId", ISSUER, "tokenExpiry", GOOD_FOR.toSeconds(), "requestMappings", mappings);
        return new JsonMapper()
                .writeValueAsString(Map.of("interactiveLogin", true, "tokenCallbacks", List.of(callback)));
    }
}
