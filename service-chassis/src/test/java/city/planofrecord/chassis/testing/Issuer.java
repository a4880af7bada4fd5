package city.planofrecord.chassis.testing;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.nimbusds.jose.JOSEObjectType;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;

/** An OpenID provider that signs whatever tests ask it for. */
public final class Issuer implements AutoCloseable {

    public static final String AUDIENCE = "planofrecord";

    private static final String OURS = "city";
    private static final Duration GOOD_FOR = Duration.ofHours(1);

    /** Held, since a level set on a logger is lost with it. */
    private static final Logger REQUESTS = Logger.getLogger("mockwebserver3.MockWebServer");

    private final MockOAuth2Server server;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    private Issuer(MockOAuth2Server server) {
        this.server = server;
    }

    static Issuer start() {
        return start(new MockOAuth2Server());
    }

    /** One that is reached over https only. */
    static Issuer start(Authority.Issued certificate) {
        var config = JsonNodeFactory.instance.objectNode();
        config.putObject("httpServer")
                .put("type", "MockWebServerWrapper")
                .putObject("ssl")
                .put("keyPassword", Authority.PASSWORD)
                .put("keystoreFile", certificate.store().toString())
                .put("keystoreType", "PKCS12")
                .put("keystorePassword", Authority.PASSWORD);
        return start(new MockOAuth2Server(OAuth2Config.Companion.fromJson(config.toString())));
    }

    private static Issuer start(MockOAuth2Server server) {
        REQUESTS.setLevel(Level.WARNING);
        var issuer = new Issuer(server);
        issuer.server.start(InetAddress.getLoopbackAddress(), 0);
        return issuer;
    }

    /** Where it is, as the services are told. */
    public String address() {
        var url = server.issuerUrl(OURS).toString();
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    /** A good token of somebody with the roles. */
    public String token(String subject, String... roles) {
        return tokens.computeIfAbsent(
                subject + List.of(roles), _ -> token(OURS, subject, AUDIENCE, GOOD_FOR, List.of(roles)));
    }

    /** A token that expired an hour ago. */
    public String expired(String subject, String... roles) {
        return token(OURS, subject, AUDIENCE, GOOD_FOR.negated(), List.of(roles));
    }

    /** A token for another system. */
    public String forAnother(String subject, String... roles) {
        return token(OURS, subject, "another", GOOD_FOR, List.of(roles));
    }

    /** A token that names another issuer, signed with a key of that one. */
    public String ofAnother(String subject, String... roles) {
        return token("another", subject, AUDIENCE, GOOD_FOR, List.of(roles));
    }

    /** Who the next browser is that comes to log in; it is asked nothing, and gets a code at once. */
    public void nextLogin(String subject, String audience, String... roles) {
        server.enqueueCallback(new DefaultOAuth2TokenCallback(
                OURS,
                subject,
                JOSEObjectType.JWT.getType(),
                List.of(audience),
                Map.of("roles", List.of(roles)),
                GOOD_FOR.toSeconds()));
    }

    private String token(String issuer, String subject, String audience, Duration goodFor, List<String> roles) {
        return server.issueToken(
                        issuer,
                        "test",
                        new DefaultOAuth2TokenCallback(
                                issuer,
                                subject,
                                JOSEObjectType.JWT.getType(),
                                List.of(audience),
                                Map.of("roles", roles),
                                goodFor.toSeconds()))
                .serialize();
    }

    @Override
    public void close() {
        server.shutdown();
    }
}
