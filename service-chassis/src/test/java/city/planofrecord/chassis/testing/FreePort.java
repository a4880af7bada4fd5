package city.planofrecord.chassis.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A port of the loopback address that nobody listened on when it was asked for. None of those from which systems give
 * connections that go out their own port: such a one would be taken by the next connection, while a server is restarted
 * on it even by the one that looks for the server.
 */
public final class FreePort {

    private static final int FIRST = 10_000;
    private static final int END = 32_000;

    private FreePort() {}

    /** The given port, or one that is free where {@code port} is 0. */
    public static int orGiven(int port) {
        return port == 0 ? any() : port;
    }

    public static int any() {
        while (true) {
            var port = ThreadLocalRandom.current().nextInt(FIRST, END);
            if (isFree(port)) {
                return port;
            }
        }
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (BindException taken) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("No free port on the loopback address", e);
        }
    }
}
