package city.planofrecord.chassis.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What was answered to bytes on a socket.
 *
 * @param status 0 where the line was cut without a word
 * @param took from the first byte sent to the last received
 * @param sent how many bytes of the body were taken
 */
public record Answer(int status, List<RawHttp.Header> headers, byte[] body, Duration took, long sent) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What tells of our insides; nothing hostile that is sent has any of it. */
    private static final Pattern INSIDES = Pattern.compile("Exception|java\\.|jakarta\\.|org\\.|io\\.quarkus|io\\.vertx"
            + "|city\\.planofrecord\\.|jdbc|PSQL|SQLSTATE|SQLState|ERROR:|Position: \\d|relation \"|\\tat |/tmp/|/usr/|/home/|root:x:"
            + "|com\\.fasterxml|Hibernate|\\.java:\\d");

    static Answer read(byte[] received, Duration took, long sent) {
        var end = endOfHead(received);
        if (end < 0) {
            return new Answer(0, List.of(), received, took, sent);
        }
        var lines = new String(received, 0, end, StandardCharsets.ISO_8859_1).split("\r\n");
        var headers = new ArrayList<RawHttp.Header>();
        for (var line : Arrays.asList(lines).subList(1, lines.length)) {
            var colon = line.indexOf(':');
            headers.add(new RawHttp.Header(
                    line.substring(0, Math.max(colon, 0)),
                    line.substring(colon + 1).strip()));
        }
        var status = Integer.parseInt(lines[0].split(" ")[1]);
        var body = Arrays.copyOfRange(received, end + 4, received.length);
        var answer = new Answer(status, List.copyOf(headers), body, took, sent);
        return answer.header("Transfer-Encoding").isPresent()
                ? new Answer(status, answer.headers, joined(body), took, sent)
                : answer;
    }

    private static int endOfHead(byte[] received) {
        for (var i = 0; i + 3 < received.length; i++) {
            if (received[i] == '\r' && received[i + 1] == '\n' && received[i + 2] == '\r' && received[i + 3] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private static byte[] joined(byte[] chunks) {
        var joined = new ByteArrayOutputStream();
        var at = 0;
        while (at < chunks.length) {
            var end = at;
            while (end < chunks.length && chunks[end] != '\r') {
                end++;
            }
            var length = Integer.parseInt(
                    new String(chunks, at, end - at, StandardCharsets.US_ASCII).split(";")[0].strip(), 16);
            joined.write(chunks, end + 2, Math.min(length, Math.max(0, chunks.length - end - 2)));
            at = end + 2 + length + 2;
            if (length == 0) {
                break;
            }
        }
        return joined.toByteArray();
    }

    /** The values of the header, one for each time it was sent. */
    public List<String> values(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(RawHttp.Header::value)
                .toList();
    }

    public Optional<String> header(String name) {
        return values(name).stream().findFirst();
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new IllegalStateException(text(), e);
        }
    }

    /** Whether it refuses as the service does, and not as the server in front of it. */
    public boolean isProblem() {
        if (!header("Content-Type").orElse("").startsWith("application/problem+json")) {
            return false;
        }
        try {
            var problem = JSON.readTree(body);
            return problem.path("status").asInt() == status
                    && problem.path("title").isTextual()
                    && problem.path("detail").isTextual();
        } catch (IOException e) {
            return false;
        }
    }

    /** What the answer tells that it must not; empty where it keeps to itself. */
    public Optional<String> indiscretion() {
        if (status < 400 && status != 0) {
            return Optional.empty();
        }
        var found = INSIDES.matcher(text());
        return found.find() ? Optional.of(found.group()) : Optional.empty();
    }

    /** Whether a header that somebody sent as a part of something else stands among the answer's own. */
    public boolean bears(String header) {
        return header(header).isPresent();
    }
}
