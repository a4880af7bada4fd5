package city.planofrecord.chassis.testing;

import java.util.Map;

/** A Kafka topic and the settings it is created with. */
public record Topic(String name, int partitions, short replication, Map<String, String> settings) {

    public Topic {
        settings = Map.copyOf(settings);
    }
}
