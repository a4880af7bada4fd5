package city.planofrecord.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Where the running system is found and what to try on it. */
record Welcome(Path home, Ports ports, CityClock clock) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss VV");

    String text() throws IOException {
        var lines = new ArrayList<>(List.of(
                "The desk          http://127.0.0.1:" + ports.notice() + "/desk",
                "",
                "Swagger UI",
                "  classification  http://127.0.0.1:" + ports.classification() + "/q/swagger-ui",
                "  pay grades      http://127.0.0.1:" + ports.paygrade() + "/q/swagger-ui",
                "  notices         http://127.0.0.1:" + ports.notice() + "/q/swagger-ui",
                "",
                "Kafka             127.0.0.1:" + ports.kafka(),
                "Token issuer      http://127.0.0.1:" + ports.issuer() + "/" + IssuerPart.ISSUER,
                "The city's clock  " + TIME.format(clock.now()) + (clock.isSet() ? " (set)" : ""),
                "",
                "Try",
                "  curl 'http://127.0.0.1:" + ports.classification() + "/job-classes?q=operation&limit=3'",
                "  curl http://127.0.0.1:" + ports.paygrade() + "/pay-structure"));
        command(lines, "story", "", "a notice from its document to the changed plan");
        command(lines, "clock", "2011-04-10", "move the city's clock");
        command(lines, "token", "analyst", "a bearer token");
        command(lines, "down", "", "stop it; the data stay");
        return String.join("\n", lines);
    }

    private void command(List<String> lines, String name, String argument, String what) {
        if (Files.exists(home.resolve("deploy").resolve(name))) {
            lines.add(String.format("  %-26s  %s", ("deploy/" + name + " " + argument).strip(), what));
        }
    }
}
