package city.planofrecord.chassis.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** A port of the loopback address that nobody listened on when it was asked for. */
public final class FreePort {

    private FreePort() {}

    /** The given port, or one that is free where {@code port} is 0. */
    public static int orGiven(int port) {
        return port == 0 ? any() : port;
    }

    public static int any() {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No free port on the loopback address", e);
        }
    }
}
