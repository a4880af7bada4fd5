package city.planofrecord.chassis.testing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every topic of the system, as the page on events lists them, sized for one broker. */
public final class Topics {

    /** The largest message that any topic takes, in bytes. */
    public static final int MAX_MESSAGE_BYTES = 16 * 1024 * 1024;

    private static final int PARTITIONS = 3;
    private static final String PREFIX = "planofrecord.";

    private static final List<Topic> SOURCES = List.of(
            byTime("job-classes"),
            compacted("job-classes.state"),
            byTime("pay-grades"),
            compacted("pay-grades.state"),
            byTime("grade-assignments"),
            compacted("grade-assignments.state"),
            forEver("notices"),
            forEver("notice-items"),
            forEver("audit-heads"));

    /** The topics that services write to, and for each the one that takes what a consumer could not process. */
    public static final List<Topic> ALL = Stream.concat(
                    SOURCES.stream(), SOURCES.stream().map(Topics::deadLetterOf))
            .toList();

    private Topics() {}

    /** A topic kept for ever, and the one that takes what a consumer could not process of it. */
    static Stream<Topic> withDeadLetter(String name) {
        var source = forEver(name);
        return Stream.of(source, deadLetterOf(source));
    }

    private static Topic byTime(String name) {
        return topic(
                name, Map.of("retention.ms", String.valueOf(Duration.ofDays(30).toMillis())));
    }

    private static Topic compacted(String name) {
        return topic(name, Map.of("cleanup.policy", "compact"));
    }

    private static Topic forEver(String name) {
        return topic(name, Map.of("retention.ms", "-1", "retention.bytes", "-1"));
    }

    private static Topic deadLetterOf(Topic source) {
        return forEver(source.name().substring(PREFIX.length()) + ".dead-letter");
    }

    private static Topic topic(String name, Map<String, String> settings) {
        var all = new TreeMap<>(settings);
        all.put("max.message.bytes", String.valueOf(MAX_MESSAGE_BYTES));
        return new Topic(PREFIX + name, PARTITIONS, (short) 1, all);
    }
}
