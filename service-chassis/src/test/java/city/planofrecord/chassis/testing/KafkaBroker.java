package city.planofrecord.chassis.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka broker that is its own controller, in this JVM, listening on 127.0.0.1 only, its data in a folder that
 * outlives it. It can be stopped and started again: folder, port and data stay the same.
 */
public final class KafkaBroker implements AutoCloseable {

    private final Path folder;
    private final int port;
    private final int controllerPort;
    private final Optional<Guard> guard;
    private CompletableFuture<String> failure = new CompletableFuture<>();
    private @Nullable KafkaRaftServer server;

    /**
     * Who may speak to the broker, and how: over TLS, by SCRAM.
     *
     * @param certificate what the broker shows
     * @param authority by which clients know it
     */
    public record Guard(Authority.Issued certificate, Path authority, String user, String password) {

        private static final String BROKER = "broker";

        /** What a client has to be told, as Kafka's clients take it. */
        public Map<String, String> clientSettings() {
            return Map.of(
                    "security.protocol", "SASL_SSL",
                    "sasl.mechanism", "SCRAM-SHA-512",
                    "sasl.jaas.config", login(user, password),
                    "ssl.truststore.type", "PEM",
                    "ssl.truststore.location", authority.toString());
        }

        private static String login(String user, String password) {
            return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + user
                    + "\" password=\"" + password + "\";";
        }

        private void addTo(Properties properties) {
            properties.put("listener.security.protocol.map", "CONTROLLER:PLAINTEXT,SASL_SSL:SASL_SSL");
            properties.put("inter.broker.listener.name", "SASL_SSL");
            properties.put("sasl.mechanism.inter.broker.protocol", "SCRAM-SHA-512");
            properties.put("sasl.enabled.mechanisms", "SCRAM-SHA-512");
            properties.put("listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config", login(BROKER, password));
            properties.put("ssl.keystore.type", "PEM");
            properties.put("ssl.keystore.location", certificate.both().toString());
            properties.put("ssl.truststore.type", "PEM");
            properties.put("ssl.truststore.location", authority.toString());
            properties.put("ssl.enabled.protocols", "TLSv1.3,TLSv1.2");
        }

        private List<String> atFormat() {
            return Stream.of(user, BROKER)
                    .flatMap(name ->
                            Stream.of("--add-scram", "SCRAM-SHA-512=[name=" + name + ",password=" + password + "]"))
                    .toList();
        }
    }

    private KafkaBroker(Path folder, int port, int controllerPort, Optional<Guard> guard) {
        this.guard = guard;
        this.folder = folder.toAbsolutePath();
        this.port = FreePort.orGiven(port);
        this.controllerPort = FreePort.orGiven(controllerPort);
    }

    /** A running broker on the given port, or on a free one where it is 0. */
    public static KafkaBroker start(Path folder, int port) {
        return start(folder, port, 0);
    }

    public static KafkaBroker start(Path folder, int port, int controllerPort) {
        var broker = new KafkaBroker(folder, port, controllerPort, Optional.empty());
        broker.start();
        return broker;
    }

    /** A running broker on a free port that speaks to nobody but over TLS and after a login. */
    public static KafkaBroker startGuarded(Path folder, Guard guard) {
        var broker = new KafkaBroker(folder, 0, 0, Optional.of(guard));
        broker.start();
        return broker;
    }

    /** What a client of this broker has to be told, its address among it. */
    public Map<String, Object> clientSettings() {
        var settings =
                new HashMap<String, Object>(guard.map(Guard::clientSettings).orElse(Map.of()));
        settings.put("bootstrap.servers", bootstrapServers());
        return settings;
    }

    /** Starts a stopped broker again and returns when it takes requests. Nothing happens where it runs. */
    public synchronized void start() {
        if (server != null) {
            return;
        }
        failure = new CompletableFuture<>();
        recordInsteadOfEndingTheJvm(failure);
        try {
            Files.createDirectories(folder);
            var properties = properties();
            format(properties);
            server = new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
            server.startup();
        } catch (IOException e) {
            throw new UncheckedIOException("Kafka could not be started in " + folder, e);
        }
    }

    public synchronized boolean isRunning() {
        return server != null;
    }

    public int port() {
        return port;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Completed with the reason when the running broker meets a fault that it cannot go on with. */
    public synchronized CompletableFuture<String> onFailure() {
        return failure;
    }

    /** Creates those of the topics that are not there yet. */
    public void createTopics(Collection<Topic> topics) {
        try (var admin = Admin.create(clientSettings())) {
            var there = admin.listTopics().names().get(30, TimeUnit.SECONDS);
            var missing = topics.stream()
                    .filter(topic -> !there.contains(topic.name()))
                    .map(topic -> new NewTopic(topic.name(), topic.partitions(), topic.replication())
                            .configs(topic.settings()))
                    .toList();
            admin.createTopics(missing).all().get(60, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka's topics could not be created", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while Kafka's topics were created", e);
        }
    }

    /** Stops the broker; the data stay. Nothing happens where it is stopped already. */
    public synchronized void stop() {
        if (server == null) {
            return;
        }
        server.shutdown();
        server.awaitShutdown();
        server = null;
    }

    @Override
    public void close() {
        stop();
    }

    private Properties properties() {
        var properties = new Properties();
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", "1");
        properties.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        properties.put("controller.listener.names", "CONTROLLER");
        var protocol = guard.isPresent() ? "SASL_SSL" : "PLAINTEXT";
        properties.put("listeners", protocol + "://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        properties.put("advertised.listeners", protocol + "://127.0.0.1:" + port);
        guard.ifPresent(given -> given.addTo(properties));
        properties.put("log.dirs", folder.resolve("data").toString());
        properties.put("auto.create.topics.enable", "false");
        properties.put("message.max.bytes", String.valueOf(Topics.MAX_MESSAGE_BYTES));
        properties.put("replica.fetch.max.bytes", String.valueOf(Topics.MAX_MESSAGE_BYTES));
        properties.put("offsets.topic.replication.factor", "1");
        properties.put("offsets.topic.num.partitions", "1");
        properties.put("transaction.state.log.replication.factor", "1");
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("transaction.state.log.num.partitions", "1");
        properties.put("share.coordinator.state.topic.replication.factor", "1");
        properties.put("share.coordinator.state.topic.min.isr", "1");
        properties.put("share.coordinator.state.topic.num.partitions", "1");
        // After a kill the broker has to wait until its earlier self is taken for gone.
        properties.put("broker.session.timeout.ms", "4000");
        properties.put("broker.heartbeat.interval.ms", "500");
        properties.put("group.initial.rebalance.delay.ms", "0");
        properties.put("log.index.size.max.bytes", String.valueOf(1024 * 1024));
        properties.put("log.cleaner.dedupe.buffer.size", String.valueOf(16 * 1024 * 1024));
        return properties;
    }

    private void format(Properties properties) throws IOException {
        if (Files.exists(folder.resolve("data").resolve("meta.properties"))) {
            return;
        }
        var file = folder.resolve("server.properties");
        try (var out = Files.newBufferedWriter(file)) {
            properties.store(out, null);
        }
        var output = new ByteArrayOutputStream();
        var command = new ArrayList<>(
                List.of("format", "--cluster-id", Uuid.randomUuid().toString(), "--config", file.toString()));
        guard.ifPresent(given -> command.addAll(given.atFormat()));
        try (var printer = new PrintStream(output, true, StandardCharsets.UTF_8)) {
            if (StorageTool.execute(command.toArray(String[]::new), printer) != 0) {
                throw new IOException(output.toString(StandardCharsets.UTF_8).strip());
            }
        }
    }

    private static void recordInsteadOfEndingTheJvm(CompletableFuture<String> failure) {
        Exit.Procedure procedure = (code, message) -> {
            var reason = "Kafka gave up with code " + code + (message == null ? "" : ": " + message);
            failure.complete(reason);
            throw new IllegalStateException(reason);
        };
        Exit.setExitProcedure(procedure);
        Exit.setHaltProcedure(procedure);
    }
}
