package city.planofrecord.chassis.testing;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.stream.Stream;

import io.restassured.RestAssured;

/** Sends what it is told, byte for byte, whether or not that is HTTP, for what no client would send. */
public final class RawHttp {

    private static final String HERE = "127.0.0.1";
    private static final String[] ALL = {"analyst", "director", "clerk", "moderator", "auditor", "operator", "service"};
    private static final int LONGEST_WAIT = 30_000;

    private final String from;
    private final int port;
    private final Optional<String> token;

    private RawHttp(String from, int port, Optional<String> token) {
        this.from = from;
        this.port = port;
        this.token = token;
    }

    /** To the service under test, by somebody whom every operation is for. */
    public static RawHttp inEveryRole() {
        return new RawHttp(
                HERE,
                RestAssured.port,
                Optional.of(RealServers.current().issuer().token("intruder", ALL)));
    }

    /** To the service under test without a token; lines of the head, to which {@code Host} and {@code Connection} are added. */
    public static Answer send(String... lines) {
        return sendWithBody("", lines);
    }

    /** As {@link #send(String...)}, with bytes of the body as they are put on the line. */
    public static Answer sendWithBody(String body, String... lines) {
        return new RawHttp(HERE, RestAssured.port, Optional.empty()).send(request(body, lines));
    }

    /** From another of this machine's own addresses, for what depends on who asks. */
    public static Answer sendFrom(String address, int port, String... lines) {
        return new RawHttp(address, port, Optional.empty()).send(request("", lines));
    }

    private static Request request(String body, String... lines) {
        var first = lines[0].split(" ");
        var headers = Stream.of(lines)
                .skip(1)
                .map(line -> line.split(": ", 2))
                .map(line -> new Header(line[0], line[1]))
                .toList();
        return new Request(first[0], first[1], headers, body.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A header line, sent as it is, in ISO 8859-1. */
    public record Header(String name, String value) {}

    /** @param target the request's target as it is sent, encoded or not */
    public record Request(String method, String target, List<Header> headers, byte[] body) {

        public Request(String method, String target) {
            this(method, target, List.of(), new byte[0]);
        }

        public Request(String method, String target, String type, byte[] body) {
            this(method, target, List.of(new Header("Content-Type", type)), body);
        }

        private boolean has(String name) {
            return headers.stream().anyMatch(header -> header.name().equalsIgnoreCase(name));
        }

        @Override
        public String toString() {
            var sent = new String(body, StandardCharsets.UTF_8);
            return method + " " + shortened(target) + " " + shortened(headers.toString()) + " " + shortened(sent);
        }

        private static String shortened(String text) {
            return (text.length() > 600 ? text.substring(0, 600) + "… (" + text.length() + ")" : text)
                    .replace("\0", "␀")
                    .replace("\r", "␍")
                    .replace("\n", "␊");
        }
    }

    /** Sends one request and reads its answer to the end. */
    public Answer send(Request request) {
        return send(request, body -> {
            body.write(request.body());
            return request.body().length;
        });
    }

    /**
     * Sends a body without saying its length, as much as the service takes.
     *
     * @param piece what is sent over and over
     * @param goesOn whether more is to be sent, by how much was sent
     */
    public Answer stream(
            String method, String target, String type, List<Header> more, byte[] piece, LongPredicate goesOn) {
        var headers = new ArrayList<>(more);
        headers.add(new Header("Content-Type", type));
        headers.add(new Header("Transfer-Encoding", "chunked"));
        return send(new Request(method, target, headers, new byte[0]), body -> {
            var sent = 0L;
            var length = (Integer.toHexString(piece.length) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            while (goesOn.test(sent)) {
                body.write(length);
                body.write(piece);
                body.write(new byte[] {'\r', '\n'});
                sent += piece.length;
            }
            body.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            return sent;
        });
    }

    private interface Sending {
        long to(OutputStream body) throws IOException;
    }

    private Answer send(Request request, Sending sending) {
        var begun = System.nanoTime();
        try (var socket = new Socket()) {
            socket.bind(new InetSocketAddress(from, 0));
            socket.setSoTimeout(LONGEST_WAIT);
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(HERE, port), LONGEST_WAIT);
            var sender = new Sender(socket.getOutputStream());
            var writing = Thread.ofVirtual().start(() -> sender.send(head(request), sending));
            var received = new ByteArrayOutputStream();
            readToTheEnd(socket, received);
            var took = Duration.ofNanos(System.nanoTime() - begun);
            socket.shutdownInput();
            socket.shutdownOutput();
            writing.join();
            return Answer.read(received.toByteArray(), took, sender.sent);
        } catch (IOException e) {
            throw new UncheckedIOException(request.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A service that has refused need not read on, and whoever sends then finds the line cut. */
    private static final class Sender {

        private final OutputStream out;
        private volatile long sent;

        Sender(OutputStream out) {
            this.out = out;
        }

        void send(byte[] head, Sending sending) {
            try {
                out.write(head);
                sent = sending.to(new CountedBody(this, out));
                out.flush();
            } catch (IOException e) {
                // What was answered says why.
            }
        }
    }

    private static final class CountedBody extends FilterOutputStream {

        private final Sender sender;

        CountedBody(Sender sender, OutputStream out) {
            super(out);
            this.sender = sender;
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            out.write(bytes);
            sender.sent += bytes.length;
        }
    }

    private static void readToTheEnd(Socket socket, ByteArrayOutputStream received) throws IOException {
        try {
            socket.getInputStream().transferTo(received);
        } catch (IOException e) {
            if (received.size() == 0) {
                throw e;
            }
        }
    }

    private byte[] head(Request request) {
        var head = new StringBuilder();
        head.append(request.method())
                .append(' ')
                .append(request.target())
                .append(" HTTP/1.1\r\nHost: ")
                .append(HERE + ":" + port)
                .append("\r\nConnection: close\r\n");
        if (!request.has("Authorization")) {
            token.ifPresent(bearer ->
                    head.append("Authorization: Bearer ").append(bearer).append("\r\n"));
        }
        if (!request.has("Transfer-Encoding")
                && !request.has("Content-Length")
                && (request.body().length > 0
                        || !request.method().toUpperCase(Locale.ROOT).equals("GET"))) {
            head.append("Content-Length: ").append(request.body().length).append("\r\n");
        }
        request.headers()
                .forEach(header -> head.append(header.name())
                        .append(": ")
                        .append(header.value())
                        .append("\r\n"));
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
