package city.planofrecord.notice.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** A process beside this one that answers as the reader of specifications, over real HTTP. It can be stopped. */
public final class SpecificationReader implements QuarkusTestResourceLifecycleManager {

    private static volatile SpecificationReader running;

    private volatile HttpServer server;
    private int port;
    private volatile int status = 200;
    private volatile String answer = "{\"specifications\": [], \"findings\": []}";
    private volatile String asked = "";

    public static SpecificationReader current() {
        return running;
    }

    @Override
    public Map<String, String> start() {
        listen();
        running = this;
        return Map.of(
                "city.classification-service.url",
                "http://127.0.0.1:" + port,
                "quarkus.oidc-client.credentials.secret",
                "test");
    }

    /** Takes requests, on the same port as before. Nothing happens where it does already. */
    public synchronized void listen() {
        if (server != null) {
            return;
        }
        try {
            var opened = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
            opened.createContext("/specification-imports", exchange -> {
                asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                var bytes = answer.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(status, bytes.length);
                exchange.getResponseBody().write(bytes);
                exchange.close();
            });
            opened.start();
            port = opened.getAddress().getPort();
            server = opened;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
