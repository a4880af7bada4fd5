package city.planofrecord.local;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The end of a log that tells why a process died. */
final class LogTail {

    private static final int LINES = 30;
    private static final int BYTES = 64 * 1024;
    private static final Pattern TROUBLE = Pattern.compile("\\b(ERROR|FATAL|PANIC|SEVERE)\\b|Exception\\b|Error:");

    private LogTail() {}

    /** The last lines, begun at the last stretch of trouble where there is one; none where there is no log. */
    static List<String> of(Path log) throws IOException {
        if (!Files.exists(log)) {
            return List.of();
        }
        var lines = lastBytes(log).lines().filter(line -> !line.isBlank()).toList();
        var from = Math.max(0, lines.size() - LINES);
        for (int i = 0; i < lines.size(); i++) {
            if (TROUBLE.matcher(lines.get(i)).find()) {
                from = Math.max(i, lines.size() - 4 * LINES);
                break;
            }
        }
        return lines.subList(from, Math.min(lines.size(), from + LINES));
    }

    private static String lastBytes(Path log) throws IOException {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            var start = Math.max(0, file.length() - BYTES);
            file.seek(start);
            var bytes = new byte[(int) (file.length() - start)];
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
