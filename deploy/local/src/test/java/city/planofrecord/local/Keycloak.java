package city.planofrecord.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.testing.Folders;

/**
 * A real Keycloak with the realm of {@code deploy/keycloak}, as a process on the loopback address. It can be stopped and
 * started again: its data stay until the next one begins.
 */
final class Keycloak implements TokenSource {

    static final String REALM = "planofrecord";
    static final String SERVICE_CLIENT = "notice-service";

    private static final Duration START = Duration.ofMinutes(4);
    private static final Duration STOP = Duration.ofSeconds(20);

    private final Path home;
    private final StateFolder state;
    private final Children children;
    private final int port;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(30))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final String password = UUID.randomUUID().toString();
    private final Map<Role, KeycloakUser> users = new ConcurrentHashMap<>();
    private @Nullable Process process;
    private volatile boolean stopping;

    /** @param home the distribution, unpacked; its data of earlier runs are removed */
    Keycloak(Path home, StateFolder state, Ports ports, Children children) {
        this.home = home;
        this.state = state;
        this.children = children;
        this.port = ports.issuer();
        try {
            Folders.delete(home.resolve("data"));
            var imported = Files.createDirectories(home.resolve("data").resolve("import"));
            var realm = Path.of(System.getProperty("basedir", "."), "..", "keycloak", REALM + "-realm.json");
            Files.copy(realm, imported.resolve(realm.getFileName()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    URI issuer(String realm) {
        return URI.create(address() + "/realms/" + realm);
    }

    KeycloakAdmin admin() {
        return new KeycloakAdmin(http, address(), password);
    }

    @Override
    public String name() {
        return "Keycloak on port " + port;
    }

    @Override
    public void start(Consumer<StartFailure> failed) throws Exception {
        stopping = false;
        state.rollLog("keycloak");
        // The state folder on the command line shows the guard of the processes that this one is ours.
        var builder = new ProcessBuilder(
                        "bash",
                        home.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "-Dplanofrecord.state=" + state.root() + "/",
                        "--import-realm",
                        "--cache=local",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(state.log("keycloak").toFile());
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "JAVA_OPTS_KC_HEAP",
                        "-Xms64m -Xmx512m",
                        "JAVA_OPTS_APPEND",
                        "-XX:TieredStopAtLevel=1",
                        "KC_BOOTSTRAP_ADMIN_USERNAME",
                        KeycloakAdmin.NAME,
                        "KC_BOOTSTRAP_ADMIN_PASSWORD",
                        password));
        var started = builder.start();
        process = started;
        started.getOutputStream().close();
        children.add("keycloak", started.pid());
        awaitReady(started);
        var _ = started.onExit().thenAccept(ended -> {
            if (!stopping) {
                failed.accept(ended(ended));
            }
        });
    }

    @Override
    public void stop() {
        stopping = true;
        var running = process;
        if (running == null) {
            return;
        }
        var all = running.descendants().toList();
        running.destroy();
        try {
            if (!running.waitFor(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                running.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            running.destroyForcibly();
            Thread.currentThread().interrupt();
        } finally {
            all.forEach(ProcessHandle::destroyForcibly);
        }
    }

    @Override
    public Provider provider() {
        // The scope "service" is the local issuer's; this provider gives the roles of the client's own account.
        return new Provider(issuer(REALM), "realm_access/roles", "openid", admin().secretOf(REALM, SERVICE_CLIENT));
    }

    /** Somebody at the desk who has the role and no other, with a password made at random. */
    KeycloakUser user(Role role) {
        return users.computeIfAbsent(role, one -> admin().create(REALM, "some-" + one.claim(), one.claim()));
    }

    @Override
    public String token(Role role) {
        return desk().login(user(role)).path("access_token").asText();
    }

    /** How somebody logs in to the desk. */
    CodeFlow desk() {
        return new CodeFlow(
                http,
                issuer(REALM),
                "planofrecord-desk",
                admin().secretOf(REALM, "planofrecord-desk"),
                "http://127.0.0.1:8083/desk/login");
    }

    /** As {@link #desk}, for a client without a secret. */
    CodeFlow login(String realm, String client, String redirect) {
        return new CodeFlow(http, issuer(realm), client, "", redirect);
    }

    private void awaitReady(Process started) throws InterruptedException {
        var deadline = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < deadline) {
            if (started.waitFor(200, TimeUnit.MILLISECONDS)) {
                throw ended(started);
            }
            if (answers()) {
                return;
            }
        }
        throw new StartFailure("Keycloak was not ready within " + START.toSeconds() + " s", state.log("keycloak"));
    }

    private boolean answers() throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(issuer(REALM) + "/.well-known/openid-configuration"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private StartFailure ended(Process ended) {
        return new StartFailure("Keycloak ended with exit code " + ended.exitValue(), state.log("keycloak"));
    }

    /** The distribution that the build has unpacked. */
    static Path unpacked() throws IOException {
        var folder = Path.of(System.getProperty("keycloak"));
        try (var content = Files.list(folder)) {
            return content.filter(one -> Files.exists(one.resolve("bin/kc.sh")))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("There is no Keycloak in " + folder));
        }
    }
}
