package city.planofrecord.chassis.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import io.restassured.RestAssured;

/** Requests as bytes on a socket, for what no client would send. */
public final class RawHttp {

    private static final int LONGEST_MS = 10_000;

    private RawHttp() {}

    /** What came back before the server closed, or fell silent. */
    public record Answer(int status, List<String> headers, String body) {

        /** The values of the header, one for each time it was sent. */
        public List<String> values(String name) {
            return headers.stream()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .toList();
        }
    }

    /** To the service under test; {@code Host} and {@code Connection: close} are added to the lines. */
    public static Answer send(String... lines) {
        return sendFrom("127.0.0.1", RestAssured.port, lines);
    }

    /** From another of this machine's own addresses, for what depends on who asks. */
    public static Answer sendFrom(String address, int port, String... lines) {
        return exchange(address, port, lines[0], head(port, lines));
    }

    /** As {@link #send}, with bytes of the body as they are put on the line. */
    public static Answer sendWithBody(String body, String... lines) {
        return exchange("127.0.0.1", RestAssured.port, lines[0], head(RestAssured.port, lines) + body);
    }

    private static String head(int port, String... lines) {
        return String.join("\r\n", lines) + "\r\nHost: 127.0.0.1:" + port + "\r\nConnection: close\r\n\r\n";
    }

    private static Answer exchange(String address, int port, String what, String request) {
        try (var socket = new Socket()) {
            socket.bind(new InetSocketAddress(address, 0));
            socket.setSoTimeout(LONGEST_MS);
            socket.connect(new InetSocketAddress("127.0.0.1", port), LONGEST_MS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return parse(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(what, e);
        }
    }

    private static Answer parse(String answer) {
        var end = answer.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new IllegalStateException("Not an answer: '" + answer + "'");
        }
        var head = Arrays.asList(answer.substring(0, end).split("\r\n"));
        return new Answer(
                Integer.parseInt(head.getFirst().split(" ")[1]),
                head.subList(1, head.size()),
                answer.substring(end + 4));
    }
}
