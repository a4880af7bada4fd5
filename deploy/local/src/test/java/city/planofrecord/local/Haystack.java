package city.planofrecord.local;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import city.planofrecord.chassis.testing.PostgresServer;

/** All that a system keeps, to be searched for what was planted in it. */
final class Haystack {

    private static final int AT_A_TIME = 4 * 1024 * 1024;
    private static final int OVERLAP = 200;

    private Haystack() {}

    /** Which of the words stand in which files below the folder: data, write-ahead logs, logs of processes, archives. */
    static List<String> files(Path folder, List<String> words) {
        var found = new ArrayList<String>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    // Kafka's indexes hold offsets only, and room for a great many.
                    if (attributes.isRegularFile() && !file.toString().endsWith("index")) {
                        search(file, words, found);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                    return goneMeanwhile(e);
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, IOException e) throws IOException {
                    return e == null ? FileVisitResult.CONTINUE : goneMeanwhile(e);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static FileVisitResult goneMeanwhile(IOException e) throws IOException {
        if (e instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE;
        }
        throw e;
    }

    private static void search(Path file, List<String> words, List<String> found) {
        var hits = new TreeSet<String>();
        try (var in = Files.newInputStream(file)) {
            var before = "";
            for (var read = in.readNBytes(AT_A_TIME); read.length > 0; read = in.readNBytes(AT_A_TIME)) {
                var text = before + new String(read, ISO_8859_1);
                words.stream().filter(word -> text.contains(bytes(word))).forEach(hits::add);
                before = text.substring(Math.max(0, text.length() - OVERLAP));
            }
        } catch (NoSuchFileException gone) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        hits.forEach(hit -> found.add(hit + " in " + file));
    }

    /** Every row of every table of a database, each as one line. */
    static String rows(PostgresServer server, String database) throws SQLException {
        var rows = new StringBuilder();
        try (var connection = server.connectAsSuperuser(database);
                var sql = connection.createStatement()) {
            sql.execute("checkpoint");
            var tables = new ArrayList<String>();
            try (var found = sql.executeQuery("select table_name from information_schema.tables"
                    + " where table_schema = 'public' and table_type = 'BASE TABLE'")) {
                while (found.next()) {
                    tables.add(found.getString(1));
                }
            }
            for (var table : tables) {
                try (var found = sql.executeQuery("select cast(t as text) from " + table + " t")) {
                    while (found.next()) {
                        rows.append(table)
                                .append(' ')
                                .append(found.getString(1))
                                .append('\n');
                    }
                }
            }
        }
        return rows.toString();
    }

    /** Every record of every topic, those that Kafka keeps for itself as well: key, headers and value. */
    static String topics(String kafka) {
        var all = new StringBuilder();
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka, "exclude.internal.topics", "false"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.listTopics().values().stream()
                    .flatMap(List::stream)
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(one -> {
                    all.append(one.topic()).append(' ').append(text(one.key()));
                    one.headers()
                            .forEach(header -> all.append(' ')
                                    .append(header.key())
                                    .append('=')
                                    .append(text(header.value())));
                    all.append(' ').append(text(one.value())).append('\n');
                });
            }
        }
        return all.toString();
    }

    private static String text(byte[] bytes) {
        return bytes == null ? "" : new String(bytes, UTF_8);
    }

    private static String bytes(String word) {
        return new String(word.getBytes(UTF_8), ISO_8859_1);
    }
}
