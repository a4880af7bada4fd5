package city.planofrecord.chassis.testing;

import java.net.InetAddress;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.OAuth2HttpServer;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/** An OpenID provider that signs whatever tests ask it for. */
public final class Issuer implements AutoCloseable {

    public static final String AUDIENCE = "planofrecord";

    private static final String OURS = "city";
    private static final Duration GOOD_FOR = Duration.ofHours(1);

    /** Held, since a level set on a logger is lost with it. */
    private static final Logger REQUESTS = Logger.getLogger("mockwebserver3.MockWebServer");

    private final KeyProvider keys;
    private final MockOAuth2Server server;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    private Issuer(Optional<OAuth2HttpServer> http) {
        keys = new KeyProvider();
        var tokens = new OAuth2TokenProvider(keys);
        server = new MockOAuth2Server(http.map(own -> new OAuth2Config(false, null, null, false, tokens, Set.of(), own))
                .orElseGet(() -> new OAuth2Config(false, null, null, false, tokens)));
    }

    static Issuer start() {
        return start(Optional.empty());
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
        return start(
                Optional.of(OAuth2Config.Companion.fromJson(config.toString()).getHttpServer()));
    }

    private static Issuer start(Optional<OAuth2HttpServer> http) {
        REQUESTS.setLevel(Level.WARNING);
        var issuer = new Issuer(http);
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
        nextLogin(subject, audience, GOOD_FOR, roles);
    }

    /** Likewise; the tokens are good for so long, and can be renewed. */
    public void nextLogin(String subject, String audience, Duration goodFor, String... roles) {
        server.enqueueCallback(new DefaultOAuth2TokenCallback(
                OURS,
                subject,
                JOSEObjectType.JWT.getType(),
                List.of(audience),
                Map.of("roles", List.of(roles)),
                goodFor.toSeconds()));
    }

    /**
     * A token signed as any other of this issuer, with the claims and no other.
     *
     * @param claims with times in seconds
     */
    public String of(Map<String, ?> claims) {
        try {
            var key = keys.signingKey(OURS).toRSAKey();
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .type(JOSEObjectType.JWT)
                    .keyID(key.getKeyID())
                    .build();
            var token = new SignedJWT(header, JWTClaimsSet.parse(Map.copyOf(claims)));
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException | ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A good token but for its header, which says it is of the kind. */
    public String ofKind(String typ, String subject, String... roles) {
        return server.issueToken(
                        OURS,
                        "test",
                        new DefaultOAuth2TokenCallback(
                                OURS,
                                subject,
                                typ,
                                List.of(AUDIENCE),
                                Map.of("roles", List.of(roles)),
                                GOOD_FOR.toSeconds()))
                .serialize();
    }

    /** Where the keys are that it signs with. */
    public String keys() {
        return server.jwksUrl(OURS).toString();
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
