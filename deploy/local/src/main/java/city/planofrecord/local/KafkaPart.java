package city.planofrecord.local;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.testing.KafkaBroker;
import city.planofrecord.chassis.testing.Topics;

/** The Kafka broker, in this JVM, with every topic. */
final class KafkaPart implements Part {

    private final StateFolder state;
    private final Ports ports;
    private @Nullable KafkaBroker broker;
    private volatile boolean stopping;

    KafkaPart(StateFolder state, Ports ports) {
        this.state = state;
        this.ports = ports;
    }

    @Override
    public String name() {
        return "Kafka on port " + ports.kafka();
    }

    @Override
    public synchronized void start(Consumer<StartFailure> failed) {
        var log = state.log("kafka");
        try {
            if (stopping) {
                return;
            }
            var started = KafkaBroker.start(state.kafka(), ports.kafka(), ports.kafkaController());
            broker = started;
            started.createTopics(Topics.ALL);
            var _ = started.onFailure().thenAccept(reason -> {
                if (!stopping) {
                    failed.accept(new StartFailure(reason, log));
                }
            });
        } catch (RuntimeException e) {
            throw new StartFailure("Kafka did not start: " + e.getMessage(), log, e);
        }
    }

    @Override
    public synchronized void stop() {
        stopping = true;
        if (broker != null) {
            broker.stop();
        }
    }
}
