package city.planofrecord.chassis.testing.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Listens on this machine, and notes whoever comes: nobody that reads a document does. */
public final class Trap implements AutoCloseable {

    private final ServerSocket socket;
    private final List<String> caught = new CopyOnWriteArrayList<>();

    public Trap() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::listen);
    }

    private void listen() {
        while (!socket.isClosed()) {
            try (var visitor = socket.accept()) {
                caught.add(visitor.getRemoteSocketAddress().toString());
            } catch (SocketException e) {
                return;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    String address(String path) {
        return "http://127.0.0.1:" + socket.getLocalPort() + "/" + path;
    }

    public List<String> caught() {
        return caught;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
