package city.planofrecord.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import org.jspecify.annotations.Nullable;

/** The issuer of bearer tokens for the local system, where browsers log in too. Whoever asks for a role gets it. */
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
            server = new MockOAuth2Server(configuration());
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

    /** The issuer reads the page from a file whenever somebody logs in. */
    private OAuth2Config configuration() throws IOException {
        Files.createDirectories(state.loginPage().getParent());
        try (var page = IssuerPart.class.getResourceAsStream("/login/index.html")) {
            Files.write(state.loginPage(), Objects.requireNonNull(page).readAllBytes());
        }
        return new OAuth2Config(
                true, state.loginPage().toString(), null, false, new OAuth2TokenProvider(), Set.of(new LocalTokens()));
    }
}
