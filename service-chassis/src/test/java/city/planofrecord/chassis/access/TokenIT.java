package city.planofrecord.chassis.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.Issuer;
import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.chassis.thing.ThingService;

/** What is taken for a token, tried on an operation for auditors. */
@QuarkusTest
@TestProfile(ThingService.class)
class TokenIT {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TestHTTPResource("/audit?limit=1")
    URI audit;

    @Test
    void aTokenIsGoodFromItsBeginningToItsEndWithFiveSecondsForTheClocks() throws Exception {
        assertThat(status(claims(Map.of()))).isEqualTo(200);
        await().until(() -> status(claims(Map.of("exp", inSeconds(-2)))) == 200);
        assertThat(status(claims(Map.of("exp", inSeconds(-30))))).isEqualTo(401);
        assertThat(status(claims(Map.of("nbf", inSeconds(3))))).isEqualTo(200);
        assertThat(status(claims(Map.of("nbf", inSeconds(60))))).isEqualTo(401);
    }

    @Test
    void aTokenSaysFromWhomForWhomAboutWhomAndHowLong() throws Exception {
        for (var missing : List.of("iss", "aud", "sub", "exp", "iat")) {
            assertThat(status(without(missing))).as("without " + missing).isEqualTo(401);
        }
        assertThat(status(claims(Map.of("iss", "https://another.example")))).isEqualTo(401);
        assertThat(status(claims(Map.of("iss", issuer().address() + "/")))).isEqualTo(401);
        assertThat(status(claims(Map.of("aud", "planofrecord.evil.example")))).isEqualTo(401);
        assertThat(status(claims(Map.of("aud", "PLANOFRECORD")))).isEqualTo(401);
        assertThat(status(claims(Map.of("aud", List.of("another", Issuer.AUDIENCE)))))
                .isEqualTo(200);
    }

    @Test
    void rolesAreTakenFromTheirClaimOnlyAndAsTheyAreWritten() throws Exception {
        assertThat(status(claims(Map.of("roles", List.of("AUDITOR"))))).isEqualTo(403);
        assertThat(status(claims(Map.of("roles", List.of("auditor,clerk"))))).isEqualTo(403);
        assertThat(status(claims(Map.of("roles", List.of(), "groups", List.of("auditor"), "scope", "auditor"))))
                .isEqualTo(403);
        assertThat(status(claims(Map.of("roles", Map.of("auditor", true))))).isIn(401, 403);
    }

    @Test
    void aTokenThatWasMadeForSomethingElseOpensNothing() throws Exception {
        var issuer = issuer();

        assertThat(status(issuer.ofKind("at+jwt", "one", "auditor"))).isEqualTo(200);
        assertThat(status(issuer.ofKind("JWT", "one", "auditor"))).isEqualTo(200);
        assertThat(status(issuer.ofKind("logout+jwt", "one", "auditor"))).isEqualTo(401);
        assertThat(status(issuer.ofKind("dpop+jwt", "one", "auditor"))).isEqualTo(401);
        assertThat(status(claims(Map.of("typ", "Bearer")))).isEqualTo(200);
        assertThat(status(claims(Map.of("typ", "ID")))).isEqualTo(401);
        assertThat(status(claims(Map.of("typ", "Refresh")))).isEqualTo(401);
        assertThat(status(claims(Map.of("token_use", "id")))).isEqualTo(401);
        assertThat(status(claims(Map.of("at_hash", "x")))).isEqualTo(401);
        assertThat(status(claims(Map.of("events", Map.of("logout", Map.of()))))).isEqualTo(401);
    }

    @Test
    void nobodyElsesSignatureIsTakenWhateverTheHeaderSaysOfIt() throws Exception {
        try (var forger = new Forger(issuer())) {
            var forged = new HashMap<String, String>();
            forged.put("their key's name", forger.underTheirName());
            forged.put("an unknown name", forger.underTheName("nobody's"));
            forged.put("a path", forger.underTheName("../../../../../../dev/null"));
            forged.put("an address", forger.underTheName(forger.address().toString()));
            forged.put("SQL", forger.underTheName("x' or '1'='1' --"));
            forged.put("an endless name", forger.underTheName("k".repeat(8_000)));
            forged.put("no name", forger.withoutAName());
            forged.put("a key of its own", forger.bringingItsKey());
            forged.put("the address of a key", forger.sayingWhereItsKeyIs());
            forged.put("the address of a certificate", forger.sayingWhereItsCertificateIs());
            forged.put("the public key as a secret", forger.byThePublicKeyAsSecret(false));
            forged.put("the public key's text as a secret", forger.byThePublicKeyAsSecret(true));
            for (var algorithm : List.of("none", "None", "NONE", "HS256", "ES256", "PS256", "RS384", "", "RS256 ")) {
                forged.put(
                        "the algorithm '" + algorithm + "'",
                        forger.withTheHeader("{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\"}"));
            }
            forged.put("what must be understood", forger.withTheHeader("{\"alg\":\"RS256\",\"crit\":[\"exp\"]}"));
            forged.put("a number for an algorithm", forger.withTheHeader("{\"alg\":256}"));
            forged.put("a list for a header", forger.withTheHeader("[]"));
            forged.put("no JSON for a header", forger.withTheHeader("{"));
            for (var token : forged.entrySet()) {
                assertThat(status(token.getValue())).as(token.getKey()).isEqualTo(401);
            }
            assertThat(forger.asked()).isZero();
        }
        assertThat(status(claims(Map.of()))).isEqualTo(200);
    }

    @Test
    void whatIsNoTokenAtAllIsRefusedInWords() throws Exception {
        for (var nothing : List.of("", ".", "..", "a.b", "a.b.c.d.e", "\u00e9.x.y", "%00", "null", "x".repeat(7_000))) {
            var answer = send(request(audit).header("Authorization", "Bearer " + nothing));

            assertThat(answer.statusCode()).as(nothing).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate"))
                    .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Bearer"));
            assertThat(answer.body()).doesNotContain("Exception", "jose4j", "\tat ");
        }
    }

    @Test
    void aHeaderWithoutEndIsCutOffAtOnce() throws Exception {
        var since = System.nanoTime();

        var answer = send(request(audit).header("Authorization", "Bearer " + "x".repeat(200_000)));

        assertThat(answer.statusCode()).isBetween(400, 431);
        assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(Duration.ofSeconds(5));
        assertThat(status(claims(Map.of()))).isEqualTo(200);
    }

    @Test
    void aTokenIsTakenFromItsHeaderOnly() throws Exception {
        var good = claims(Map.of());

        assertThat(send(request(URI.create(audit + "&access_token=" + good))).statusCode())
                .isIn(400, 401);
        assertThat(send(request(URI.create(audit + "&token=" + good))).statusCode())
                .isIn(400, 401);
        for (var cookie : List.of("q_session", "access_token", "Authorization", "token")) {
            assertThat(send(request(audit).header("Cookie", cookie + "=" + good))
                            .statusCode())
                    .as(cookie)
                    .isEqualTo(401);
        }
        for (var header : List.of("X-Authorization", "Proxy-Authorization", "X-Forwarded-Access-Token")) {
            assertThat(send(request(audit).header(header, "Bearer " + good)).statusCode())
                    .as(header)
                    .isEqualTo(401);
        }
        for (var scheme : List.of("Basic", "Token", "JWT", "DPoP", "Bearer:")) {
            assertThat(send(request(audit).header("Authorization", scheme + " " + good))
                            .statusCode())
                    .as(scheme)
                    .isEqualTo(401);
        }
    }

    @Test
    void aNameInAHeaderIsNobody() throws Exception {
        for (var header : List.of("X-Forwarded-User", "X-Remote-User", "X-User", "X-Roles", "X-Auth-Roles")) {
            assertThat(send(request(audit).header(header, "auditor")).statusCode())
                    .as(header)
                    .isEqualTo(401);
        }
    }

    @Test
    void whoSaysTwiceWhoTheyAreIsNotAnsweredWhicheverComesFirst() throws Exception {
        var good = "Bearer " + claims(Map.of());
        var bad = "Bearer x.y.z";

        for (var pair : List.of(List.of(good, bad), List.of(bad, good), List.of(good, good))) {
            var request = request(audit);
            pair.forEach(one -> request.header("Authorization", one));

            assertThat(send(request).statusCode()).isEqualTo(401);
        }
    }

    private static Issuer issuer() {
        return RealServers.current().issuer();
    }

    /** An auditor's token, with some claims of its own. */
    private static String claims(Map<String, ?> own) {
        var claims = good();
        claims.putAll(own);
        return issuer().of(claims);
    }

    private static String without(String claim) {
        var claims = good();
        claims.remove(claim);
        return issuer().of(claims);
    }

    private static Map<String, Object> good() {
        var now = inSeconds(0);
        return new HashMap<>(Map.of(
                "iss",
                issuer().address(),
                "sub",
                "one",
                "aud",
                List.of(Issuer.AUDIENCE),
                "roles",
                List.of("auditor"),
                "iat",
                now - 60,
                "exp",
                now + 600));
    }

    private static long inSeconds(int seconds) {
        return Instant.now().getEpochSecond() + seconds;
    }

    private int status(String token) throws IOException, InterruptedException {
        return send(request(audit).header("Authorization", "Bearer " + token)).statusCode();
    }

    private static HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(20));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
