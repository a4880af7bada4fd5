package city.planofrecord.chassis.access;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;

import city.planofrecord.chassis.testing.Issuer;

/** Somebody with keys of their own, served on an address of their own, who wants to be taken for an auditor. */
final class Forger implements AutoCloseable {

    private final Issuer issuer;
    private final RSAKey own;
    private final RSAKey theirs;
    private final HttpServer server;
    private final AtomicInteger asked = new AtomicInteger();

    Forger(Issuer issuer) {
        this.issuer = issuer;
        try {
            own = new RSAKeyGenerator(2048).keyID("forged").generate();
            theirs = JWKSet.load(URI.create(issuer.keys()).toURL())
                    .getKeys()
                    .getFirst()
                    .toRSAKey();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var keys = new JWKSet(own.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
            server.createContext("/", exchange -> {
                asked.incrementAndGet();
                exchange.sendResponseHeaders(200, keys.length);
                try (var out = exchange.getResponseBody()) {
                    out.write(keys);
                }
            });
            server.start();
        } catch (JOSEException | IOException | ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How often somebody fetched the forger's keys. */
    int asked() {
        return asked.get();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/keys");
    }

    /** Under the name of the provider's own key. */
    String underTheirName() {
        return signed(header -> header.keyID(theirs.getKeyID()));
    }

    String underTheName(String keyId) {
        return signed(header -> header.keyID(keyId));
    }

    String withoutAName() {
        return signed(header -> header);
    }

    String bringingItsKey() {
        return signed(header -> header.jwk(own.toPublicJWK()).keyID("forged"));
    }

    String sayingWhereItsKeyIs() {
        return signed(header -> header.jwkURL(address()).keyID("forged"));
    }

    String sayingWhereItsCertificateIs() {
        return signed(header -> header.x509CertURL(address()).keyID("forged"));
    }

    /** Signed by the secret that every one knows: the provider's public key, in the given form. */
    String byThePublicKeyAsSecret(boolean asText) {
        try {
            var der = theirs.toRSAPublicKey().getEncoded();
            var text = "-----BEGIN PUBLIC KEY-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END PUBLIC KEY-----\n";
            var header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                    .type(JOSEObjectType.JWT)
                    .keyID(theirs.getKeyID())
                    .build();
            var token = new SignedJWT(header, claims());
            token.sign(new MACSigner(asText ? text.getBytes(StandardCharsets.US_ASCII) : der));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As it would be, with a header of any kind and a signature of nobody. */
    String withTheHeader(String json) {
        var parts = withoutAName().split("\\.", -1);
        var header = Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
        return header + "." + parts[1] + "." + parts[2];
    }

    private String signed(UnaryOperator<JWSHeader.Builder> more) {
        try {
            var header = more.apply(new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT))
                    .build();
            var token = new SignedJWT(header, claims());
            token.sign(new RSASSASigner(own));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private JWTClaimsSet claims() {
        return new JWTClaimsSet.Builder()
                .issuer(issuer.address())
                .subject("forger")
                .audience(Issuer.AUDIENCE)
                .claim("roles", List.of("auditor"))
                .issueTime(new Date())
                .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                .build();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
