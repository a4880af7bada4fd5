package city.planofrecord.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import city.planofrecord.local.CodeFlow.Proof;
import city.planofrecord.local.client.Answer;
import city.planofrecord.local.client.ServiceClient;
import city.planofrecord.local.story.City;

/**
 * The three services with the tokens of a real Keycloak and the realm of {@code deploy/keycloak}. Run by
 * {@code deploy/test --with-keycloak}.
 */
@Tag("keycloak")
class KeycloakIT {

    private static final String REDIRECT = "http://127.0.0.1:8083/desk/login";
    private static final String DOCS_REDIRECT = "http://127.0.0.1:8081/q/swagger-ui/oauth2-redirect.html";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(30)).build();

    private static WholeSystem system;
    private static Keycloak keycloak;

    @BeforeAll
    static void start() throws IOException {
        var home = Keycloak.unpacked();
        system = WholeSystem.trusting("keycloak-system", (state, ports, children) -> {
            keycloak = new Keycloak(home, state, ports, children);
            return keycloak;
        });
    }

    @AfterAll
    static void stop() {
        if (system != null) {
            system.stop();
        }
    }

    @Test
    void eachRoleMayDoWhatItsRoleMayAndNothingThatIsAnothers() {
        var tokens = new LinkedHashMap<String, String>();
        for (var role : Role.values()) {
            tokens.put(role.claim(), keycloak.token(role));
        }
        tokens.put("service", serviceToken());
        var wrong = new ArrayList<String>();
        var calls = 0;
        for (var service : system.audited().entrySet()) {
            var all = new Calls(HTTP, service.getValue());
            for (var operation : all.protectedOperations()) {
                for (var token : tokens.entrySet()) {
                    calls++;
                    var status = all.status(operation, token.getValue());
                    var may = operation.roles().contains(token.getKey());
                    if (may == (status == 401 || status == 403) || !may && status != 403) {
                        wrong.add(operation + " of " + service.getKey() + " for " + token.getKey() + ": " + status);
                    }
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(calls).isGreaterThan(300);
        System.out.printf("%d calls by tokens of Keycloak%n", calls);
    }

    @Test
    void aNoticeGoesFromItsDraftToBothRegistersByThreePeopleWithALoginEach() {
        var hall = new CityHall(system.city());
        hall.has("KC0001");
        hall.posts("KC-1", CityHall.regraded("KC0001", "Keeper of the Cloak"));

        hall.approves("KC-1");

        hall.awaitApplied("KC-1");
        assertThat(hall.classPay("KC0001", CityHall.EFFECTIVE)
                        .body()
                        .path("grade")
                        .asText())
                .isEqualTo(CityHall.NEXT_GRADE);
    }

    @Test
    void whoDraftedANoticeCannotDecideItWhateverRolesTheirLoginHas() {
        var hall = new CityHall(system.city());
        hall.has("KC0002");
        var both = keycloak.admin().create(Keycloak.REALM, "both", "analyst", "clerk");
        var token = keycloak.desk().login(both).path("access_token").asText();
        var notices = system.city().notices();
        new CityHall(new City(
                        system.city().classification(),
                        system.city().paygrade(),
                        new City.Desks(notices.analyst().bearing(token), notices.director(), notices.clerk()),
                        system.city().kafka(),
                        WholeSystem.ZONE))
                .posts("KC-2", CityHall.regraded("KC0002", "Judge of their own"));

        var refused = notices.clerk()
                .bearing(token)
                .post(
                        "/notices/KC-2/decision",
                        CodeFlow.json("{\"decidedOn\":\"2011-04-07\",\"body\":\"Board\",\"outcome\":\"APPROVED\"}"));

        assertThat(refused.status()).as(refused.explanation()).isEqualTo(403);
    }

    @Test
    void whoWroteIsInTheAuditTrailByTheSubjectOfTheLogin() {
        var hall = new CityHall(system.city());
        hall.has("KC0003");

        var subject = new Jwt(keycloak.token(Role.ANALYST)).claims().path("sub").asText();

        assertThat(subject).isNotEmpty();
        assertThat(system.city()
                        .classification()
                        .bearing(keycloak.token(Role.AUDITOR))
                        .get("/audit?limit=500")
                        .text())
                .contains(subject);
    }

    @Test
    void aLoginOfSwaggerUisClientIsGoodToo() {
        var token = keycloak.login(Keycloak.REALM, "planofrecord-docs", DOCS_REDIRECT)
                .login(keycloak.user(Role.AUDITOR))
                .path("access_token")
                .asText();

        assertThat(audit(token).status()).isEqualTo(200);
    }

    @Test
    void aTokenIsRefusedOnceItHasExpired() {
        var brief = "brief-" + System.nanoTime();
        keycloak.admin().createClient(Keycloak.REALM, brief, REDIRECT, Map.of("access.token.lifespan", "4"), true);

        var token = keycloak.login(Keycloak.REALM, brief, REDIRECT)
                .login(keycloak.user(Role.AUDITOR))
                .path("access_token")
                .asText();

        assertThat(audit(token).status()).isEqualTo(200);
        await().atMost(WholeSystem.PATIENCE).until(() -> audit(token).status() == 401);
    }

    @Test
    void aTokenForAnotherSystemIsRefused() {
        keycloak.admin().createClient(Keycloak.REALM, "another-system", REDIRECT, Map.of(), false);

        var token = keycloak.login(Keycloak.REALM, "another-system", REDIRECT)
                .login(keycloak.user(Role.AUDITOR))
                .path("access_token")
                .asText();

        assertThat(new Jwt(token).claims().path("realm_access").path("roles").toString())
                .contains("auditor");
        assertThat(audit(token).status()).isEqualTo(401);
    }

    @Test
    void aTokenOfAnotherRealmOfTheSameKeycloakIsRefused() {
        var admin = keycloak.admin();
        admin.createRealm("another", "auditor");
        admin.createClient("another", "desk", REDIRECT, Map.of(), true);
        var user = admin.create("another", "some-auditor", "auditor");

        var token = keycloak.login("another", "desk", REDIRECT)
                .login(user)
                .path("access_token")
                .asText();

        assertThat(new Jwt(token).claims().path("aud").toString()).contains("planofrecord");
        assertThat(audit(token).status()).isEqualTo(401);
    }

    @Test
    void theTokenThatSaysWhoLoggedInOpensNothing() {
        var tokens = keycloak.desk().login(keycloak.user(Role.AUDITOR));

        assertThat(audit(tokens.path("id_token").asText()).status()).isEqualTo(401);
        assertThat(audit(tokens.path("refresh_token").asText()).status()).isEqualTo(401);
    }

    @Test
    void noClientLogsAnybodyInWithoutPkce() {
        for (var client :
                List.of(keycloak.desk(), keycloak.login(Keycloak.REALM, "planofrecord-docs", DOCS_REDIRECT))) {
            var proof = Proof.fresh();
            var plain = Map.of("code_challenge", proof.challenge(), "code_challenge_method", "plain");

            assertThat(CodeFlow.back(client.authorize(Map.of())))
                    .containsEntry("error", "invalid_request")
                    .doesNotContainKey("code");
            assertThat(CodeFlow.back(client.authorize(plain)))
                    .containsEntry("error", "invalid_request")
                    .doesNotContainKey("code");
        }
    }

    @Test
    void aCodeIsOfNoUseToWhoDidNotBeginTheLoginAndOnlyOnce() {
        var desk = keycloak.desk();
        var proof = Proof.fresh();

        var stolen = desk.redeem(desk.code(keycloak.user(Role.CLERK), proof), Proof.fresh());
        var code = desk.code(keycloak.user(Role.CLERK), proof);

        assertThat(stolen.statusCode()).isEqualTo(400);
        assertThat(desk.redeem(code, proof).statusCode()).isEqualTo(200);
        assertThat(desk.redeem(code, proof).statusCode()).isEqualTo(400);
    }

    @Test
    void noClientTakesPasswordsOrSendsABrowserElsewhere() {
        var clerk = keycloak.user(Role.CLERK);
        var desk = keycloak.desk();
        var grant = Map.of("grant_type", "password", "username", clerk.name(), "password", clerk.password());
        var elsewhere = desk.authorize(Map.of(
                "redirect_uri", "http://127.0.0.1:8083.evil.example/desk",
                "code_challenge", Proof.fresh().challenge(),
                "code_challenge_method", "S256"));

        assertThat(desk.token(grant).statusCode()).isIn(400, 401);
        assertThat(elsewhere.statusCode()).isEqualTo(400);
        assertThat(elsewhere.headers().firstValue("Location")).isEmpty();
    }

    @Test
    void attachmentsAreReadByATokenOfTheServiceItself() {
        var analyst = keycloak.token(Role.ANALYST);
        var read = dryImport(analyst);
        keycloak.admin().enable(Keycloak.REALM, Keycloak.SERVICE_CLIENT, false);
        Answer without;
        try {
            without = dryImport(analyst);
        } finally {
            keycloak.admin().enable(Keycloak.REALM, Keycloak.SERVICE_CLIENT, true);
        }

        assertThat(read.status()).as(read.explanation()).isEqualTo(200);
        assertThat(read.body().path("attachments"))
                .isNotEmpty()
                .allSatisfy(attachment -> assertThat(
                                attachment.path("specification").path("title").asText())
                        .isNotEmpty());
        assertThat(without.status()).as(without.explanation()).isEqualTo(503);
        assertThat(dryImport(analyst).status()).isEqualTo(200);
    }

    @Test
    void theTokenOfTheServiceHasItsOneRoleAndOpensOneOperation() {
        var token = serviceToken();
        var open = new ArrayList<String>();
        for (var service : system.audited().entrySet()) {
            var all = new Calls(HTTP, service.getValue());
            for (var operation : all.protectedOperations()) {
                if (all.status(operation, token) != 403) {
                    open.add(operation + " of " + service.getKey());
                }
            }
        }

        assertThat(new Jwt(token).claims().path("realm_access").path("roles").toString())
                .isEqualTo("[\"service\"]");
        assertThat(open).containsExactly("POST /specification-imports of classification-service");
    }

    @Test
    void aNewSigningKeyIsFollowedAndARemovedOneForgottenWhileTheServicesRun() {
        var before = keycloak.token(Role.AUDITOR);
        assertThat(audit(before).status()).isEqualTo(200);
        // Whoever sends tokens of made-up keys must not keep the services from the city's next key for long.
        assertThat(audit(new Jwt(before).ofAnUnknownKey()).status()).isEqualTo(401);

        keycloak.admin().addSigningKey(Keycloak.REALM, 200);
        var after = keycloak.token(Role.AUDITOR);

        assertThat(new Jwt(after).keyId()).isNotEqualTo(new Jwt(before).keyId());
        await().atMost(WholeSystem.PATIENCE).until(() -> audit(after).status() == 200);
        assertThat(audit(before).status()).isEqualTo(200);

        keycloak.admin().addSigningKey(Keycloak.REALM, 300);
        keycloak.admin().removeSigningKeys(Keycloak.REALM, 300);
        var last = keycloak.token(Role.AUDITOR);

        await().atMost(WholeSystem.PATIENCE).until(() -> audit(last).status() == 200);
        assertThat(audit(before).status()).isEqualTo(401);
        assertThat(audit(after).status()).isEqualTo(401);
    }

    @Test
    void whileTheProviderIsAwayTheServicesGoOnWithTheKeysThatTheyKnow() throws Exception {
        var auditor = keycloak.token(Role.AUDITOR);
        var analyst = keycloak.token(Role.ANALYST);
        await().atMost(WholeSystem.PATIENCE).until(() -> audit(auditor).status() == 200);
        keycloak.stop();
        try {
            for (var service : system.audited().values()) {
                assertThat(new Calls(HTTP, service).status("/q/health/ready")).isEqualTo(200);
            }
            assertThat(open("classification-service")
                            .get("/job-classes?limit=1")
                            .status())
                    .isEqualTo(200);
            assertThat(open("paygrade-service").get("/pay-grades?limit=1").status())
                    .isEqualTo(200);
            assertThat(open("notice-service").get("/notices?limit=1").status()).isEqualTo(200);
            assertThat(audit(auditor).status()).isEqualTo(200);
            assertThat(audit("").status()).isEqualTo(401);
            assertThat(audit(new Jwt(auditor).ofAnUnknownKey()).status()).isIn(401, 503);
            assertClear(audit(new Jwt(auditor).ofAnUnknownKey()));
            var notRead = dryImport(analyst);
            assertThat(notRead.status()).isEqualTo(503);
            assertClear(notRead);
        } finally {
            keycloak.start(failure -> {});
        }

        assertThat(dryImport(keycloak.token(Role.ANALYST)).status()).isEqualTo(200);
    }

    /** A problem in words, with nothing of what is inside. */
    private static void assertClear(Answer answer) {
        assertThat(answer.body().path("detail").asText()).isNotEmpty();
        assertThat(answer.text()).doesNotContain("Exception", "io.quarkus", "\tat ", "127.0.0.1");
    }

    /** The service, for whoever has no token. */
    private static ServiceClient open(String service) {
        return ServiceClient.of(service, system.audited().get(service), HTTP);
    }

    private static Answer audit(String token) {
        return open("classification-service").bearing(token).get("/audit?limit=1");
    }

    private static Answer dryImport(String token) {
        try {
            var document = Files.readAllBytes(Path.of(System.getProperty("samples"), "notice-1341.txt"));
            return open("notice-service")
                    .bearing(token)
                    .post("/notice-imports?dryRun=true", "text/plain; charset=utf-8", document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String serviceToken() {
        var client = new CodeFlow(
                HTTP,
                keycloak.issuer(Keycloak.REALM),
                Keycloak.SERVICE_CLIENT,
                keycloak.provider().serviceSecret(),
                "");
        return CodeFlow.json(client.token(Map.of("grant_type", "client_credentials", "scope", "openid"))
                        .body())
                .path("access_token")
                .asText();
    }
}
