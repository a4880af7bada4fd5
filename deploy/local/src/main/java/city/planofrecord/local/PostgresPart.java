package city.planofrecord.local;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.testing.PostgresServer;
import city.planofrecord.chassis.testing.ServiceDatabase;

/** PostgreSQL with a database for each service. */
final class PostgresPart implements Part {

    private final StateFolder state;
    private final int port;
    private final List<String> names;
    private final Children children;
    private final Map<String, ServiceDatabase> databases = new ConcurrentHashMap<>();
    private @Nullable PostgresServer server;
    private volatile boolean stopping;

    PostgresPart(StateFolder state, int port, List<String> names, Children children) {
        this.state = state;
        this.port = port;
        this.names = names;
        this.children = children;
    }

    @Override
    public String name() {
        return "PostgreSQL on port " + port;
    }

    /** To be asked once it has started. */
    ServiceDatabase database(String name) {
        var database = databases.get(name);
        if (database == null) {
            throw new IllegalStateException("There is no database " + name);
        }
        return database;
    }

    /** To be asked once it has started. */
    synchronized PostgresServer server() {
        if (server == null) {
            throw new IllegalStateException("PostgreSQL was not started");
        }
        return server;
    }

    @Override
    public synchronized void start(Consumer<StartFailure> failed) throws Exception {
        var log = state.log("postgresql");
        state.rollLog("postgresql");
        var settings = state.postgresql(port);
        try {
            if (stopping) {
                return;
            }
            PostgresServer.stopLeftBehind(settings);
            var started = PostgresServer.start(settings);
            server = started;
            children.add("postgresql", started.pid());
            for (var name : names) {
                databases.put(name, started.createServiceDatabase(name));
            }
            var _ = started.onExit().thenAccept(process -> {
                if (!stopping) {
                    failed.accept(new StartFailure("PostgreSQL ended with exit code " + process.exitValue(), log));
                }
            });
        } catch (RuntimeException e) {
            throw new StartFailure("PostgreSQL did not start: " + reason(e), log, e);
        }
    }

    @Override
    public synchronized void stop() {
        stopping = true;
        if (server != null) {
            server.stop();
        }
    }

    private static String reason(RuntimeException e) {
        return String.valueOf((e.getCause() == null ? e : e.getCause()).getMessage());
    }
}
