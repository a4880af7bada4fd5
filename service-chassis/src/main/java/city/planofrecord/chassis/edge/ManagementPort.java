package city.planofrecord.chassis.edge;

import java.util.concurrent.CompletionException;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A second port to the same service, for those who look after it. */
@Singleton
class ManagementPort {

    private static final Logger LOG = Logger.getLogger(ManagementPort.class);

    private final Vertx vertx;
    private final EdgeConfig.Management config;
    private volatile @Nullable HttpServer server;

    ManagementPort(Vertx vertx, EdgeConfig config) {
        this.vertx = vertx;
        this.config = config.management();
    }

    boolean isConfigured() {
        return config.port().isPresent();
    }

    /** Whether the request came in here, by the real address of the connection, whatever a proxy says of it. */
    boolean took(HttpServerRequest request) {
        var local = request.connection().localAddress(true);
        return server != null && local != null && local.port() == actualPort();
    }

    int actualPort() {
        var open = server;
        return open == null ? -1 : open.actualPort();
    }

    void open(@Observes StartupEvent start) {
        if (config.port().isEmpty()) {
            return;
        }
        var port = config.port().getAsInt();
        try {
            server = vertx.createHttpServer(
                            new HttpServerOptions().setHost(config.host()).setPort(port))
                    .requestHandler(VertxHttpRecorder.getRootHandler())
                    .listen()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
            LOG.infof("Health and metrics are answered on %s:%d only.", config.host(), actualPort());
        } catch (CompletionException e) {
            throw new IllegalStateException(
                    "The management port " + config.host() + ":" + port
                            + " cannot be opened. Set MANAGEMENT_PORT to a free one, or leave it out.",
                    e);
        }
    }

    void close(@Observes ShutdownEvent stop) {
        var open = server;
        if (open != null) {
            server = null;
            open.close().toCompletionStage().toCompletableFuture().join();
        }
    }
}
