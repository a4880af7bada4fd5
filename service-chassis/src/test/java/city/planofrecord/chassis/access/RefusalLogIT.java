package city.planofrecord.chassis.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.Bearer;
import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.chassis.thing.ThingService;

@QuarkusTest
@TestProfile(ThingService.class)
class RefusalLogIT {

    private final Logger log = Logger.getLogger("city.planofrecord.security");
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Handler handler = new Handler() {

        @Override
        public void publish(LogRecord line) {
            lines.add(new PatternFormatter("%p %s").format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        handler.setLevel(Level.ALL);
        log.addHandler(handler);
    }

    @AfterEach
    void listenNoMore() {
        log.removeHandler(handler);
    }

    @Test
    void whoeverIsRefusedIsLoggedWithoutWhatTheySent() {
        var issuer = RealServers.current().issuer();
        var expired = issuer.expired("eve", "auditor");

        ask(Bearer.NONE);
        ask("Bearer " + expired);
        ask("Bearer " + issuer.token("ann", "analyst"));

        assertThat(lines)
                .containsExactly(
                        "INFO Refused without a token: GET /audit from 127.0.0.1",
                        "WARN Refused a token that is not good: GET /audit from 127.0.0.1",
                        "WARN Refused ann with the roles [analyst]: GET /audit from 127.0.0.1");
    }

    @Test
    void whoIsCalledByALineOfTheLogIsLoggedInOne() {
        ask("Bearer "
                + RealServers.current()
                        .issuer()
                        .token("ann\r\n2026-01-01 INFO\u2028 Admitted\u001b[0m", "analyst\nauditor"));

        assertThat(lines)
                .containsExactly("WARN Refused ann__2026-01-01 INFO_ Admitted_[0m with the roles [analyst_auditor]:"
                        + " GET /audit from 127.0.0.1");
    }

    private static void ask(String authorization) {
        RestAssured.given()
                .header("Authorization", authorization)
                .queryParam("aggregate", "secret")
                .get("/audit");
    }
}
