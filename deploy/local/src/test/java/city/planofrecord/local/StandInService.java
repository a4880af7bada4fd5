package city.planofrecord.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A process that is ready at once, tells what it was given, and dies when it is told to. */
final class StandInService {

    private StandInService() {}

    public static void main(String[] arguments) throws IOException {
        if (System.getenv().containsKey("DIE_AT_ONCE")) {
            System.out.println("ERROR no use in going on");
            System.exit(4);
        }
        var port = Integer.parseInt(System.getProperty("port"));
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/q/health/ready", exchange -> answer(exchange, "UP"));
        server.createContext("/die", exchange -> {
            System.out.println("INFO  about to die");
            System.out.println("ERROR lost the will to go on");
            System.exit(3);
        });
        server.start();
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
        exchange.sendResponseHeaders(200, body.length());
        try (var out = exchange.getResponseBody()) {
            out.write(body.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        }
    }
}
