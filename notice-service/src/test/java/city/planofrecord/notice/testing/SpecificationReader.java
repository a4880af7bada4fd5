package city.planofrecord.notice.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import city.planofrecord.chassis.testing.FreePort;
import city.planofrecord.chassis.testing.RealServers;

/** A process beside this one that answers as the reader of specifications, over real HTTP. It can be stopped. */
public final class SpecificationReader implements QuarkusTestResourceLifecycleManager {

    private static volatile SpecificationReader running;

    private volatile HttpServer server;
    private Optional<SSLContext> tls = Optional.empty();
    private int port = FreePort.any();
    private volatile int status = 200;
    private volatile String answer = "{\"specifications\": [], \"findings\": []}";
    private volatile String asked = "";

    public static SpecificationReader current() {
        return running;
    }

    /** After the servers, whose authority it is known by where they speak TLS. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public Map<String, String> start() {
        tls = Optional.ofNullable(RealServers.current().authority())
                .map(authority -> authority.issue("reader", "ip:127.0.0.1").context());
        listen();
        running = this;
        return Map.of(
                "city.classification-service.url",
                (tls.isPresent() ? "https" : "http") + "://127.0.0.1:" + port,
                "quarkus.oidc-client.credentials.secret",
                "test");
    }

    /** Takes requests, on the same port as before. Nothing happens where it does already. */
    public synchronized void listen() {
        if (server != null) {
            return;
        }
        try {
            var opened = create(new InetSocketAddress("127.0.0.1", port));
            opened.createContext("/specification-imports", exchange -> {
                asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                var bytes = answer.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(status, bytes.length);
                exchange.getResponseBody().write(bytes);
                exchange.close();
            });
            opened.start();
            server = opened;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpServer create(InetSocketAddress address) throws IOException {
        if (tls.isEmpty()) {
            return HttpServer.create(address, 0);
        }
        var secure = HttpsServer.create(address, 0);
        secure.setHttpsConfigurator(new HttpsConfigurator(tls.get()));
        return secure;
    }

    public void answers(int withStatus, String withBody) {
        status = withStatus;
        answer = withBody;
    }

    /** The text of the last request. */
    public String asked() {
        return asked;
    }

    @Override
    public synchronized void stop() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }
}
