package city.planofrecord.chassis.limit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Somebody at the other end of a real connection, who sends and takes bytes as they please. */
final class Peer implements AutoCloseable {

    private final Socket socket = new Socket();

    Peer(int port) throws IOException {
        this(port, "127.0.0.1", 0);
    }

    /** @param window how much is taken into this machine before it is read; 0 for the usual */
    Peer(int port, String from, int window) throws IOException {
        if (window > 0) {
            socket.setReceiveBufferSize(window);
        }
        socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 5_000);
        socket.setSoTimeout(20_000);
        socket.setTcpNoDelay(true);
    }

    /** Sends a request's head, its lines without what ends them. */
    Peer head(String... lines) throws IOException {
        return send(String.join("\r\n", lines) + "\r\nHost: localhost\r\n\r\n");
    }

    Peer send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        return this;
    }

    /** The next bytes of the answer; empty where the connection has been closed. */
    String read(int most) throws IOException {
        var bytes = new byte[most];
        var read = socket.getInputStream().read(bytes);
        return read < 0 ? "" : new String(Arrays.copyOf(bytes, read), StandardCharsets.ISO_8859_1);
    }

    /** All that comes until the other side closes, however it does so. */
    long rest() {
        var count = 0L;
        try {
            for (var read = 0; read >= 0; read = socket.getInputStream().read(new byte[64 * 1024])) {
                count += read;
            }
        } catch (IOException e) {
            return count;
        }
        return count;
    }

    /** Whether the other side has cut the connection off, which shows when something is sent. */
    boolean isCutOffWhenSending(String text) {
        try {
            send(text);
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
